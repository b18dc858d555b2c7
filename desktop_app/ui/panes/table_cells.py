"""Draws the cells of a long table: plain text, quiet rules, and the ground of what was found."""

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop_app.ui.looks.palette_colors import accent_color, hit_color, rule_color
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.table_model import TableModel
from desktop_app.ui.panes.hits import SearchableText

PADDING_X, PADDING_Y = 8, 4
Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class TableCells(QStyledItemDelegate):
    """``words`` are looked for, ``current`` is the cell (row and column shown) where one is."""

    def __init__(self, model: TableModel, table: QTableView) -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self.words = ""
        self.current: tuple[int, int] | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, text and the rule below."""
        is_selected = bool(option.state & _State.State_Selected)
        ground = self._ground(option.palette, index, is_selected)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, _text_option(option, is_selected), index)
        painter.setPen(QPen(rule_color(option.palette), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if self._table.hasFocus() and index == self._table.currentIndex():
            text = option.palette.highlightedText().color()
            painter.setPen(QPen(text if is_selected else accent_color(option.palette), 2))
            painter.drawRect(option.rect.marginsRemoved(QMargins(1, 1, 1, 2)))

    def _ground(self, palette: QPalette, index: Index, is_selected: bool) -> QColor | None:
        if is_selected:
            return palette.highlight().color()
        if self.words and self._holds_words(index):
            return hit_color(palette, (index.row(), index.column()) == self.current)
        return None

    def _holds_words(self, index: Index) -> bool:
        cell = self._model.cell(index.row(), index.column())
        return SearchableText(cell).count(self.words) > 0


def _text_option(option: QStyleOptionViewItem, is_selected: bool) -> QStyleOptionViewItem:
    """Return what draws the text alone, within the padding of the cell."""
    result = QStyleOptionViewItem(option)
    scale = TypeScale(option.font)
    # The style leaves a margin of its own beside the text.
    own = QApplication.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    x, y = max(0, scale.space(PADDING_X) - own), scale.space(PADDING_Y)
    result.rect = option.rect.marginsRemoved(QMargins(x, y, x, y))
    states = _State.State_Selected | _State.State_HasFocus | _State.State_MouseOver
    result.state = option.state & ~states
    if is_selected:
        result.palette.setColor(QPalette.ColorRole.Text, option.palette.highlightedText().color())
    return result
