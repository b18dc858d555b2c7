"""Lines drawn on a page of their own, and read back."""

from collections.abc import Sequence
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas

from desktop_app.export.typesetting.drawn_text import draw_line
from desktop_app.export.typesetting.fonts import REGULAR, face

SIZE = 10.0


def page_of(lines: Sequence[str], font: str = REGULAR) -> bytes:
    """Return a PDF file of one page, each line on its own."""
    face(REGULAR)
    out = BytesIO()
    named: dict[str, str] = {"initialFontName": REGULAR}
    canvas = Canvas(out, (600, 40 + 20 * len(lines)), invariant=1, pdfVersion=(1, 7), **named)  # type: ignore[arg-type]  # the stubs take the font for a number
    text = canvas.beginText()
    for index, line in enumerate(lines):
        draw_line(text, line, font, SIZE, 20, 20 * (len(lines) - index))
    canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def text_of(content: bytes) -> str:
    """Return the text of a page, as a viewer copies it."""
    document = pypdfium2.PdfDocument(content)
    page = document[0].get_textpage()
    return str(page.get_text_bounded())
