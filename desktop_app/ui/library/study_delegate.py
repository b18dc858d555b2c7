"""Draws a study of the list: number, title, status by shape and word, phase, and its marks."""

from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.study.summary import StudySummary
from desktop_app.ui.library.row.row_drawing import RowDrawing
from desktop_app.ui.library.row.row_painter import SIDE, Row, laid_out_row, row_height, row_ink
from desktop_app.ui.library.row.row_words import narrowest_line
from desktop_app.ui.library.study_rows_view import StudyRowsView
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.row_marks import NO_MARKS
from desktop_app.ui.models.studies_model import MARKS_ROLE, SNIPPET_ROLE, SUMMARY_ROLE

_MOST_KEPT = 200
"""Rows that are kept laid out: many screens of them."""


class StudyDelegate(QStyledItemDelegate):
    """Rows of one height, so that a long list need not be measured.

    ``is_explained`` is whether rows have room to say why they were found.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_explained = False
        self._drawings: dict[tuple[object, ...], RowDrawing] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of all rows, and the least width."""
        scale = TypeScale(option.font)
        width = QFontMetricsF(scale.small).horizontalAdvance(narrowest_line())
        height = row_height(option.font, is_explained=self.is_explained)
        return QSize(ceil(width + 2 * scale.space(SIDE)), height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, texts and the line below."""
        summary = index.data(SUMMARY_ROLE)
        painter.save()
        # Else it would be that of the application, whatever the list has.
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option)
        if isinstance(summary, StudySummary):
            self._paint_texts(painter, option, index, summary)
        painter.restore()

    def _paint_texts(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        summary: StudySummary,
    ) -> None:
        snippet = index.data(SNIPPET_ROLE) if self.is_explained else None
        row = Row(summary, index.data(MARKS_ROLE) or NO_MARKS, snippet, self.is_explained)
        painter.translate(option.rect.topLeft())
        self._drawing(option, row).paint(painter)

    def _drawing(self, option: QStyleOptionViewItem, row: Row) -> RowDrawing:
        """Return a row laid out; it is kept, for all in sight are painted several times a key."""
        palette, size = option.palette, option.rect.size()
        is_selected = _is(option, QStyle.StateFlag.State_Selected)
        look = palette.cacheKey(), palette.currentColorGroup(), option.font.key(), is_selected
        key = row, *look, size.width(), size.height(), option.direction
        if key not in self._drawings:
            if len(self._drawings) >= _MOST_KEPT:
                self._drawings.clear()
            self._drawings[key] = laid_out_row(
                QSizeF(size),
                option.font,
                row_ink(palette, row.summary, is_selected=is_selected),
                row,
                is_mirrored=option.direction is Qt.LayoutDirection.RightToLeft,
            )
        return self._drawings[key]

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette, area = option.palette, QRectF(option.rect)
        if _is(option, QStyle.StateFlag.State_Selected):
            painter.fillRect(area, palette.highlight())
        elif _is(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, palette.midlight())
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        view = option.widget
        is_shown = isinstance(view, StudyRowsView) and view.shows_focus
        if is_shown and _is(option, QStyle.StateFlag.State_HasFocus):
            self._paint_focus(painter, option)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette = option.palette
        selected = _is(option, QStyle.StateFlag.State_Selected)
        colour = palette.highlightedText() if selected else palette.accent()
        painter.setPen(QPen(colour.color(), 2, Qt.PenStyle.SolidLine))
        painter.drawRect(QRectF(option.rect).adjusted(2, 2, -2, -3))


def _is(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)
