"""What an import brought, a row for each thing that was read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.origins import origin_words, short_origin_words
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import listed
from desktop_app.ui.panes.visible_text import tooltip_text

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Outcome(Enum):
    """What became of one thing that was read."""

    ADDED = N_("Added")
    UPDATED = N_("Updated")
    SAME = N_("Already there")
    OLDER = N_("Kept as an older version")
    REJECTED = N_("Not understood")
    NOT_FETCHED = N_("Not fetched")


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One thing that was read; ``nct_id`` is empty and ``note`` says why where it was rejected."""

    outcome: Outcome
    nct_id: str
    origin: str
    note: str = ""


def counts_of(lines: Sequence[ImportLine]) -> str:
    """Return the counts in words: ``12 added, 1 not understood``."""
    return counts_in_words(Counter(line.outcome for line in lines))


def counts_in_words(counts: Mapping[Outcome, int]) -> str:
    """Return how many had which outcome, in words."""
    told = [_count_of(outcome, counts[outcome]) for outcome in Outcome if counts.get(outcome)]
    return listed(told) or _("Nothing was found to import")


def _count_of(outcome: Outcome, count: int) -> str:
    words = {
        Outcome.ADDED: ngettext("{count} added", "{count} added", count),
        Outcome.UPDATED: ngettext("{count} updated", "{count} updated", count),
        Outcome.SAME: ngettext("{count} already there", "{count} already there", count),
        Outcome.OLDER: ngettext(
            "{count} kept as an older version", "{count} kept as older versions", count
        ),
        Outcome.REJECTED: ngettext("{count} not understood", "{count} not understood", count),
        Outcome.NOT_FETCHED: ngettext("{count} not fetched", "{count} not fetched", count),
    }
    return words[outcome].format(count=grouped(count))


def as_text(lines: Sequence[ImportLine]) -> str:
    """Return lines as a table that any spreadsheet takes: cells apart by tabs."""
    rows = ("\t".join(_cells(line)).replace("\n", " ") for line in lines)
    return "\n".join(rows)


def _cells(line: ImportLine) -> tuple[str, ...]:
    return _(line.outcome.value), line.nct_id, origin_words(line.origin), line.note


def _short_cells(line: ImportLine) -> tuple[str, ...]:
    result, nct_id, _origin, note = _cells(line)
    return result, nct_id, short_origin_words(line.origin), note


class ImportModel(QAbstractTableModel):
    """The lines of an import, all of them or those of one outcome."""

    _HEADERS = (N_("Result"), N_("NCT number"), N_("From"), N_("Note"))

    def __init__(self, lines: Sequence[ImportLine], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = lines
        self.lines = lines

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the lines of one outcome, or all."""
        self.beginResetModel()
        wanted = self._all if outcome is None else [x for x in self._all if x.outcome is outcome]
        self.lines = wanted
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._HEADERS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, shown or as its tool tip, or its line."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return _short_cells(line)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            text = _cells(line)[index.column()]
            return tooltip_text(text) if text else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _(self._HEADERS[section])
        return None
