"""Small shapes that stand beside words in lists: drawn, for not every font has them."""

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

_GRID = 16.0
_STROKE = 1.5
_ICON_SCALE = 2
"""Pixels of an icon for each that is asked for, as dense screens have."""


def _star() -> QPainterPath:
    path = QPainterPath()
    for number in range(10):
        radius, angle = (7.0, 2.9)[number % 2], -pi / 2 + number * pi / 5
        point = QPointF(8 + radius * cos(angle), 8.5 + radius * sin(angle))
        path.lineTo(point) if number else path.moveTo(point)
    path.closeSubpath()
    return path


def _changed() -> QPainterPath:
    """Return an arrow that goes round."""
    path = QPainterPath()
    path.arcMoveTo(QRectF(2.5, 2.5, 11, 11), 30)
    path.arcTo(QRectF(2.5, 2.5, 11, 11), 30, 290)
    path.moveTo(9.5, 6.5)
    path.lineTo(13.5, 6.5)
    path.lineTo(13.5, 2)
    return path


def _lost() -> QPainterPath:
    """Return a circle that is struck out."""
    path = QPainterPath()
    path.addEllipse(QPointF(8, 8), 5.5, 5.5)
    path.moveTo(4.1, 11.9)
    path.lineTo(11.9, 4.1)
    return path


def _dot() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(8, 8), 5, 5)
    return path


def _note() -> QPainterPath:
    path = QPainterPath()
    path.addRect(3, 1.5, 10, 13)
    return _with_lines(path, ((5.5, 5.5, 10.5), (5.5, 8.5, 10.5), (5.5, 11.5, 8.5)))


def _list() -> QPainterPath:
    return _with_lines(QPainterPath(), ((2, 4, 14), (2, 8, 14), (2, 12, 14)))


def _with_lines(path: QPainterPath, lines: tuple[tuple[float, float, float], ...]) -> QPainterPath:
    for left, top, right in lines:
        path.moveTo(left, top)
        path.lineTo(right, top)
    return path


def _more() -> QPainterPath:
    path = _with_lines(QPainterPath(), ((3, 8, 13),))
    path.moveTo(8, 3)
    path.lineTo(8, 13)
    return path


def _folder() -> QPainterPath:
    path = QPainterPath(QPointF(1.5, 13.5))
    for x, y in ((1.5, 3), (6, 3), (7.5, 5), (14.5, 5), (14.5, 13.5)):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _search() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(6.5, 6.5), 4.5, 4.5)
    path.moveTo(10, 10)
    path.lineTo(14, 14)
    return path


def _globe() -> QPainterPath:
    """Return a globe: what is searched is elsewhere."""
    path = QPainterPath()
    path.addEllipse(QPointF(8, 8), 6.5, 6.5)
    path.addEllipse(QPointF(8, 8), 2.8, 6.5)
    return _with_lines(path, ((1.5, 8, 14.5),))


def _trash() -> QPainterPath:
    path = _with_lines(QPainterPath(), ((2, 4, 14), (6, 1.8, 10)))
    path.moveTo(3.5, 4)
    for x, y in ((4.5, 14.5), (11.5, 14.5), (12.5, 4)):
        path.lineTo(x, y)
    return path


_FILLED: dict[str, Callable[[], QPainterPath]] = {"star": _star, "dot": _dot}
_OUTLINED: dict[str, Callable[[], QPainterPath]] = {
    "note": _note,
    "changed": _changed,
    "lost": _lost,
    "more": _more,
    "list": _list,
    "folder": _folder,
    "search": _search,
    "globe": _globe,
    "trash": _trash,
}


def draw_mark(painter: QPainter, name: str, area: QRectF, color: QColor) -> None:
    """Draw a shape into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / _GRID, area.height() / _GRID)
    if name in _FILLED:
        painter.fillPath(_FILLED[name](), color)
    else:
        pen = QPen(color, _STROKE)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_OUTLINED[name]())
    painter.restore()


def mark_icon(name: str, color: QColor, side: int) -> QIcon:
    """Return a shape as an icon of so many pixels."""
    pixmap = QPixmap(side * _ICON_SCALE, side * _ICON_SCALE)
    pixmap.setDevicePixelRatio(_ICON_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_mark(painter, name, QRectF(0, 0, side, side), color)
    painter.end()
    return QIcon(pixmap)
