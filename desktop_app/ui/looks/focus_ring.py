"""A ring around the control that has the keyboard, where the style shows it faintly or not."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QFocusFrame,
    QLineEdit,
    QPushButton,
    QToolBar,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from desktop_app.ui.check_boxes import CheckBox, RadioButton
from desktop_app.ui.looks.palette_colors import accent_color

_WIDTH = 2.0
_SHOW_IT_THEMSELVES = (QLineEdit, QPushButton, CheckBox, RadioButton)
"""By the style sheet, which all windows wear, or as they paint themselves."""
_FAINT = (QComboBox, QToolButton)


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
        if widget is not None and _is_reached_by_keys(widget) and _needs_ring(widget):
            is_large = isinstance(widget, QAbstractScrollArea)
            self._ring = _InnerRing(widget) if is_large else _Ring(widget)


def _is_reached_by_keys(widget: QWidget) -> bool:
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def _needs_ring(widget: QWidget) -> bool:
    if isinstance(widget.window(), QDialog):
        return not isinstance(widget, _SHOW_IT_THEMSELVES)
    return isinstance(widget, _FAINT) and not isinstance(widget.parent(), QToolBar)


class _Ring(QFocusFrame):
    """Lies around one small control."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setWidget(widget)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring alone."""
        _paint(self)


class _InnerRing(QWidget):
    """Lies at the edge of what scrolls, inside: around it there may be no room."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.installEventFilter(self)
        self.setGeometry(widget.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what is in the ring."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring alone."""
        _paint(self)


def _paint(ring: QWidget) -> None:
    painter = QPainter(ring)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent_color(ring.palette()), _WIDTH))
    half = _WIDTH / 2
    painter.drawRoundedRect(QRectF(ring.rect()).adjusted(half, half, -half, -half), 4, 4)
    painter.end()
