"""The picture of a map of sites on the screen, kept until another one is asked for."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from desktop_app.analysis.pictures.lettering import shortened
from desktop_app.analysis.pictures.shapes import Ink, Type
from desktop_app.analysis.site_map.frame import MapView, framed
from desktop_app.analysis.site_map.layout import LaidMap, fitting_map, laid_map
from desktop_app.analysis.site_map.marks import Mark
from desktop_app.analysis.site_map.places import MapSites
from desktop_app.ui.panes.look import Look
from desktop_app.ui.panes.visible_text import visible_text
from desktop_app.ui.pictures.painter import PicturePainter

_NEAR = 5.0
"""Pixels beside a dot that still count as pointing at it."""
_HALO, _RING = 3.0, 2.0
_PADDING = 6
_MOST_LINES = 2


class MapCanvas:
    """A map of sites in a size, and what is where on it."""

    def __init__(
        self,
        sites: MapSites,
        view: MapView,
        size: QSize,
        look: Look,
        ratio: float,
        *,
        has_key: bool,
    ) -> None:
        self._look = look
        width, height = max(1, size.width()), max(1, size.height())
        if has_key:
            self._laid = fitting_map(sites, view, width, height, look.measure, ratio)
        else:
            frame = framed(view, width, height)
            self._laid = laid_map(sites, frame, look.measure, has_key=False, sharpness=ratio)
        self._pixmap: QPixmap | None = None

    @property
    def laid(self) -> LaidMap:
        """The map as it is laid out, in pixels of the widget."""
        return self._laid

    def mark_at(self, point: QPointF) -> Mark | None:
        """Return the dot that is pointed at, the nearest one where they are close."""
        found = [
            (distance, place)
            for place, mark in enumerate(self._laid.marks)
            if (distance := math.hypot(mark.x - point.x(), mark.y - point.y()))
            <= mark.radius + _NEAR
        ]
        # Among equals the uppermost, which is painted last.
        return self._laid.marks[min(found, key=lambda one: (one[0], -one[1]))[1]] if found else None

    def mark_of(self, number: int) -> Mark | None:
        """Return the dot of a site, None where it is not seen."""
        return next(
            (
                mark
                for mark in self._laid.marks
                if any(site.number == number for site in mark.sites)
            ),
            None,
        )

    def paint(self, painter: QPainter) -> None:
        """Paint the map with its key."""
        ratio = painter.device().devicePixelRatio() if painter.device() else 1.0
        if self._pixmap is None or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = self._painted(ratio)
        painter.drawPixmap(0, 0, self._pixmap)

    def paint_selection(self, painter: QPainter, mark: Mark) -> None:
        """Paint a ring around a dot; it shows without its colour, too."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        center, radius = QPointF(mark.x, mark.y), mark.radius + _HALO
        for ink, width in ((Ink.GROUND, 2 * _RING + 2), (Ink.ACCENT, _RING)):
            painter.setPen(QPen(self._look.inks[ink], width))
            painter.drawEllipse(center, radius, radius)
        painter.restore()

    def paint_words(self, painter: QPainter, words: str) -> None:
        """Paint words on the lower edge of the map; the list has them whole."""
        frame, measure = self._laid.frame, self._look.measure
        room = frame.width - 4 * _PADDING
        lines = shortened(visible_text(words), room, Type.SMALL, measure, _MOST_LINES)
        step = measure.line_height(Type.SMALL)
        widest = max((measure.width(line, Type.SMALL) for line in lines), default=0.0)
        height = len(lines) * step + _PADDING
        box = QRectF(_PADDING, frame.height - _PADDING - height, widest + 2 * _PADDING, height)
        ground = QColor(self._look.inks[Ink.GROUND])
        ground.setAlphaF(0.94)
        painter.fillRect(box, ground)
        painter.setPen(self._look.inks[Ink.TEXT])
        painter.setFont(measure.fonts[Type.SMALL])
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for number, line in enumerate(lines):
            base = box.top() + _PADDING / 2 + number * step + measure.ascent(Type.SMALL)
            painter.drawText(QPointF(box.left() + _PADDING, base), line)

    def _painted(self, ratio: float) -> QPixmap:
        picture = self._laid.picture
        size = QSize(math.ceil(picture.width * ratio), math.ceil(picture.height * ratio))
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        PicturePainter(self._look.inks, self._look.measure.fonts).paint(painter, picture)
        painter.end()
        return pixmap
