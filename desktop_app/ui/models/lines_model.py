"""Lines of what was done, as a table of texts."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.languages import _
from desktop_app.ui.panes.visible_text import tooltip_text

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
Cells = Callable[[Any], tuple[str, ...]]
"""Returns the texts of a line, one for each column."""
_ROOT = QModelIndex()


class LinesModel(QAbstractTableModel):
    """Shows ``lines``, under headers that are given marked to be translated.

    ``tips`` returns the texts of a line in full, where ``cells`` shortens them.
    """

    def __init__(
        self,
        headers: Sequence[str],
        cells: Cells,
        tips: Cells | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headers = headers
        self._cells = cells
        self._tips = tips or cells
        self.lines: Sequence[Any] = ()

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headers)

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
            text = self._tips(line)[index.column()]
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
            return _(self._headers[section])
        return None


def text_of_cells(rows: Iterable[tuple[str, ...]]) -> str:
    """Return rows as a table that any spreadsheet takes: cells apart by tabs."""
    return "\n".join("\t".join(cells).replace("\n", " ") for cells in rows)
