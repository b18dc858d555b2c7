"""Paints a page as a sheet of paper that lies on a desk."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

_PAPER, _EDGE = QColor("#ffffff"), QColor(0, 0, 0, 60)
_SHADOWS = tuple(QColor(0, 0, 0, strength) for strength in (10, 16, 24))
"""From the outermost to the innermost."""


def paint_page(painter: QPainter, area: QRectF, image: QImage | None) -> None:
    """Paint the shadow, the paper in its own white whatever the theme, and what is on it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for distance, shadow in zip((4, 3, 2), _SHADOWS, strict=True):
        painter.setBrush(shadow)
        painter.drawRoundedRect(area.adjusted(-1, 0, 1, 1).translated(0, distance - 1), 2, 2)
    painter.fillRect(area, _PAPER)
    if image is not None:
        painter.drawImage(area, image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_EDGE, 0))
    painter.drawRect(area)
