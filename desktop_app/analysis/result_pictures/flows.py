"""What a flow diagram shows: how many of each group reached a step, left, and why."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one group; ``words`` are the record's, ``number`` is None if none can be read."""

    words: str
    number: float | None = None


class StepKind(Enum):
    """What a step is in the course of a period."""

    STARTED = "started"
    REACHED = "reached"
    LEFT = "left"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone or a reason for leaving, with the count of each group in their order."""

    name: str
    kind: StepKind
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the study: its steps in their order, and the reasons of those who left."""

    title: str
    steps: tuple[Step, ...]
    reasons: tuple[Step, ...]

    def step(self, kind: StepKind) -> Step | None:
        """Return the first step of a kind, if there is one."""
        return next((step for step in self.steps if step.kind is kind), None)

    def share(self, step: Step, group: int) -> float | None:
        """Return which part of those who started a group reached a step, None if unknown."""
        started = self.step(StepKind.STARTED)
        whole = started.counts[group].number if started else None
        part = step.counts[group].number
        if not whole or part is None or not 0 <= part <= whole:
            return None
        return part / whole


@dataclass(frozen=True, slots=True)
class Flow:
    """The groups through all periods.

    ``column_notes`` stand below groups that are side by side, ``bar_notes`` below bars, which show
    less of each group.
    """

    groups: tuple[str, ...]
    periods: tuple[Period, ...]
    column_notes: tuple[str, ...] = ()
    bar_notes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
