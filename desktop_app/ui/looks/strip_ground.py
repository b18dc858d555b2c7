"""The ground of strips that say something above a study: a tint, and a bar at their left."""

from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desktop_app.ui.looks.palette_colors import mixed

BAR = 3
"""The width of the bar in pixels, to be left free."""


def paint_strip(strip: QWidget, color: QColor) -> None:
    """Paint the ground of a strip in shades of a colour, within its painting."""
    painter, base = QPainter(strip), strip.palette().base().color()
    painter.fillRect(strip.rect(), mixed(color, base, 0.1))
    painter.fillRect(0, 0, BAR, strip.height(), mixed(color, base, 0.8))
