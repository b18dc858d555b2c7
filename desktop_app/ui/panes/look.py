"""The formats in which panes write, derived from one font and one palette."""

from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QTextCharFormat, QTextFormat

from desktop_app.analysis.changes.words import Mark
from desktop_app.analysis.pictures.shapes import Ink
from desktop_app.ui.looks.palette_colors import accent_color, mixed, quiet_color, rule_color
from desktop_app.ui.looks.typography import TypeScale, scaled
from desktop_app.ui.panes.visible_text import tooltip_text
from desktop_app.ui.pictures.inks import ink_colors
from desktop_app.ui.pictures.screen_measure import ScreenMeasure

REVISED = QTextFormat.Property.UserProperty + 5
"""Property of characters: which mark of a comparison they bear."""
_RUNNING, _CLOSE = 1.42, 1.3
"""Heights of lines, in sizes of the type."""


class Look:
    """Character formats by what they are for; sizes and spaces come from ``scale``."""

    def __init__(self, font: QFont, palette: QPalette) -> None:
        self.scale = TypeScale(font)
        self.text_color = palette.text().color()
        self.quiet_color = quiet_color(palette)
        self.rule_color = rule_color(palette)
        self._palette = palette

    def space(self, pixels: int) -> int:
        """Return a distance in pixels at this size of text."""
        return round(pixels * self._factor)

    @cached_property
    def _factor(self) -> float:
        return self.scale.factor

    def width_of(self, text: str) -> int:
        """Return the width of a text in the size of body, in pixels."""
        return round(self._metrics.horizontalAdvance(text))

    @cached_property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.scale.font)

    @cached_property
    def inks(self) -> dict[Ink, QColor]:
        """The colours of pictures."""
        return ink_colors(self._palette)

    @cached_property
    def measure(self) -> ScreenMeasure:
        """What measures the text of pictures."""
        return ScreenMeasure(self.scale.font)

    def explained(
        self, char_format: QTextCharFormat, words: str, *, is_marked: bool
    ) -> QTextCharFormat:
        """Return a format that tells what a term means when it is pointed at."""
        result = QTextCharFormat(char_format)
        result.setToolTip(tooltip_text(words))
        if is_marked:
            result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            result.setUnderlineColor(self.inks[Ink.RULE])
        return result

    @cached_property
    def link(self) -> QTextCharFormat:
        """Addresses that can be opened."""
        result = char_format(self.scale.font, accent_color(self._palette))
        result.setFontUnderline(True)
        result.setAnchor(True)
        return result

    @cached_property
    def leading(self) -> int:
        """The height of a line of running text, in percent of what the font asks for."""
        return self.scale.leading(_RUNNING)

    @cached_property
    def close_leading(self) -> int:
        """The height of a line of short values and cells."""
        return self.scale.leading(_CLOSE)

    @cached_property
    def reading_width(self) -> int:
        """The greatest width of running text, in pixels."""
        return self.scale.reading_width

    @cached_property
    def body(self) -> QTextCharFormat:
        """The record's words."""
        return char_format(self.scale.font, self.text_color)

    @cached_property
    def quiet(self) -> QTextCharFormat:
        """Labels, notes behind a value, and what is said in place of a value."""
        return char_format(self.scale.font, self.quiet_color)

    @cached_property
    def small(self) -> QTextCharFormat:
        """Labels above key facts, headers of tables, numbers of criteria."""
        return char_format(self.scale.small, self.quiet_color)

    @cached_property
    def removed(self) -> QTextCharFormat:
        """Words that only the older of two records has: struck out."""
        result = char_format(self.scale.font, self.quiet_color)
        result.setFontStrikeOut(True)
        result.setProperty(REVISED, Mark.REMOVED.value)
        return result

    @cached_property
    def added(self) -> QTextCharFormat:
        """Words that only the newer of two records has: underlined, on a faint ground."""
        result = char_format(self.scale.font, self.text_color)
        result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        result.setUnderlineColor(accent_color(self._palette))
        ground = self._palette.base().color()
        result.setBackground(mixed(accent_color(self._palette), ground, 0.14))
        result.setProperty(REVISED, Mark.ADDED.value)
        return result

    @cached_property
    def section(self) -> QTextCharFormat:
        """Headings, and the values of key facts."""
        return char_format(self.scale.section, self.text_color)

    @cached_property
    def quiet_section(self) -> QTextCharFormat:
        """What is said in place of a key fact."""
        return char_format(scaled(self.scale.font, 1.15), self.quiet_color)

    @cached_property
    def part(self) -> QTextCharFormat:
        """Headings of parts of a section."""
        return char_format(scaled(self.scale.font, 1, bold=True), self.text_color)


def char_format(font: QFont, color: QColor) -> QTextCharFormat:
    """Return a character format of a font and a colour."""
    result = QTextCharFormat()
    result.setFont(font)
    result.setForeground(color)
    return result
