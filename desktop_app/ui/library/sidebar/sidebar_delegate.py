"""Draws the lines of the sidebar."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.store.personal.tag_colour import TagColour
from desktop_app.ui.library.scopes import Scope, ScopeKind
from desktop_app.ui.library.sidebar.sidebar_items import ACTIVE_ROLE, COLOUR_ROLE, meaning_of
from desktop_app.ui.library.sidebar.sidebar_lines import FIRST_FACET, Heading, More
from desktop_app.ui.looks.mark_shapes import mark_icon
from desktop_app.ui.looks.typography import TypeScale
from desktop_app.ui.personal.tag_colours import tag_color

_SHAPES = {
    ScopeKind.ALL: "list",
    ScopeKind.STARRED: "star",
    ScopeKind.CHANGED: "changed",
    ScopeKind.TAG: "dot",
    ScopeKind.COLLECTION: "folder",
    ScopeKind.SEARCH: "search",
    ScopeKind.REGISTRY: "globe",
    ScopeKind.TRASH: "trash",
}
_EDGE = 170
"""The style draws the edge of a box as the ground made darker, by a little less than this."""
_MOST_KEPT = 64
_Index = QModelIndex | QPersistentModelIndex


class SidebarDelegate(QStyledItemDelegate):
    """Draws shapes and words; boxes are ticked by the tree, wherever their lines are clicked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palettes: dict[tuple[object, ...], QPalette] = {}
        self._icons: dict[tuple[object, ...], QIcon] = {}

    def editorEvent(self, *_arguments: object) -> bool:
        """Leave the box to the tree."""
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return lines with some room between them; the tree sets the widths of its columns."""
        height = option.fontMetrics.height()
        return QSize(height, height + TypeScale(option.font).space(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a line, and a rule where the filters begin."""
        super().paint(painter, option, index)
        if meaning_of(index) == FIRST_FACET:
            painter.setPen(QPen(option.palette.mid().color(), 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw what is listed in the colours of a selection, and numbers quietly."""
        super().initStyleOption(option, index)
        meaning, is_active = meaning_of(index), bool(index.data(ACTIVE_ROLE))
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if is_active:
            option.state &= ~QStyle.StateFlag.State_MouseOver
        role = _ink_role(index, meaning, is_active=is_active)
        if isinstance(meaning, Heading):
            option.font.setBold(True)
        if isinstance(meaning, Scope) and not index.column():
            self._decorate(option, index, meaning, option.palette.color(role))
        option.palette = self._dressed(option.palette, role)

    def _dressed(self, palette: QPalette, role: QPalette.ColorRole) -> QPalette:
        """Return a palette for a line; it is kept, for all lines are painted after each key."""
        key = palette.cacheKey(), palette.currentColorGroup(), role
        if key not in self._palettes:
            if len(self._palettes) >= _MOST_KEPT:
                self._palettes.clear()
            dressed = QPalette(palette)
            edge = palette.color(QPalette.ColorRole.PlaceholderText).lighter(_EDGE)
            dressed.setColor(QPalette.ColorRole.Text, palette.color(role))
            dressed.setColor(QPalette.ColorRole.Window, edge)
            self._palettes[key] = dressed
        return self._palettes[key]

    def _icon(self, name: str, colour: QColor, side: int) -> QIcon:
        key = name, colour.rgba(), side
        if key not in self._icons:
            if len(self._icons) >= _MOST_KEPT:
                self._icons.clear()
            self._icons[key] = mark_icon(name, colour, side)
        return self._icons[key]

    def _decorate(
        self, option: QStyleOptionViewItem, index: _Index, scope: Scope, ink: QColor
    ) -> None:
        side = TypeScale(option.font).space(12)
        name = index.data(COLOUR_ROLE)
        is_coloured = name and not index.data(ACTIVE_ROLE)
        colour = tag_color(TagColour.of(name), option.palette) if is_coloured else ink
        option.icon = self._icon(_SHAPES[scope.kind], colour, side)
        option.decorationSize = QSize(side, side)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


def _ink_role(index: _Index, meaning: object, *, is_active: bool) -> QPalette.ColorRole:
    if is_active:
        return QPalette.ColorRole.HighlightedText
    is_quiet = index.column() or isinstance(meaning, More)
    return QPalette.ColorRole.PlaceholderText if is_quiet else QPalette.ColorRole.Text
