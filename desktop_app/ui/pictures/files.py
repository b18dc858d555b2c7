"""A picture as a file and on the clipboard, in the colours of paper."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QImageWriter, QPainter

from desktop_app.analysis.pictures.shapes import Ink
from desktop_app.export.files import write_whole
from desktop_app.export.pictures.paper_inks import PAPER_INKS
from desktop_app.export.pictures.pdf import figure_pdf
from desktop_app.export.pictures.svg import USUAL_WIDTH, figure_svg
from desktop_app.presentation.section import Figure
from desktop_app.ui.pictures.painter import PicturePainter
from desktop_app.ui.pictures.screen_measure import ScreenMeasure

_SIZE, _MARGIN = 13, 16
_SHARPNESS = 2.0
"""Pixels of the image for a pixel of the picture, so that it is sharp on slides and on paper."""
_MOST_PIXELS = 16_000
SVG_TYPE = "image/svg+xml"


def figure_image(figure: Figure) -> QImage:
    """Return a figure as an image on white ground."""
    font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    font.setPixelSize(_SIZE)
    measure = ScreenMeasure(font)
    picture = figure.draw(USUAL_WIDTH - 2 * _MARGIN, measure)
    width, height = picture.width + 2 * _MARGIN, picture.height + 2 * _MARGIN
    sharpness = min(_SHARPNESS, _MOST_PIXELS / max(width, height))
    image = QImage(round(width * sharpness), round(height * sharpness), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharpness)
    colors = _paper_colors()
    image.fill(colors[Ink.GROUND])
    painter = QPainter(image)
    painter.translate(QPointF(_MARGIN, _MARGIN))
    PicturePainter(colors, measure.fonts).paint(painter, picture)
    painter.end()
    return image


def _paper_colors() -> Mapping[Ink, QColor]:
    return {ink: QColor(color) for ink, color in PAPER_INKS.items()}


def write_figure(figure: Figure, source: str, target: Path) -> None:
    """Write a figure in the form that the name of the file asks for: SVG, PDF or else PNG.

    Raises ExportError where the file cannot be written.
    """
    match target.suffix.lower():
        case ".svg":
            content = figure_svg(figure, source).encode()
        case ".pdf":
            content = figure_pdf(figure, source)
        case _:
            content = _png(figure_image(figure))
    write_whole(target, content)


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def figure_mime(figure: Figure, source: str) -> QMimeData:
    """Return a figure for the clipboard: as an image, as SVG and in words."""
    data = QMimeData()
    data.setImageData(figure_image(figure))
    data.setData(SVG_TYPE, figure_svg(figure, source).encode())
    data.setText("\n".join((f"{figure.title}: {source}", *figure.words)))
    return data
