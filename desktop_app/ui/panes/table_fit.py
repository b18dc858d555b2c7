"""Fits a long table to what it holds and to the room that there is."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.table_model import TableModel
from desktop_app.ui.panes.flat_table import FlatTable
from desktop_app.ui.panes.frozen_columns import FrozenColumns, frozen_columns
from desktop_app.ui.panes.table_cells import PADDING_X, PADDING_Y
from desktop_app.ui.panes.table_columns import column_widths, row_lines


class TableFit(QObject):
    """``first_columns`` tell what a row is about, and stay in sight where there is room."""

    def __init__(self, model: TableModel, table: FlatTable, frozen: FrozenColumns) -> None:
        super().__init__(table)
        self.first_columns = 1
        self._model, self._table, self._frozen = model, table, frozen
        self._is_fitting = False
        for view in (table, frozen):
            view.header.sectionResized.connect(self._take_width)

    def fit(self) -> None:
        """Give columns and rows the sizes that what they hold needs."""
        self._frozen.setFont(QFont(self._table.font()))
        scale, table = TypeScale(self._table.font()), self._model.table
        body, small = QFontMetricsF(scale.font), QFontMetricsF(scale.small)
        padding = 2 * scale.space(PADDING_X)
        widths = column_widths(table, body, small, padding, self._table.viewport().width())
        self._use_widths(dict(enumerate(widths)))
        lines = row_lines(table, body, widths, padding)
        height = lines * QFontMetrics(scale.font).lineSpacing() + 2 * scale.space(PADDING_Y)
        for view in (self._table, self._frozen):
            view.verticalHeader().setDefaultSectionSize(height)
        self.fit_frozen()

    def fit_frozen(self) -> None:
        """Let columns stay that may, in the place and the size that there is for them."""
        widths = [self._table.columnWidth(column) for column in range(self._model.columnCount())]
        for view in (self._table, self._frozen):
            view.header.fit(widths)
        room = self._table.viewport().width()
        staying = frozen_columns(widths, self.first_columns, room)
        self._is_fitting = True
        self._put_first(staying[0] if staying else 0)
        self._frozen.freeze(staying, widths, self._table.header.sizeHint().height())
        self._is_fitting = False

    def _use_widths(self, widths: dict[int, int]) -> None:
        self._is_fitting = True
        for column, width in widths.items():
            self._table.setColumnWidth(column, width)
        self._is_fitting = False

    def _put_first(self, column: int) -> None:
        """Let a column be the first one that is seen; the others follow as they are numbered."""
        header = self._table.header
        for place in range(min(self.first_columns, header.count())):
            logical = column if place == 0 else place - (place <= column)
            header.moveSection(header.visualIndex(logical), place)

    @Slot(int, int, int)
    def _take_width(self, column: int, _before: int, width: int) -> None:
        """Follow somebody who drags the edge of a column, here or where columns are frozen."""
        if not self._is_fitting:
            self._use_widths({column: width})
            self.fit_frozen()
