"""Colours that follow from a palette: quiet text, thin rules, tints, with enough contrast."""

from PySide6.QtGui import QColor, QPalette

READABLE_CONTRAST = 4.5
"""The least contrast of text that WCAG 2.2 accepts at level AA."""
_QUIET_CONTRAST = 5.2
_HIGHEST_CONTRAST = 20.0
"""Of text in palettes for those who need it high; no other has as much."""


def is_dark(palette: QPalette) -> bool:
    """Say whether a palette is that of a dark theme: its windows are darker than its text."""
    return palette.window().color().lightness() < palette.windowText().color().lightness()


def contrast(first: QColor, second: QColor) -> float:
    """Return the WCAG contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(color: QColor, ground: QColor, share: float) -> QColor:
    """Return a colour laid over a ground; ``share`` of 1 is the colour alone."""
    return QColor.fromRgbF(
        color.redF() * share + ground.redF() * (1 - share),
        color.greenF() * share + ground.greenF() * (1 - share),
        color.blueF() * share + ground.blueF() * (1 - share),
    )


def quiet_color(palette: QPalette) -> QColor:
    """Return the colour of secondary text: the theme's own if it can be read on the base."""
    text, base = palette.text().color(), palette.base().color()
    own = palette.placeholderText().color()
    if own.alpha() == 255 and contrast(own, base) >= READABLE_CONTRAST:
        return own
    for percent in range(60, 100, 5):
        quiet = mixed(text, base, percent / 100)
        if contrast(quiet, base) >= _QUIET_CONTRAST:
            return quiet
    return text


def rule_color(palette: QPalette) -> QColor:
    """Return the colour of a thin line between contents."""
    text, base = palette.text().color(), palette.base().color()
    return mixed(text, base, 0.6 if contrast(text, base) >= _HIGHEST_CONTRAST else 0.16)


def with_text_color(palette: QPalette, color: QColor) -> QPalette:
    """Return a palette whose text has a colour, on windows and on what is read alike."""
    result = QPalette(palette)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        result.setColor(role, color)
    return result


def accent_color(palette: QPalette) -> QColor:
    """Return the one accent of the window."""
    return palette.color(QPalette.ColorRole.Accent)


def warning_color() -> QColor:
    """Return the amber of warnings, for bars and, thinned, for grounds; text is darker."""
    return QColor("#e0a100")


def warning_text_color(palette: QPalette) -> QColor:
    """Return the colour of a text that warns, on windows and on what is read."""
    return mixed(warning_color(), palette.text().color(), 0.25)


def hit_color(palette: QPalette, is_current: bool) -> QColor:
    """Return the ground of a found word; text on it keeps its colour and stays readable."""
    yellow = QColor("#b58900") if is_dark(palette) else QColor("#ffcf33")
    share = (0.55 if is_dark(palette) else 0.95) if is_current else 0.32
    return mixed(yellow, palette.base().color(), share)


def _luminance(color: QColor) -> float:
    red, green, blue = (_linear(c) for c in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
