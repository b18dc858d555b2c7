"""Shows the studies in a table above the open study, or in a list beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter

from desktop_app.ui.library.library_list import LibraryList
from desktop_app.ui.library.order_commands import OrderCommands
from desktop_app.ui.window_state import WindowState

if TYPE_CHECKING:
    from desktop_app.ui.library.table.study_table_view import StudyTableView

_YES, _NO = "yes", "no"
_TABLE_SHARE = 0.45
"""Of the height of the window, at first."""


class TableMode(QObject):
    """Turns the window's splitter, and keeps how the table was."""

    def __init__(
        self, studies: LibraryList, orders: OrderCommands, splitter: QSplitter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._studies = studies
        self._orders = orders
        self._splitter = splitter
        self._sizes: dict[Qt.Orientation, list[int]] = {}
        self._columns = ""

    def list_as_table(self, is_table: bool) -> None:
        """Show the table, or the list."""
        is_new = is_table and self._studies.table is None
        table = self._studies.show_table(is_shown=is_table)
        if is_new and table is not None:
            self._get_ready(table)
        self._turn(Qt.Orientation.Vertical if is_table else Qt.Orientation.Horizontal)

    def restore(self, state: WindowState, action: QAction) -> None:
        """Show the table where it was shown last."""
        self._columns = state.text("columns", "")
        is_table = state.text("table", _NO) == _YES
        if not is_table:
            self._splitter.setOrientation(Qt.Orientation.Horizontal)
        action.setChecked(is_table)

    def save(self, state: WindowState) -> None:
        """Keep whether the table is shown, and its columns."""
        is_table = self._splitter.orientation() is Qt.Orientation.Vertical
        state.keep_text("table", _YES if is_table else _NO)
        table = self._studies.table
        state.keep_text("columns", self._columns if table is None else table.kept_columns())

    def _get_ready(self, table: StudyTableView) -> None:
        table.restore_columns(self._columns)
        table.show_order(self._orders.order)
        table.order_wanted.connect(self._orders.choose)
        self._orders.order_wanted.connect(table.show_order)

    def _turn(self, orientation: Qt.Orientation) -> None:
        if orientation is self._splitter.orientation():
            return
        self._sizes[self._splitter.orientation()] = self._splitter.sizes()
        self._splitter.setOrientation(orientation)
        self._splitter.setSizes(self._sizes.get(orientation) or self._first_sizes(orientation))

    def _first_sizes(self, orientation: Qt.Orientation) -> list[int]:
        if orientation is Qt.Orientation.Vertical:
            table = round(self._splitter.height() * _TABLE_SHARE)
            return [table, self._splitter.height() - table]
        left = self._splitter.width() // 3
        return [left, self._splitter.width() - left]
