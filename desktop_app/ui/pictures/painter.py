"""Paints pictures."""

from collections.abc import Mapping
from functools import cache
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Box,
    Dot,
    Ink,
    Line,
    Path,
    Picture,
    Shape,
    Text,
    Type,
)
from desktop_app.ui.panes.visible_text import visible_text

_DASHES = (4.0, 3.0)
_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


class PicturePainter:
    """Paints shapes with the colours of inks and the fonts of types."""

    def __init__(self, colors: Mapping[Ink, QColor], fonts: Mapping[Type, QFont]) -> None:
        self._colors = colors
        self._fonts = fonts
        # A map has a thousand shapes in three looks.
        self._pen = cache(self._new_pen)
        self._brush = cache(self._new_brush)

    def paint(self, painter: QPainter, picture: Picture) -> None:
        """Paint a picture with its upper left corner at the painter's origin."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A text runs as its own letters do, whichever way the window around the picture does.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for shape in picture.shapes:
            self._paint_shape(painter, shape)
        painter.restore()

    def _paint_shape(self, painter: QPainter, shape: Shape) -> None:
        match shape:
            case Line():
                painter.setPen(self._pen(shape.ink, shape.width, shape.is_dashed))
                painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
            case Path():
                painter.setPen(self._pen(shape.ink, shape.width, shape.is_dashed))
                painter.setBrush(self._brush(shape.fill))
                _draw_path(painter, shape)
            case Box():
                painter.setPen(self._pen(shape.ink, shape.line_width, shape.is_dashed))
                painter.setBrush(self._brush(shape.fill))
                rect = QRectF(shape.x, shape.y, shape.width, shape.height)
                painter.drawRoundedRect(rect, shape.radius, shape.radius)
            case Dot():
                painter.setPen(self._pen(shape.ink, shape.line_width))
                painter.setBrush(self._brush(shape.fill))
                painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
            case Text():
                self._paint_text(painter, shape)
            case _:
                assert_never(shape)

    def _paint_text(self, painter: QPainter, text: Text) -> None:
        painter.setFont(self._fonts[text.type])
        painter.setPen(self._colors[text.ink])
        shown = visible_text(text.text).replace("\n", " ")
        share = _SHARES[text.anchor]
        width = text.width
        if share and not width:
            width = painter.fontMetrics().horizontalAdvance(shown)
        painter.drawText(QPointF(text.x - share * width, text.y), shown)

    def _new_pen(self, ink: Ink | None, width: float, is_dashed: bool = False) -> QPen:
        if ink is None:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self._colors[ink], width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if is_dashed:
            pen.setDashPattern(list(_DASHES))
        return pen

    def _new_brush(self, fill: Ink | None) -> QBrush:
        return QBrush(Qt.BrushStyle.NoBrush) if fill is None else QBrush(self._colors[fill])


def _draw_path(painter: QPainter, shape: Path) -> None:
    points = [QPointF(x, y) for x, y in shape.points]
    if shape.is_smooth:
        painter.drawPath(_curve(points, shape.is_closed))
    elif shape.is_closed or shape.fill is not None:
        painter.drawPolygon(QPolygonF(points))
    else:
        painter.drawPolyline(QPolygonF(points))


def _curve(points: list[QPointF], is_closed: bool) -> QPainterPath:
    first, *others = points
    result = QPainterPath(first)
    for one, two, end in zip(others[::3], others[1::3], others[2::3], strict=True):
        result.cubicTo(one, two, end)
    if is_closed:
        result.closeSubpath()
    return result
