"""Measures the text of pictures in the application's font."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from desktop_app.analysis.pictures.shapes import Type
from desktop_app.ui.looks.typography import scaled

_SMALL = 0.88
_LEADING = 1.28
"""The height of a line, in sizes of its type."""
_REMEMBERED = 4096


class ScreenMeasure:
    """A measure of text for one font; distances in pixels."""

    def __init__(self, font: QFont) -> None:
        self.fonts = {
            Type.SMALL: scaled(font, _SMALL),
            Type.BODY: font,
            Type.STRONG: scaled(font, 1, bold=True),
            Type.SMALL_STRONG: scaled(font, _SMALL, bold=True),
        }
        self._metrics = {type: QFontMetricsF(one) for type, one in self.fonts.items()}
        self._sizes = {type: float(QFontInfo(one).pixelSize()) for type, one in self.fonts.items()}
        self._width = lru_cache(_REMEMBERED)(self._measured)

    @property
    def em(self) -> float:
        """The size of running text, in pixels."""
        return self._sizes[Type.BODY]

    def width(self, text: str, type: Type) -> float:
        """Return the width of one line."""
        return self._width(text, type)

    def line_height(self, type: Type) -> float:
        """Return the distance of lines."""
        return max(self._sizes[type] * _LEADING, self._metrics[type].height())

    def ascent(self, type: Type) -> float:
        """Return the distance from the top of a line to its baseline."""
        metrics = self._metrics[type]
        return (self.line_height(type) - metrics.height()) / 2 + metrics.ascent()

    def _measured(self, text: str, type: Type) -> float:
        return self._metrics[type].horizontalAdvance(text)
