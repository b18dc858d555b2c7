"""Pictures among the text of a document: one character each, as large as the picture."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat

from desktop_app.analysis.pictures.shapes import Picture, Spot
from desktop_app.presentation.section import Figure
from desktop_app.ui.panes.look import Look
from desktop_app.ui.panes.section_texts import figure_text
from desktop_app.ui.pictures.painter import PicturePainter

OBJECT_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER = "\ufffc"
_PLACE = QTextFormat.Property.UserProperty + 2
"""Property of the character: the place of its picture among those of the document."""
IN_WORDS = QTextFormat.Property.UserProperty + 3
"""Property of the character: what its picture shows, in words."""
_NEAR = 3.0
"""Pixels beside a spot that still count as pointing at it."""


@dataclass(frozen=True, slots=True)
class PlacedFigure:
    """A figure as it was laid out."""

    figure: Figure
    picture: Picture


class DocumentFigures(QPyTextObject):
    """The pictures of one document: tells Qt how large they are, and paints them."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._painter = PicturePainter(look.inks, look.measure.fonts)
        self._measure = look.measure
        self._placed: list[PlacedFigure] = []
        self._painted: dict[int, QRectF] = {}

    @property
    def placed(self) -> tuple[PlacedFigure, ...]:
        """The figures of the document in reading order, as far as it is written."""
        return tuple(self._placed)

    def add(self, figure: Figure, width: float) -> QTextCharFormat:
        """Lay a figure out; returns the format of the character that stands for it."""
        picture = figure.draw(width, self._measure)
        result = QTextCharFormat()
        result.setObjectType(OBJECT_TYPE)
        result.setProperty(_PLACE, len(self._placed))
        result.setProperty(IN_WORDS, figure_text(figure))
        self._placed.append(PlacedFigure(figure, picture))
        return result

    def figure_of(self, char_format: QTextFormat) -> Figure | None:
        """Return the figure for which a character stands, None for any other character."""
        placed = self._of(char_format)
        return placed.figure if placed else None

    def figure_at(self, point: QPointF) -> PlacedFigure | None:
        """Return the figure at a place of the document, among those that were painted."""
        return next(
            (self._placed[place] for place, rect in self._painted.items() if rect.contains(point)),
            None,
        )

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return what is pointed at in a picture: the smallest spot there."""
        for place, rect in self._painted.items():
            if rect.contains(point):
                inside = point - rect.topLeft()
                found = [one for one in self._placed[place].picture.spots if _holds(one, inside)]
                return min(found, key=lambda one: one.width * one.height, default=None)
        return None

    def intrinsicSize(self, doc: QTextDocument, pos: int, format: QTextFormat) -> QSizeF:
        """Return the size of a picture."""
        placed = self._of(format)
        return QSizeF(placed.picture.width, placed.picture.height) if placed else QSizeF()

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos: int,
        format: QTextFormat,
    ) -> None:
        """Paint a picture."""
        placed = self._of(format)
        if placed is None:
            return
        place = QRectF(rect)
        self._painted[int(format.property(_PLACE))] = place
        painter.save()
        painter.translate(place.topLeft())
        self._painter.paint(painter, placed.picture)
        painter.restore()

    def _of(self, char_format: QTextFormat) -> PlacedFigure | None:
        place = char_format.property(_PLACE)
        return self._placed[place] if isinstance(place, int) else None


def _holds(spot: Spot, point: QPointF) -> bool:
    rect = QRectF(spot.x, spot.y, spot.width, spot.height)
    return rect.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(point)
