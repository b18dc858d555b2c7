"""Boxes to tick whose edges and focus are seen in the dark as well."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desktop_app.ui.looks.palette_colors import accent_color

_RING = 2.0
_EDGE = 170
"""The style draws an edge as the ground of the window made darker, by a little less than this."""


class CheckBox(QCheckBox):
    """A box to tick."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it with an edge that stands out."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        focus = QStyle.SubElement.SE_CheckBoxFocusRect
        _paint(self, QStyle.ControlElement.CE_CheckBox, focus, option)


class RadioButton(QRadioButton):
    """A choice among several."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it with an edge that stands out."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        focus = QStyle.SubElement.SE_RadioButtonFocusRect
        _paint(self, QStyle.ControlElement.CE_RadioButton, focus, option)


def _paint(
    widget: QWidget,
    control: QStyle.ControlElement,
    focus: QStyle.SubElement,
    option: QStyleOptionButton,
) -> None:
    is_focused = _shows_focus(option)
    # With the focus, the style would dim the edge.
    option.state = option.state & ~QStyle.StateFlag.State_HasFocus
    edge = option.palette.color(QPalette.ColorRole.PlaceholderText).lighter(_EDGE)
    option.palette.setColor(QPalette.ColorRole.Window, edge)
    painter = QStylePainter(widget)
    painter.drawControl(control, option)
    if is_focused:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent_color(widget.palette()), _RING))
        area = QRectF(widget.style().subElementRect(focus, option, widget))
        half = _RING / 2
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), 4, 4)
    painter.end()


def _shows_focus(option: QStyleOptionButton) -> bool:
    """Tell whether the focus is here and was brought by the keyboard."""
    wanted = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    return (option.state & wanted) == wanted
