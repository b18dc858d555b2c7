"""A picture drawn into a PDF: the same shapes as on screen, in the bundled fonts."""

from io import BytesIO
from typing import assert_never

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Box,
    Dot,
    Ink,
    Line,
    Path,
    Picture,
    Shape,
    Text,
)
from desktop_app.export.pictures.paper_inks import PAPER_INKS
from desktop_app.export.pictures.paper_measure import FONTS, PaperMeasure
from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.drawn_text import draw_line, line_width
from desktop_app.export.typesetting.fonts import REGULAR, face
from desktop_app.presentation.section import Figure

_SIZE = 9.0
_MARGIN = 18.0
USUAL_WIDTH = 660.0
"""Of a picture on a page of its own, in points."""
_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def figure_pdf(figure: Figure, source: str, width: float = USUAL_WIDTH) -> bytes:
    """Return a figure as a PDF of one page of its size."""
    picture = figure.draw(width - 2 * _MARGIN, PaperMeasure(_SIZE))
    size = (picture.width + 2 * _MARGIN, picture.height + 2 * _MARGIN)
    face(REGULAR)
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=size,
        invariant=1,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs take it for a number
        lang="en",
    )
    canvas.setTitle(printable(f"{figure.title}: {source}"))
    draw_picture(canvas, picture, _MARGIN, size[1] - _MARGIN, _SIZE)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw_picture(canvas: Canvas, picture: Picture, left: float, top: float, size: float) -> None:
    """Draw a picture that ``PaperMeasure(size)`` laid out, its upper left corner at a place."""
    canvas.saveState()
    canvas.translate(left, top)
    canvas.setLineJoin(1)
    for shape in picture.shapes:
        _draw(canvas, shape, size)
    canvas.restoreState()


def _draw(canvas: Canvas, shape: Shape, size: float) -> None:
    match shape:
        case Line():
            _dress(canvas, shape.ink, None, shape.width, shape.is_dashed)
            canvas.line(shape.x1, -shape.y1, shape.x2, -shape.y2)
        case Path():
            _dress(canvas, shape.ink, shape.fill, shape.width, shape.is_dashed)
            _draw_path(canvas, shape)
        case Box():
            _dress(canvas, shape.ink, shape.fill, shape.line_width, shape.is_dashed)
            radius = min(shape.radius, shape.width / 2, shape.height / 2)
            bottom = -shape.y - shape.height
            canvas.roundRect(
                shape.x, bottom, shape.width, shape.height, radius, *_parts(shape.ink, shape.fill)
            )
        case Dot():
            _dress(canvas, shape.ink, shape.fill, shape.line_width, False)
            canvas.circle(shape.x, -shape.y, shape.radius, *_parts(shape.ink, shape.fill))
        case Text():
            _draw_text(canvas, shape, size)
        case _:
            assert_never(shape)


def _dress(canvas: Canvas, ink: Ink | None, fill: Ink | None, width: float, dashed: bool) -> None:
    if ink:
        canvas.setStrokeColor(HexColor(PAPER_INKS[ink]))
        canvas.setLineWidth(width)
        canvas.setDash([4, 3] if dashed else [])
    if fill:
        canvas.setFillColor(HexColor(PAPER_INKS[fill]))


def _parts(ink: Ink | None, fill: Ink | None) -> tuple[int, int]:
    """Return whether to stroke and whether to fill, as the library takes it."""
    return int(ink is not None), int(fill is not None)


def _draw_path(canvas: Canvas, shape: Path) -> None:
    path = canvas.beginPath()
    first, *others = ((x, -y) for x, y in shape.points)
    path.moveTo(*first)
    if shape.is_smooth:
        for one, two, end in zip(others[::3], others[1::3], others[2::3], strict=True):
            path.curveTo(*one, *two, *end)
    else:
        for point in others:
            path.lineTo(*point)
    if shape.is_closed:
        path.close()
    canvas.drawPath(path, *_parts(shape.ink, shape.fill))


def _draw_text(canvas: Canvas, text: Text, size: float) -> None:
    font, share = FONTS[text.type]
    line = printable(text.text)
    width = line_width(line, font) * size * share / 1000
    out = canvas.beginText()
    out.setFillColor(HexColor(PAPER_INKS[text.ink]))
    draw_line(out, line, font, size * share, text.x - _SHARES[text.anchor] * width, -text.y)
    canvas.drawText(out)
