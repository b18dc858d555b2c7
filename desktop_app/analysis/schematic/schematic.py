"""What stands in a schematic, in words that are ready to be set."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.analysis.named import Named


class Course(Enum):
    """How participants go through the arms."""

    LANES = "side by side"
    CROSSOVER = "crossing"
    GRID = "grid"
    STEPS = "steps"


@dataclass(frozen=True, slots=True)
class Population:
    """Who takes part: what is studied, and what is said of the people."""

    conditions: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Junction:
    """Where the way to the arms parts, or under which the groups are observed.

    ``is_decision`` draws it as a diamond.
    """

    title: str
    lines: tuple[str, ...] = ()
    is_decision: bool = True
    is_stated: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """An arm, a group, or what is given where there are none.

    ``gets`` are the places of its interventions among those of the schematic; ``remark`` stands
    where no intervention is named.
    """

    title: str
    kind: str = ""
    given: tuple[str, ...] = ()
    gets: tuple[int, ...] = ()
    remark: str = ""
    is_stated: bool = True


@dataclass(frozen=True, slots=True)
class Goal:
    """A primary outcome."""

    measure: str
    time_frame: str


@dataclass(frozen=True, slots=True)
class Goals:
    """The primary outcomes under their name; ``name`` alone says that none are stated."""

    name: str
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Schematic:
    """The parts of a picture in the order in which they follow each other.

    ``interventions`` are the columns of a grid; ``crossing`` says what is not known of a
    crossover.
    """

    caption: str
    population: Population
    junction: Junction | None
    course: Course
    lanes: tuple[Lane, ...]
    lanes_are: Named
    interventions: tuple[str, ...]
    goals: Goals | None
    crossing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
