"""A picture drawn into a PDF: the same shapes as on screen, in the bundled fonts."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from desktop_app.analysis.pictures.shapes import Anchor, Picture, Text
from desktop_app.export.pictures.operators import colour_of, operators_of
from desktop_app.export.pictures.paper_inks import PAPER_INKS
from desktop_app.export.pictures.paper_measure import FONTS, PaperMeasure
from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.drawn_text import draw_line, line_width
from desktop_app.export.typesetting.fonts import REGULAR, face
from desktop_app.export.typesetting.plain_text import PlainText
from desktop_app.languages import language_tag
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
        lang=language_tag(),
    )
    canvas.setTitle(printable(f"{figure.title}: {source}"))
    draw_picture(canvas, PlainText(canvas), picture, (_MARGIN, size[1] - _MARGIN), _SIZE)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw_picture(
    canvas: Canvas, plain: PlainText, picture: Picture, place: tuple[float, float], size: float
) -> None:
    """Draw a picture that ``PaperMeasure(size)`` laid out, its upper left corner at a place."""
    canvas.addLiteral(f"q 1 0 0 1 {place[0]:.2f} {place[1]:.2f} cm 1 j")
    for shape in picture.shapes:
        if isinstance(shape, Text):
            _draw_text(canvas, plain, shape, size)
        else:
            canvas.addLiteral(operators_of(shape))
    canvas.addLiteral("Q")


def _draw_text(canvas: Canvas, plain: PlainText, text: Text, size: float) -> None:
    font, share = FONTS[text.type]
    line = printable(text.text)
    width = line_width(line, font) * size * share / 1000
    x, y = text.x - _SHARES[text.anchor] * width, -text.y
    if plain.draw_line(line, font, size * share, (x, y), colour_of(text.ink)):
        return
    out = canvas.beginText()
    out.setFillColor(HexColor(PAPER_INKS[text.ink]))
    draw_line(out, line, font, size * share, x, y)
    canvas.drawText(out)
