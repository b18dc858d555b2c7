"""What a comparison of two records consists of."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop_app.analysis.changes.change import Part
from desktop_app.analysis.changes.words import Piece
from desktop_app.languages import pgettext
from desktop_app.presentation.section import Revision
from desktop_app.study.study import Study


class Kind(Enum):
    """What became of an element as a whole."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"

    @property
    def words(self) -> str:
        """Return what is said quietly behind a label; nothing where the marks say it."""
        match self:
            case Kind.ADDED:
                return pgettext("of an element", "added")
            case Kind.REMOVED:
                return pgettext("of an element", "removed")
            case Kind.CHANGED:
                return ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two records; ``words`` tell it from the other one, ``title`` is the study's."""

    study: Study
    words: str
    nct_id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: in which module, of what, and the words with their marks."""

    part: Part
    module: str
    label: str
    kind: Kind
    pieces: tuple[Piece, ...]
    note: str = ""
    """What is said behind the label in place of the kind, such as where an item came from."""

    @property
    def revision(self) -> Revision:
        """Return the change as it is shown."""
        return Revision(self.label, self.pieces, self.note or self.kind.words)

    @property
    def length(self) -> int:
        """Return how many characters the change shows."""
        return sum(len(piece.text) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records and all that differs; ``printed`` is the day on which they are compared."""

    old: Compared
    new: Compared
    rows: tuple[ChangeRow, ...]
    printed: date

    def of(self, part: Part) -> tuple[ChangeRow, ...]:
        """Return the changes of one part."""
        return tuple(row for row in self.rows if row.part is part)

    @property
    def is_of_one_study(self) -> bool:
        """Tell whether both records are versions of one study."""
        return self.old.nct_id == self.new.nct_id
