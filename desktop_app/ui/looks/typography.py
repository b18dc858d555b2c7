"""The type scale: four sizes from the application's font, and spacing that grows with it."""

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

_SMALL, _SECTION, _TITLE = 0.9, 1.15, 1.5
_HEIGHT_AT_FULL_SIZE = 16.0
"""Height in pixels of a line of a usual desktop font at its usual size."""
READING_WIDTH = 90
"""Characters in the longest line of running text."""
_SAMPLE = "Participants with measurable disease who have given their written informed consent. "


class TypeScale(NamedTuple):
    """Sizes of type and space for one font; equal scales draw alike."""

    font: QFont

    @property
    def small(self) -> QFont:
        """Return the font of labels and notes."""
        return scaled(self.font, _SMALL)

    @property
    def section(self) -> QFont:
        """Return the font of headings and key facts."""
        return scaled(self.font, _SECTION, bold=True)

    @property
    def title(self) -> QFont:
        """Return the font of the study's title."""
        return scaled(self.font, _TITLE, bold=True)

    @property
    def reading_width(self) -> int:
        """Return the greatest width of running text, in pixels."""
        # The font's own average is that of all its letters, and far wider than that of a text.
        average = QFontMetricsF(self.font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return round(average * READING_WIDTH)

    def leading(self, height: float) -> int:
        """Return the height of a line, given in sizes of the type, in percent of the font's own.

        Fonts differ in the room that they leave between lines; the eye wants the same of all.
        """
        own = QFontMetricsF(self.font).lineSpacing()
        return max(100, round(100 * height * QFontInfo(self.font).pixelSize() / own))

    @property
    def factor(self) -> float:
        """Return how much larger than usual the text is; 1 or more."""
        return max(1.0, QFontMetricsF(self.font).height() / _HEIGHT_AT_FULL_SIZE)

    def space(self, pixels: int) -> int:
        """Return a distance (4, 8, 12, 16, 24 or 32) in pixels at this size of text."""
        return round(pixels * self.factor)


def scaled(font: QFont, factor: float, bold: bool = False) -> QFont:
    """Return a font so many times as large, whether its size is in points or in pixels."""
    larger = QFont(font)
    if font.pointSizeF() > 0:
        larger.setPointSizeF(font.pointSizeF() * factor)
    else:
        larger.setPixelSize(max(1, round(font.pixelSize() * factor)))
    larger.setBold(bold or font.bold())
    return larger
