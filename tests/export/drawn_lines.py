"""Lines drawn on a page of their own, and read back."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from pypdf import PdfReader
from pypdf.generic import ContentStream
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


def said_by(content: bytes) -> str:
    """Return what the glyphs of a page say, in the order in which the file has them."""
    reader = PdfReader(BytesIO(content))
    page = reader.pages[0]
    resources: Any = page["/Resources"]
    meanings = {name: _meanings(font.get_object()) for name, font in resources["/Font"].items()}
    contents = ContentStream(page["/Contents"].get_object(), reader)
    meant: dict[int, str] = {}
    said = ""
    for operands, operator in contents.operations:
        if operator == b"Tf":
            meant = meanings[operands[0]]
        elif operator == b"Tj":
            said += "".join(meant[code] for code in operands[0].original_bytes)
    return said


def places_of(content: bytes) -> list[tuple[float, float]]:
    """Return where the pieces of a page begin, in points, in the order of the file."""
    reader = PdfReader(BytesIO(content))
    contents = ContentStream(reader.pages[0]["/Contents"].get_object(), reader)
    moves = [operands for operands, operator in contents.operations if operator == b"Tm"]
    return [(float(move[4]), float(move[5])) for move in moves]


def _meanings(font: Any) -> dict[int, str]:
    cmap = font["/ToUnicode"].get_data().decode("ascii")
    pairs = re.findall("<([0-9A-F]{2})> <([0-9A-F]{4,})>", cmap)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
