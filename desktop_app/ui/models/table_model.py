"""The rows of a table of the record, in the order in which somebody wants to read them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.section import Table
from desktop_app.presentation.wording import grouped
from desktop_app.ui.models.table_order import is_numeric
from desktop_app.ui.panes.visible_text import tooltip_text, visible_text

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NO_TABLE = Table((), ())
_LONGEST_SHOWN, _LONGEST_TIP = 400, 2000
SORT_KEY = "F4"
_SORT_HINT = N_("Click to sort; {key} sorts by the column that one is in")
_SHORT = 12
"""Characters that surely fit into a cell, and so need no tool tip."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


def sort_hint() -> str:
    """Return how the rows are put in another order."""
    return _(_SORT_HINT).format(key=SORT_KEY)


class TableModel(QAbstractTableModel):
    """A table, all of its rows or some, in any order. Cells are plain text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = _NO_TABLE
        self._rows: Sequence[int] = ()
        self._places: dict[int, int] = {}
        self._numeric: tuple[bool, ...] = ()

    def show_table(self, table: Table) -> None:
        """Show another table, all of it in the record's order."""
        self.beginResetModel()
        self.table = table
        self._numeric = tuple(is_numeric(table, column) for column in range(len(table.columns)))
        self._take(range(len(table.rows)))
        self.endResetModel()

    def show_rows(self, rows: Sequence[int]) -> None:
        """Show some rows of the table, by their numbers there, in this order."""
        self.beginResetModel()
        self._take(rows)
        self.endResetModel()

    def _take(self, rows: Sequence[int]) -> None:
        self._rows = rows
        self._places = {row: place for place, row in enumerate(rows)}

    @property
    def rows(self) -> Sequence[int]:
        """The rows that are shown, by their numbers in the table."""
        return self._rows

    def place_of(self, row: int) -> int | None:
        """Return where a row of the table is shown, None where it is not."""
        return self._places.get(row)

    def is_numeric(self, column: int) -> bool:
        """Tell whether a column holds numbers."""
        return self._numeric[column]

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell that is shown, as the record has it."""
        return self.table.rows[self._rows[row]][column]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows that are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, shown or as its tool tip, and at which side it stands."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return shortened(visible_text(self.cell(index.row(), index.column())), _LONGEST_SHOWN)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._numeric[index.column()] else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(self.cell(index.row(), index.column()))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the titles of the columns, and the numbers of rows as the record counts them."""
        if orientation is Qt.Orientation.Vertical:
            in_table = section < len(self._rows) and role == Qt.ItemDataRole.DisplayRole
            return str(self._rows[section] + 1) if in_table else None
        if not 0 <= section < len(self.table.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return visible_text(self.table.columns[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            title = shortened(self.table.columns[section], _LONGEST_TIP)
            return tooltip_text(f"{title}\n{sort_hint()}")
        return None


def shortened(text: str, longest: int) -> str:
    """Return so much of a text as is shown; of a longer one it says how much more there is."""
    if len(text) <= longest:
        return text
    more = len(text) - longest
    words = ngettext(
        "{text} … ({count} more character; copy to read all)",
        "{text} … ({count} more characters; copy to read all)",
        more,
    )
    return words.format(text=text[:longest], count=grouped(more))


def _tip(text: str) -> str | None:
    is_short = len(text) <= _SHORT and "\n" not in text
    return None if is_short else tooltip_text(shortened(text, _LONGEST_TIP))
