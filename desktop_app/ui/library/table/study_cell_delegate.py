"""Draws the cells of the table of studies."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.presentation.status import status_look
from desktop_app.study.summary import StudySummary
from desktop_app.ui.library.study_rows_view import StudyRowsView
from desktop_app.ui.library.table.columns import COLUMNS
from desktop_app.ui.looks.status_colors import status_color
from desktop_app.ui.models.studies_model import SUMMARY_ROLE

_Index = QModelIndex | QPersistentModelIndex
_STATUS = next(place for place, column in enumerate(COLUMNS) if column.id == "status")


class StudyCellDelegate(QStyledItemDelegate):
    """Draws a line between rows, the colour of a status, and where the keyboard is."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Give a status its colour; the focus is drawn around the cell instead."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        summary = index.data(SUMMARY_ROLE)
        if index.column() == _STATUS and isinstance(summary, StudySummary) and not is_selected:
            palette = option.palette
            role = status_look(summary.overall_status).role
            palette.setColor(QPalette.ColorRole.Text, status_color(role, palette))
            option.palette = palette

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the cell, the line below it, and the focus."""
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QPen(option.palette.mid().color(), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        view = option.widget
        is_shown = isinstance(view, StudyRowsView) and view.shows_focus and view.hasFocus()
        if is_shown and option.state & QStyle.StateFlag.State_HasFocus:
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Accent
            painter.setPen(QPen(option.palette.color(role), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2))
        painter.restore()
