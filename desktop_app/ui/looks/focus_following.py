"""Follows the keyboard from control to control, to draw rings around those that need one."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusRings(QObject):
    """Follows the keyboard through all windows, once somebody moves by it.

    Whoever clicks knows where it is. Parts of the main window that are painted by us show it in
    ways of their own.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: QWidget | None = None
        app.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _left: QWidget | None, widget: QWidget | None) -> None:
        ring, self._ring = self._ring, None
        # A ring is deleted along with the control that it is around.
        if ring is not None and isValid(ring):
            ring.hide()
            ring.deleteLater()
        if widget is not None and _is_reached_by_keys(widget):
            # Loaded here, for the window is painted before somebody moves by the keyboard.
            from desktop_app.ui.looks.focus_ring import ring_around

            self._ring = ring_around(widget)


def _is_reached_by_keys(widget: QWidget) -> bool:
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
