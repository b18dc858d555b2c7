"""The palettes, plain and of high contrast; every colour of the window is one of their roles."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from desktop_app.ui.looks.palette_colors import READABLE_CONTRAST, contrast

Role = QPalette.ColorRole


class Scheme(NamedTuple):
    """The colours of a palette, by what they are for.

    ``window`` is behind the list and the bars, ``base`` behind what is read, ``line`` separates,
    ``edge`` outlines what can be pressed or typed into, ``quiet`` is text of second rank.
    """

    window: str
    base: str
    hover: str
    line: str
    edge: str
    text: str
    quiet: str
    disabled: str
    accent: str
    highlight: str
    highlighted_text: str
    tip: str
    tip_text: str


LIGHT = Scheme(
    window="#f5f7f9",
    base="#ffffff",
    hover="#e6eff0",
    line="#dfe4e8",
    edge="#808b94",
    text="#1b2227",
    quiet="#58646e",
    disabled="#8c969e",
    accent="#0f6c74",
    highlight="#0f6c74",
    highlighted_text="#ffffff",
    tip="#1b2227",
    tip_text="#f5f7f9",
)
DARK = Scheme(
    window="#1a1f23",
    base="#13171a",
    hover="#263238",
    line="#2d353b",
    edge="#6d7a83",
    text="#e6eaed",
    quiet="#9ba8b1",
    disabled="#66727b",
    accent="#5cc4cc",
    highlight="#19757f",
    highlighted_text="#ffffff",
    tip="#e6eaed",
    tip_text="#13171a",
)

BLACK_ON_WHITE = Scheme(
    window="#ffffff",
    base="#ffffff",
    hover="#d9d9d9",
    line="#000000",
    edge="#000000",
    text="#000000",
    quiet="#000000",
    disabled="#595959",
    accent="#00309c",
    highlight="#00309c",
    highlighted_text="#ffffff",
    tip="#000000",
    tip_text="#ffffff",
)
WHITE_ON_BLACK = Scheme(
    window="#000000",
    base="#000000",
    hover="#333333",
    line="#ffffff",
    edge="#ffffff",
    text="#ffffff",
    quiet="#ffffff",
    disabled="#a6a6a6",
    accent="#ffe14d",
    highlight="#ffe14d",
    highlighted_text="#000000",
    tip="#ffffff",
    tip_text="#000000",
)
_HIGH_CONTRAST = 7.0
"""What WCAG 2.2 asks of text at level AAA."""


def chosen_scheme(*, is_dark: bool, has_high_contrast: bool) -> Scheme:
    """Return one of the four schemes."""
    if has_high_contrast:
        return WHITE_ON_BLACK if is_dark else BLACK_ON_WHITE
    return DARK if is_dark else LIGHT


def system_scheme(system: QPalette) -> Scheme | None:
    """Return the few colours that a person chose in the system, None where contrast is low."""
    window, text = system.color(Role.Window), system.color(Role.WindowText)
    base, marked = system.color(Role.Base), system.color(Role.Highlight)
    on_marked = system.color(Role.HighlightedText)
    grounds = (contrast(text, window), contrast(text, base), contrast(on_marked, marked))
    if min(grounds) < _HIGH_CONTRAST:
        return None
    link = system.color(Role.Link)
    is_link_seen = min(contrast(link, window), contrast(link, base)) >= READABLE_CONTRAST
    accent = (link if is_link_seen else text).name()
    return Scheme(
        window=window.name(),
        base=base.name(),
        hover=window.name(),
        line=text.name(),
        edge=text.name(),
        text=text.name(),
        quiet=text.name(),
        disabled=text.name(),
        accent=accent,
        highlight=marked.name(),
        highlighted_text=on_marked.name(),
        tip=base.name(),
        tip_text=text.name(),
    )


def palette_of(scheme: Scheme) -> QPalette:
    """Return the palette of a scheme, for active, inactive and disabled widgets."""
    palette = QPalette()
    for role, colour in _roles(scheme).items():
        palette.setColor(role, QColor(colour))
    for role in (Role.Text, Role.WindowText, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(scheme.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, QColor(scheme.edge))
    return palette


def _roles(scheme: Scheme) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: scheme.window,
        Role.WindowText: scheme.text,
        Role.Base: scheme.base,
        Role.AlternateBase: scheme.window,
        Role.Text: scheme.text,
        Role.PlaceholderText: scheme.quiet,
        Role.Button: scheme.window,
        Role.ButtonText: scheme.text,
        Role.BrightText: scheme.text,
        Role.Light: scheme.base,
        Role.Midlight: scheme.hover,
        Role.Mid: scheme.line,
        Role.Dark: scheme.edge,
        Role.Shadow: scheme.edge,
        Role.Highlight: scheme.highlight,
        Role.HighlightedText: scheme.highlighted_text,
        Role.Accent: scheme.accent,
        Role.Link: scheme.accent,
        Role.LinkVisited: scheme.accent,
        Role.ToolTipBase: scheme.tip,
        Role.ToolTipText: scheme.tip_text,
    }
