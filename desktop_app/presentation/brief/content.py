"""What the one-page brief consists of: plain values, in the order in which the page shows them.

An ``Excerpt`` or a ``Passage`` that shows less than the record holds says so in ``left_out``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from desktop_app.presentation.section import Field, Figure
from desktop_app.presentation.status import StatusLook

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Excerpt(Generic[T]):
    """The items that are shown, and how many more the record holds."""

    items: tuple[T, ...] = ()
    left_out: int = 0

    @property
    def total(self) -> int:
        """Return how many items the record holds."""
        return len(self.items) + self.left_out

    def first(self, count: int) -> "Excerpt[T]":
        """Return the excerpt with no more than so many items."""
        shown = self.items[: max(count, 0)]
        return Excerpt(shown, self.total - len(shown))

    def map(self, change: Callable[[T], T]) -> "Excerpt[T]":
        """Return the excerpt with each item changed."""
        return Excerpt(tuple(change(item) for item in self.items), self.left_out)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the record as paragraphs of whole sentences; ``left_out`` counts sentences."""

    paragraphs: tuple[tuple[str, ...], ...] = ()
    left_out: int = 0

    @property
    def sentence_count(self) -> int:
        """Return how many sentences are shown."""
        return sum(len(sentences) for sentences in self.paragraphs)

    def first(self, count: int) -> "Passage":
        """Return the passage with no more than so many sentences.

        One that announces others (``The aims are:``) does not stay as the last.
        """
        if count >= self.sentence_count:
            return self
        kept: list[tuple[str, ...]] = []
        room = max(count, 0)
        for sentences in self.paragraphs:
            if room <= 0:
                break
            kept.append(sentences[:room])
            room -= len(sentences)
        while kept and kept[-1][-1].endswith(":"):
            kept[-1:] = [kept[-1][:-1]] if kept[-1][1:] else []
        shown = sum(map(len, kept))
        return Passage(tuple(kept), self.left_out + self.sentence_count - shown)

    def __bool__(self) -> bool:
        return bool(self.paragraphs or self.left_out)


@dataclass(frozen=True, slots=True)
class Identity:
    """The strip at the head of the page; never shortened."""

    nct_id: str
    org_study_id: str
    status: StatusLook
    phase: str
    study_type: str
    record_date: str
    address: str
    """Where the registry shows the record; empty without an NCT number."""


@dataclass(frozen=True, slots=True)
class Titles:
    """``official`` is empty where it is absent or repeats the brief title."""

    brief: str
    official: str
    acronym: str
    is_official_cut: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """The pictures of the design; ``left_out`` names those that there is no room for.

    ``timeless_axis`` is the axis without the day of printing, which may need a line of its own.
    ``dates`` are what the axis alone tells: they are named elsewhere where it is left out.
    """

    schematic: Figure | None = None
    axis: Figure | None = None
    timeless_axis: Figure | None = None
    dates: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefArm:
    """An arm, or a group of an observational study; ``type`` is empty where there is none."""

    label: str
    type: str
    interventions: Excerpt[str]
    description: Passage


@dataclass(frozen=True, slots=True)
class BriefIntervention:
    """An intervention as ``Type: Name``; ``is_named`` tells that the arms above name it."""

    title: str
    description: Passage
    is_named: bool


@dataclass(frozen=True, slots=True)
class Treatments:
    """Arms and interventions; ``noun`` is ``arm`` or ``group``."""

    noun: str
    arms: Excerpt[BriefArm]
    interventions: Excerpt[BriefIntervention]


@dataclass(frozen=True, slots=True)
class BriefOutcome:
    """A primary outcome."""

    measure: str
    time_frame: str


class LineKind(Enum):
    """What a line of a list of criteria is."""

    HEADING = "heading"
    LEAD = "lead"
    CRITERION = "criterion"
    CONTINUED = "continued"
    """A further sentence of a criterion that is too long to be shown or left out as one."""


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """A line of a list of criteria; ``depth`` is 0 for a criterion and grows for its parts."""

    kind: LineKind
    text: str
    number: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class CriteriaList:
    """One list; ``left_out`` are the lines that are not shown.

    ``is_absent`` marks one that stands for criteria of which the record states none.
    """

    title: str
    lines: tuple[CriterionLine, ...] = ()
    left_out: tuple[CriterionLine, ...] = ()
    is_absent: bool = False

    def __bool__(self) -> bool:
        return bool(self.lines or self.left_out)


@dataclass(frozen=True, slots=True)
class BriefCriteria:
    """Who can take part; ``population`` is stated for observational studies."""

    population: Passage
    inclusion: CriteriaList
    exclusion: CriteriaList
    unsorted: CriteriaList


@dataclass(frozen=True, slots=True)
class BriefSite:
    """A location in one line, its status in words or empty, and whom to ask there."""

    place: str
    status: str
    contact: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where the study takes place, and whom to ask."""

    contacts: Excerpt[str]
    countries: Excerpt[str]
    sites: Excerpt[BriefSite]
    open_count: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The page as content. ``cut`` names elements that were shortened within."""

    identity: Identity
    titles: Titles
    sponsor: str
    standing: str
    """What has to be known beside the status: why stopped, the last known status."""
    conditions: Excerpt[str]
    summary: Passage
    design: str
    figures: Figures
    facts: tuple[Field, ...]
    treatments: Treatments
    outcomes: Excerpt[BriefOutcome]
    criteria: BriefCriteria
    places: Places
    gaps: tuple[str, ...]
    """What the record does not state."""
    beyond: tuple[str, ...]
    """What the record holds and the page has no place for."""
    printed: date
    cut: tuple[str, ...] = ()
