"""What a screening sheet consists of: plain values, in the order in which the sheet has them.

Nothing in it is ever shortened: a criterion that is not on the sheet would not be checked.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop_app.languages import N_, _
from desktop_app.presentation.brief.content import Identity


class Answer(Enum):
    """The boxes of a row, valued with the word above them."""

    YES = N_("Yes")
    NO = N_("No")
    UNKNOWN = N_("Unknown")

    @property
    def words(self) -> str:
        """Return the word above the boxes, in the spoken language."""
        return _(self.value)


class RowKind(Enum):
    """What a row of a list is."""

    HEADING = "heading"
    LEAD = "lead"
    CRITERION = "criterion"
    """A criterion as a whole: its boxes count."""
    PART = "part"
    """A part of a criterion: its boxes help to answer the criterion, and do not count."""
    NOTE = "note"
    """Words between criteria or parts that are none: ``OR``."""


@dataclass(frozen=True, slots=True)
class ScreeningRow:
    """A row; ``text`` has the record's exact words, ``\\n`` between paragraphs.

    ``number`` is the one on the Eligibility tab; ``own_number`` is the author's, where it is
    another one. ``depth`` is 0 for a criterion and grows for its parts. ``note`` is ours.
    """

    kind: RowKind
    text: str
    number: str = ""
    own_number: str = ""
    depth: int = 0
    note: str = ""

    @property
    def has_boxes(self) -> bool:
        """Tell whether the row is to be answered."""
        return self.kind in (RowKind.CRITERION, RowKind.PART)


@dataclass(frozen=True, slots=True)
class ScreeningList:
    """One list; ``rule`` says how it is answered, or why there is nothing to answer.

    ``needed`` is the answer that every criterion of it needs; None where the record does not tell.
    """

    title: str
    rule: str
    rows: tuple[ScreeningRow, ...] = ()
    needed: Answer | None = None

    @property
    def count(self) -> int:
        """Return how many criteria there are to answer, not counting their parts."""
        return sum(row.kind is RowKind.CRITERION for row in self.rows)

    @property
    def has_parts(self) -> bool:
        """Tell whether any criterion has parts with boxes of their own."""
        return any(row.kind is RowKind.PART for row in self.rows)


@dataclass(frozen=True, slots=True)
class Blank:
    """Something to be filled in by hand; ``hint`` stands quietly beside its label."""

    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ScreeningSheet:
    """The sheet; ``blanks`` stand at its head, ``signatures`` at its end."""

    identity: Identity
    title: str
    acronym: str
    sponsor: str
    warning: str
    code: Blank
    """Who is screened, on every page; never a name."""
    blanks: tuple[Blank, ...]
    lists: tuple[ScreeningList, ...]
    outcomes: tuple[str, ...]
    signatures: tuple[Blank, ...]
    printed: date

    @property
    def count(self) -> int:
        """Return how many criteria there are to answer, in all lists."""
        return sum(one.count for one in self.lists)
