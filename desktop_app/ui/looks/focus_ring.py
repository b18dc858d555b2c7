"""A ring around the control that has the keyboard, where the style shows it faintly or not."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QDialog,
    QFocusFrame,
    QLineEdit,
    QPushButton,
    QToolBar,
    QToolButton,
    QWidget,
)

from desktop_app.ui.check_boxes import CheckBox, RadioButton
from desktop_app.ui.looks.palette_colors import accent_color

_WIDTH = 2.0
_SHOW_IT_THEMSELVES = (QLineEdit, QPushButton, CheckBox, RadioButton)
"""By the style sheet, which all windows wear, or as they paint themselves."""
_FAINT = (QComboBox, QToolButton)


def ring_around(widget: QWidget) -> QWidget | None:
    """Return a ring around a control, or None where it shows by itself that it has the keyboard."""
    if not _needs_ring(widget):
        return None
    return _InnerRing(widget) if isinstance(widget, QAbstractScrollArea) else _Ring(widget)


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
