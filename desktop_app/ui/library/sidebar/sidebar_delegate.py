"""Draws the lines of the sidebar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.library.sidebar.sidebar_items import ACTIVE_ROLE, meaning_of
from desktop_app.ui.library.sidebar.sidebar_lines import Heading, More
from desktop_app.ui.looks.typography import TypeScale

_Index = QModelIndex | QPersistentModelIndex


class SidebarDelegate(QStyledItemDelegate):
    """Draws lines; the boxes of filters are ticked by the tree, wherever a line is clicked."""

    def editorEvent(self, *_arguments: object) -> bool:
        """Leave the box to the tree."""
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return lines with some room between them."""
        size = super().sizeHint(option, index)
        scale = TypeScale(option.font)
        size.setHeight(max(size.height(), option.fontMetrics.height()) + scale.space(4))
        return size

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw what is listed in the colours of a selection, and what is empty quietly."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        palette = option.palette
        ink = palette.color(QPalette.ColorRole.Text)
        if index.data(ACTIVE_ROLE):
            ink = palette.color(QPalette.ColorRole.HighlightedText)
            option.state &= ~QStyle.StateFlag.State_MouseOver
        elif index.column() or isinstance(meaning_of(index), More):
            ink = palette.color(QPalette.ColorRole.PlaceholderText)
        if isinstance(meaning_of(index), Heading):
            option.font.setBold(True)
        palette.setColor(QPalette.ColorRole.Text, ink)
        option.palette = palette
