"""What the inks of pictures look like on paper: dark enough to be told apart without colour."""

from desktop_app.analysis.pictures.shapes import Ink

PAPER_INKS = {
    Ink.TEXT: "#1b2227",
    Ink.QUIET: "#505b64",
    Ink.ACCENT: "#0f6c74",
    Ink.ACCENT_TINT: "#e4eff0",
    Ink.PANEL: "#f3f5f6",
    Ink.GROUND: "#ffffff",
    Ink.RULE: "#87929b",
    Ink.FAINT: "#d5dade",
    Ink.LAND: "#e6e9eb",
    Ink.ALERT: "#a8441b",
}
