"""A map of sites that can be pointed at, moved, and walked over with the keyboard."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from desktop_app.analysis.site_map.marks import Mark, marked_text
from desktop_app.analysis.site_map.places import MapSites
from desktop_app.analysis.site_map.steps import Direction, next_site
from desktop_app.languages import N_, _
from desktop_app.ui.keys.keyboard_focus import came_by_keyboard
from desktop_app.ui.panes.site_map_picture import SiteMapPicture
from desktop_app.ui.panes.visible_text import tooltip_text

_NOTCH = 120
"""What a wheel tells for one notch."""
_PER_NOTCH = 1.25
_DIRECTIONS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_STEPS_IN_LIST = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_SMALLER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELP = N_(
    "Arrow keys go to the nearest site, Page Up and Page Down from site to site of the list, "
    "Enter to the site in the list. Plus and minus enlarge and reduce, 0 shows all."
)


class SiteMapView(SiteMapPicture):
    """Lets somebody choose a site: ``site_chosen`` gives its number.

    ``row_wanted`` gives the number of a site whose row is to be read. ``menu_wanted`` lets others
    put what they offer into the menu of the map.
    """

    site_chosen = Signal(int)
    row_wanted = Signal(int)
    menu_wanted = Signal(QMenu)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleDescription(_(_HELP))
        self._order: tuple[int, ...] = ()
        self._pressed_at: QPointF | None = None
        self._is_moving = False

    def walk_in(self, order: tuple[int, ...]) -> None:
        """Go from site to site in the order of a list; sites without a dot are left out."""
        placed = {site.number for site in self.sites.placed}
        self._order = tuple(number for number in order if number in placed)

    def narrow_to(self, sites: MapSites) -> None:
        """Show some of the sites; until it is told otherwise they are walked over as they are."""
        super().narrow_to(sites)
        self._order = tuple(site.number for site in sites.placed)

    def event(self, event: QEvent) -> bool:
        """Tell which sites are pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.canvas.mark_at(QPointF(event.pos()))
            text = tooltip_text(marked_text(mark)) if mark else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether to show the focus."""
        self._shows_focus = came_by_keyboard(event)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from site to site, to the list, nearer and farther."""
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain or not self._take_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a move."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._is_moving = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map, or show that there is something to click."""
        point = event.position()
        if self._pressed_at is None:
            self._show_hand(self.canvas.mark_at(point) is not None)
            return
        by = point - self._pressed_at
        if self._is_moving or by.manhattanLength() >= QApplication.startDragDistance():
            self._is_moving = True
            self._pressed_at = point
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.move_by(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        was_click = self._pressed_at is not None and not self._is_moving
        mark = self.canvas.mark_at(event.position())
        self._pressed_at = None
        self._show_hand(mark is not None)
        if was_click and mark is not None:
            self._choose(self._next_of(mark))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Enlarge or reduce around the place that is pointed at."""
        self.zoom(_PER_NOTCH ** (event.angleDelta().y() / _NOTCH), event.position())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the picture."""
        menu = QMenu(self)
        self.menu_wanted.emit(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _take_key(self, key: Qt.Key) -> bool:
        if key in _DIRECTIONS:
            self._go(_DIRECTIONS[key])
        elif key in _STEPS_IN_LIST:
            self._step(_STEPS_IN_LIST[key])
        elif key in _LARGER:
            self.enlarge()
        elif key in _SMALLER:
            self.reduce()
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in _ENTER and self.selected is not None:
            self.row_wanted.emit(self.selected)
        else:
            return False
        return True

    def _go(self, direction: Direction) -> None:
        """Go to the nearest site in a direction; the first one comes first."""
        if self.selected is None:
            self._step(1)
            return
        laid = self.canvas.laid
        number = next_site(self.sites.placed, laid.marks, laid.frame, self.selected, direction)
        if number is not None:
            self._choose(number)

    def _step(self, by: int) -> None:
        """Go to the next site of the list, or the one before."""
        if not self._order:
            return
        at = self._order.index(self.selected) + by if self.selected in self._order else 0
        self._choose(self._order[min(max(at, 0), len(self._order) - 1)])

    def _next_of(self, mark: Mark) -> int:
        """Return the site of a dot; where it stands for several, the one after the selected."""
        numbers = [site.number for site in mark.sites]
        at = numbers.index(self.selected) + 1 if self.selected in numbers else 0
        return numbers[at % len(numbers)]

    def _choose(self, number: int) -> None:
        self.select_site(number)
        self.site_chosen.emit(number)

    def _show_hand(self, is_wanted: bool) -> None:
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if is_wanted else arrow)
