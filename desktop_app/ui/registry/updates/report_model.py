"""What a check for updates found, a row for each study of which there is something to tell."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.languages import N_, _
from desktop_app.registry.updates.words import OUTCOME_NAMES, line_words
from desktop_app.store.standing.values import UpdateLine
from desktop_app.study.nct_numbers import format_nct_id
from desktop_app.ui.panes.visible_text import tooltip_text, visible_text

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
OUTCOME, NUMBER, TITLE, NOTE = range(4)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReportModel(QAbstractTableModel):
    """The lines of a check; the titles of studies are read as their rows are seen."""

    _HEADERS = (N_("Result"), N_("NCT number"), N_("Title"), N_("Note"))

    def __init__(self, title_of: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title_of = title_of
        self._titles: dict[int, str] = {}
        self.lines: Sequence[UpdateLine] = ()

    def show_lines(self, lines: Sequence[UpdateLine]) -> None:
        """Show what another check found."""
        self.beginResetModel()
        self.lines = lines
        self._titles.clear()
        self.endResetModel()

    def as_text(self) -> str:
        """Return the lines as a table that any spreadsheet takes: cells apart by tabs."""
        rows = ("\t".join(self._cells(line)).replace("\n", " ") for line in self.lines)
        return "\n".join(rows)

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
            return self._cells(line)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self._cells(line)[index.column()]
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

    def _cells(self, line: UpdateLine) -> tuple[str, ...]:
        if line.number not in self._titles:
            title = self._title_of(format_nct_id(line.number))
            self._titles[line.number] = visible_text(title).replace("\n", " ")
        return (
            _(OUTCOME_NAMES[line.outcome]),
            format_nct_id(line.number),
            self._titles[line.number],
            line_words(line),
        )
