"""Draws a line of text at the side where lines of the window begin or end."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

_Side = Qt.AlignmentFlag
_FLAGS = _Side.AlignVCenter | _Side.AlignAbsolute | Qt.TextFlag.TextSingleLine


def draw_line(painter: QPainter, area: QRectF, text: str, *, at_end: bool = False) -> None:
    """Draw a text where a line begins, or ends, in the painter's direction.

    Its own letters run as they do: a record is English in every window.
    """
    direction = painter.layoutDirection()
    is_left = (direction is Qt.LayoutDirection.RightToLeft) == at_end
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(area, int(_FLAGS | (_Side.AlignLeft if is_left else _Side.AlignRight)), text)
    painter.setLayoutDirection(direction)
