"""Boxes to tick whose edges are seen in the dark as well."""

from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

_EDGE = 170
"""The style draws an edge as the ground of the window made darker, by a little less than this."""


class CheckBox(QCheckBox):
    """A box to tick."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it with an edge that stands out."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, QStyle.ControlElement.CE_CheckBox, option)


class RadioButton(QRadioButton):
    """A choice among several."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it with an edge that stands out."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, QStyle.ControlElement.CE_RadioButton, option)


def _paint(widget: QWidget, control: QStyle.ControlElement, option: QStyleOptionButton) -> None:
    edge = option.palette.color(QPalette.ColorRole.PlaceholderText).lighter(_EDGE)
    option.palette.setColor(QPalette.ColorRole.Window, edge)
    painter = QStylePainter(widget)
    painter.drawControl(control, option)
    painter.end()
