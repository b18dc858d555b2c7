"""What makes two studies alike, and how two are linked, as values that others put into words."""

from dataclasses import dataclass
from enum import Enum

from desktop_app.study.summary import StudySummary


class Likeness(Enum):
    """What two studies share; the weightier stand first.

    SIMILAR_CONDITION and SIMILAR_INTERVENTION are names that are alike in part, told by the words
    they share. TERM is a MeSH term of both, BROADER_TERM one above the terms of one or both.
    """

    CONDITION = "condition"
    SIMILAR_CONDITION = "similar condition"
    INTERVENTION = "intervention"
    SIMILAR_INTERVENTION = "similar intervention"
    TERM = "term"
    KEYWORD = "keyword"
    BROADER_TERM = "broader term"
    TITLE_WORDS = "title words"
    SPONSOR = "sponsor"
    OFFICIAL = "official"
    PHASES = "phases"
    POPULATION = "population"


class Tie(Enum):
    """How a study is tied to another by what the records state."""

    NAMED = "named"
    """The record names the other study."""
    NAMES = "names"
    """The other record names the study."""
    SAME_IDENTIFIER = "same identifier"
    """Both records state the same identifier."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two studies share: names in the words of the study that is asked about.

    PHASES and POPULATION hold codes of the registry (``PHASE2``, ``FEMALE``, ``CHILD``).
    """

    likeness: Likeness
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SimilarStudy:
    """A study of the library that is like another; ``score`` has no unit, higher is more alike."""

    summary: StudySummary
    score: float
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class LinkedStudy:
    """A study of the library that is tied to another; ``identifiers`` are those of both."""

    summary: StudySummary
    ties: tuple[Tie, ...]
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SimilarStudies:
    """What the library holds that belongs to a study or is like it, the most alike first.

    ``can_be_compared`` is false for a record that states nothing by which others could be alike;
    ``others`` tells how many studies the library holds beside it.
    """

    similar: tuple[SimilarStudy, ...] = ()
    linked: tuple[LinkedStudy, ...] = ()
    can_be_compared: bool = True
    others: int = 0
