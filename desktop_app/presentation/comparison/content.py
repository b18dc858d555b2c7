"""What a comparison consists of: a column per study, a row per question."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.brief.content import Excerpt


class Part(Enum):
    """What a row asks about, valued with the English words; rows of one part stand together."""

    WHAT = N_("What and in whom")
    DESIGN = N_("Design")
    PEOPLE = N_("People")
    TIME = N_("Time")
    RECORD = N_("Place and record")

    @property
    def words(self) -> str:
        """Return the words for it in the spoken language."""
        return _(self.value)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one study answers: items that are shown or left out as a whole.

    ``is_absent`` marks an answer that is not the record's but says that there is none.
    ``is_clipped`` tells that an item is shortened within, which ends in ``…`` then.
    """

    items: Excerpt[str]
    is_absent: bool = False
    is_clipped: bool = False

    @property
    def more(self) -> str:
        """Return how many items are left out: ``4 more``; empty where none is."""
        count = self.items.left_out
        return ngettext("{count} more", "{count} more", count).format(count=count) if count else ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the items, then how many more there are."""
        return (*self.items.items, *((self.more,) if self.more else ()))


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One question with the answer of each study, in the order of the columns.

    ``question`` is in English and tells it from others; ``label`` is what is shown of it.
    ``is_same`` tells whether all studies answer alike: in whole, also where less is shown.
    """

    part: Part
    question: str
    cells: tuple[Cell, ...]
    is_same: bool

    @property
    def label(self) -> str:
        """Return the question in the spoken language."""
        return _(self.question)


@dataclass(frozen=True, slots=True)
class ComparedStudy:
    """The head of a column; ``acronym`` is empty where there is none."""

    nct_id: str
    title: str
    acronym: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sheet; ``printed`` is the day on which it is made."""

    studies: tuple[ComparedStudy, ...]
    rows: tuple[ComparisonRow, ...]
    printed: date
