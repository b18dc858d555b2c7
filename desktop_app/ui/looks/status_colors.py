"""The colour of a recruitment status; it never stands without its word and its shape."""

from PySide6.QtGui import QColor, QPalette

from desktop_app.presentation.status import StatusRole
from desktop_app.ui.looks.palette_colors import is_dark, mixed

# Chosen for a contrast of at least 5.5 on white and on the dark theme's ground, so that they stay
# readable on the tints of chips and of alternating rows too.
_ON_LIGHT = {
    StatusRole.OPEN: "#0b6b3a",
    StatusRole.COMING: "#1a5fa8",
    StatusRole.PAUSED: "#7a5200",
    StatusRole.STOPPED: "#a3242b",
    StatusRole.CLOSED: "#4a5560",
    StatusRole.UNKNOWN: "#5c5470",
}
_ON_DARK = {
    StatusRole.OPEN: "#6fd49a",
    StatusRole.COMING: "#86bdf5",
    StatusRole.PAUSED: "#f0bd5a",
    StatusRole.STOPPED: "#ff9a94",
    StatusRole.CLOSED: "#b9c3cc",
    StatusRole.UNKNOWN: "#c3bbd6",
}


def status_color(role: StatusRole, palette: QPalette) -> QColor:
    """Return the colour of a status for text on the palette's base and window."""
    return QColor((_ON_DARK if is_dark(palette) else _ON_LIGHT)[role])


def status_tint(role: StatusRole, palette: QPalette) -> QColor:
    """Return the ground of a chip that bears a status in its colour."""
    return mixed(status_color(role, palette), palette.base().color(), 0.08)
