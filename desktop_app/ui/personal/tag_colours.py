"""How the colours of tags look in both themes; a tag never is its colour alone, but its word."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap

from desktop_app.languages import N_, _
from desktop_app.store.personal.tag_colour import TagColour
from desktop_app.ui.looks.palette_colors import is_dark, mixed

# Chosen like those of statuses: a contrast of at least 5 on white and on the dark theme's ground.
_ON_LIGHT: Mapping[TagColour, str] = {
    TagColour.GREY: "#55606b",
    TagColour.RED: "#a3242b",
    TagColour.ORANGE: "#9a4a00",
    TagColour.YELLOW: "#725b00",
    TagColour.GREEN: "#0b6b3a",
    TagColour.TEAL: "#00666b",
    TagColour.BLUE: "#1a5fa8",
    TagColour.PURPLE: "#6a3fa0",
    TagColour.PINK: "#a02470",
    TagColour.BROWN: "#7a4b2e",
}
_ON_DARK: Mapping[TagColour, str] = {
    TagColour.GREY: "#b9c3cc",
    TagColour.RED: "#ff9a94",
    TagColour.ORANGE: "#ffb27a",
    TagColour.YELLOW: "#f0d060",
    TagColour.GREEN: "#6fd49a",
    TagColour.TEAL: "#6fd3d8",
    TagColour.BLUE: "#86bdf5",
    TagColour.PURPLE: "#c9a8f5",
    TagColour.PINK: "#f79ccb",
    TagColour.BROWN: "#d8b094",
}
_NAMES: Mapping[TagColour, str] = {
    TagColour.GREY: N_("Grey"),
    TagColour.RED: N_("Red"),
    TagColour.ORANGE: N_("Orange"),
    TagColour.YELLOW: N_("Yellow"),
    TagColour.GREEN: N_("Green"),
    TagColour.TEAL: N_("Teal"),
    TagColour.BLUE: N_("Blue"),
    TagColour.PURPLE: N_("Purple"),
    TagColour.PINK: N_("Pink"),
    TagColour.BROWN: N_("Brown"),
}
_SIDE = 32


def tag_color(colour: TagColour, palette: QPalette) -> QColor:
    """Return the colour of a tag for text on the palette's base and window."""
    return QColor((_ON_DARK if is_dark(palette) else _ON_LIGHT)[colour])


def tag_tint(colour: TagColour, palette: QPalette) -> QColor:
    """Return the ground of a chip that bears a tag in its colour."""
    return mixed(tag_color(colour, palette), palette.base().color(), 0.08)


def colour_name(colour: TagColour) -> str:
    """Return the name of a colour in the spoken language."""
    return _(_NAMES[colour])


def colour_icon(colour: TagColour, palette: QPalette) -> QIcon:
    """Return a dot of a colour, for menus and lists."""
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tag_color(colour, palette))
    painter.drawEllipse(QRectF(pixmap.rect()).adjusted(5, 5, -5, -5))
    painter.end()
    return QIcon(pixmap)
