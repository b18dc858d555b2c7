"""Measures the text of pictures in the bundled fonts, so that every machine lays out alike."""

from desktop_app.analysis.pictures.shapes import Type
from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.drawn_text import line_width
from desktop_app.export.typesetting.fonts import BOLD, REGULAR

_SMALL = 0.88
_LEADING = 1.28
_BASELINE = 0.97
"""From the top of a line to its baseline, in sizes of the type."""
FONTS = {
    Type.SMALL: (REGULAR, _SMALL),
    Type.BODY: (REGULAR, 1.0),
    Type.STRONG: (BOLD, 1.0),
    Type.SMALL_STRONG: (BOLD, _SMALL),
}
"""The font of each type, and its size in relation to running text."""


class PaperMeasure:
    """A measure of text for a size of running text; distances in the unit of that size."""

    def __init__(self, size: float) -> None:
        self._size = size

    @property
    def em(self) -> float:
        """The size of running text."""
        return self._size

    def width(self, text: str, type: Type) -> float:
        """Return the width of one line."""
        font, share = FONTS[type]
        return line_width(printable(text), font) * self._size * share / 1000

    def line_height(self, type: Type) -> float:
        """Return the distance of lines."""
        return self._size * FONTS[type][1] * _LEADING

    def ascent(self, type: Type) -> float:
        """Return the distance from the top of a line to its baseline."""
        return self._size * FONTS[type][1] * _BASELINE
