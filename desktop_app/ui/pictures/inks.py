"""The inks of pictures in the colours of a palette."""

from PySide6.QtGui import QColor, QPalette

from desktop_app.analysis.pictures.shapes import Ink
from desktop_app.ui.looks.palette_colors import accent_color, is_dark, mixed, quiet_color

_ALERT_ON_LIGHT, _ALERT_ON_DARK = "#a8441b", "#f2a07b"


def ink_colors(palette: QPalette) -> dict[Ink, QColor]:
    """Return the colour of each ink; text inks are readable on the base and on the tints, and
    rules can be made out on them.
    """
    text, base = palette.text().color(), palette.base().color()
    accent = accent_color(palette)
    return {
        Ink.TEXT: text,
        Ink.QUIET: quiet_color(palette),
        Ink.ACCENT: accent,
        Ink.ACCENT_TINT: mixed(accent, base, 0.11),
        Ink.PANEL: mixed(text, base, 0.045),
        Ink.GROUND: base,
        Ink.RULE: mixed(text, base, 0.54),
        Ink.FAINT: mixed(text, base, 0.16),
        Ink.LAND: mixed(text, base, 0.09),
        Ink.ALERT: QColor(_ALERT_ON_DARK if is_dark(palette) else _ALERT_ON_LIGHT),
    }
