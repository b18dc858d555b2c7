"""The two palettes; every colour of the window is one of their roles."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Scheme:
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
    edge="#87929b",
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
    highlight="#17707a",
    highlighted_text="#ffffff",
    tip="#e6eaed",
    tip_text="#13171a",
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
