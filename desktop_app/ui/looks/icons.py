"""Icons: one-coloured drawings, tinted from the palette when they are made."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.resource_files import resource_path

_INK = b"#000000"
_SIZES = (16, 24, 32, 48, 64)


def icon_path(name: str) -> Path:
    """Return where the drawing of an icon lies."""
    return resource_path("icons", f"{name}.svg")


def tinted_icon(
    name: str,
    palette: QPalette,
    sizes: Sequence[int] = _SIZES,
    *,
    is_enabled: bool | None = None,
) -> QIcon:
    """Return an icon in the text colour of the palette, quieter where disabled.

    It is drawn in some sizes, in pixels; in others, it is made smaller of the next larger one.
    ``is_enabled`` tells that it is seen in one of the two colours alone.
    """
    icon = QIcon()
    try:
        drawing = icon_path(name).read_bytes()
    except OSError:
        # What lacks a picture can be used all the same.
        return icon
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        if is_enabled is (mode is QIcon.Mode.Disabled):
            continue
        colour = palette.color(group, QPalette.ColorRole.ButtonText)
        renderer = QSvgRenderer(QByteArray(drawing.replace(_INK, colour.name().encode())))
        for size in sizes:
            icon.addPixmap(_pixmap(renderer, size), mode)
    return icon


def application_icon() -> QIcon:
    """Return the application's own icon, in its own colours."""
    icon = QIcon()
    for path in sorted(resource_path("icons").glob("application-*.png")):
        icon.addFile(str(path))
    return icon


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap
