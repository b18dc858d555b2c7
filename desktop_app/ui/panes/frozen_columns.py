"""The first columns of a long table, which stay in sight while the others are moved sideways."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from desktop_app.ui.looks.palette_colors import rule_color
from desktop_app.ui.models.table_model import TableModel
from desktop_app.ui.panes.flat_table import FlatTable

_MOST_SHARE = 0.5
"""How much of the width may stay; the rest is for what is moved."""


def frozen_columns(widths: Sequence[int], wanted: int, room: int) -> tuple[int, ...]:
    """Return the columns that stay, of so many first ones: all, or else the last of them alone.

    None stay where all columns have room, or where those would take too much of it.
    """
    if sum(widths) <= room:
        return ()
    choices = (tuple(range(min(wanted, len(widths)))), (wanted - 1,))
    return next((chosen for chosen in choices if _fits(chosen, widths, room)), ())


def _fits(columns: Sequence[int], widths: Sequence[int], room: int) -> bool:
    return sum(widths[column] for column in columns) <= room * _MOST_SHARE


class FrozenColumns(FlatTable):
    """Lies over its table and shows the same rows; keys and selection are those of the table."""

    def __init__(self, model: TableModel, table: FlatTable) -> None:
        super().__init__(model, table)
        self._table = table
        self.columns: tuple[int, ...] = ()
        self.frozen_width = 0
        self.setSelectionModel(table.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own, its = self.verticalScrollBar(), table.verticalScrollBar()
        own.valueChanged.connect(its.setValue)
        its.valueChanged.connect(own.setValue)
        self.hide()

    def freeze(self, columns: Sequence[int], widths: Sequence[int], header_height: int) -> None:
        """Show these columns of all, which have these widths; none hides the whole."""
        self.columns = tuple(columns)
        self.frozen_width = sum(widths[column] for column in columns)
        for column, width in enumerate(widths):
            self.setColumnHidden(column, column not in self.columns)
            if column in self.columns:
                self.setColumnWidth(column, width)
        height = header_height + self._table.viewport().height()
        self.setGeometry(0, 0, self.frozen_width, height)
        self.setVisible(bool(columns))
        self.raise_()
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())

    def viewportEvent(self, event: QEvent) -> bool:
        """Give the keyboard to the table when a cell is clicked."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._table.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line where the other columns go below these."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(rule_color(self.palette()), 1))
        painter.drawLine(self.frozen_width - 1, 0, self.frozen_width - 1, self.height())
