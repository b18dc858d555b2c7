"""The list at the left of a tab that is shown part by part."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.presentation.wording import grouped
from desktop_app.ui.drawn_line import draw_line
from desktop_app.ui.elision import elided_line
from desktop_app.ui.looks.palette_colors import accent_color, mixed, quiet_color
from desktop_app.ui.looks.scroll_bars import fade_idle_bar
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.models.parts_model import HITS_ROLE, NOTE_ROLE, PartsModel
from desktop_app.ui.panes.elided_lines import draw_lines, lines_needed

Index = QModelIndex | QPersistentModelIndex
_TITLE_LINES = 2
_START, _END, _TOP = 24, 12, 6


class PartsList(QListView):
    """Titles in two lines with a note below; Up and Down go from part to part."""

    def __init__(self, model: PartsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_PartDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        fade_idle_bar(self.verticalScrollBar())
        self._space_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the titles anew at once; Qt would wait, and show rows of other heights till then."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space_out()

    def _space_out(self) -> None:
        self.setViewportMargins(0, TypeScale(self.font()).space(8), 0, 0)
        self.doItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()


class _PartDelegate(QStyledItemDelegate):
    """Draws a part, or the name of a group above parts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that title and note take in the width of the list."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        scale = TypeScale(option.font)
        small = QFontMetrics(scale.small)
        if not _is_part(index):
            return QSize(width, small.lineSpacing() + scale.space(_TOP + 12))
        metrics = QFontMetrics(scale.font)
        room = width - scale.space(_START) - scale.space(_END)
        lines = lines_needed(str(index.data()), metrics, room, _TITLE_LINES)
        notes = bool(index.data(NOTE_ROLE) or index.data(HITS_ROLE))
        height = lines * metrics.lineSpacing() + notes * small.lineSpacing()
        return QSize(width, height + 2 * scale.space(_TOP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, title, note and hits."""
        scale, palette = TypeScale(option.font), option.palette
        painter.save()
        painter.setLayoutDirection(option.direction)
        start, end, top = scale.space(_START), scale.space(_END), scale.space(_TOP)
        area = QRectF(option.rect).adjusted(start, top, -end, -top)
        if not _is_part(index):
            painter.setFont(scale.small)
            painter.setPen(quiet_color(palette))
            draw_lines(painter, area.adjusted(0, scale.space(8), 0, 0), str(index.data()), 1)
            painter.restore()
            return
        text, quiet = _paint_ground(painter, option)
        painter.setFont(scale.font)
        painter.setPen(text)
        lines = draw_lines(painter, area, str(index.data()), _TITLE_LINES)
        area.setTop(area.top() + lines * QFontMetricsF(scale.font).lineSpacing())
        painter.setFont(scale.small)
        accent = text if _is_selected(option) else accent_color(palette)
        _paint_note(painter, area, index, quiet, accent)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> tuple[QColor, QColor]:
    """Fill the ground; return the colours of text and of quiet text on it."""
    palette = option.palette
    if _is_selected(option):
        painter.fillRect(option.rect, palette.highlight())
        text = palette.highlightedText().color()
        quiet = mixed(text, palette.highlight().color(), 0.88)
    else:
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, palette.midlight())
        text, quiet = palette.text().color(), quiet_color(palette)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(text, 1, Qt.PenStyle.DotLine))
        painter.drawRect(option.rect.adjusted(2, 2, -3, -3))
    return text, quiet


def _paint_note(
    painter: QPainter, area: QRectF, index: Index, quiet: QColor, accent: QColor
) -> None:
    metrics = QFontMetricsF(painter.font())
    area.setHeight(metrics.lineSpacing())
    hits = index.data(HITS_ROLE)
    found = f"\u2022 {grouped(hits)}" if hits else ""
    painter.setPen(accent)
    draw_line(painter, area, found, at_end=True)
    area.setRight(area.right() - metrics.horizontalAdvance(found + " "))
    painter.setPen(quiet)
    note = elided_line(str(index.data(NOTE_ROLE) or ""), metrics, area.width())
    draw_line(painter, area, note)


def _is_part(index: Index) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)


def _is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)
