"""Draws a line of text in the bundled fonts: each character by its glyph, in its direction."""

from typing import Any

from reportlab.pdfgen.textobject import PDFTextObject

from desktop_app.export.typesetting.code_boxes import CODE_BOXES
from desktop_app.export.typesetting.fonts import code_boxes, face, is_simple
from desktop_app.export.typesetting.fonts import font as font_named
from desktop_app.export.typesetting.pieces import Piece, from_the_left, pieces


def draw_line(out: PDFTextObject, line: str, font: str, size: float, x: float, y: float) -> None:
    """Draw one line that was broken and printable already, its left end at x on the baseline y.

    Whatever fonts it takes, the font is then set to the one given.
    """
    text: Any = out  # the stubs leave out what the library keeps for itself
    simple = is_simple(line, font)
    if text._fontname != font or text._fontsize != size:
        out.setFont(font, size)
    if simple:
        out.setTextOrigin(x, y)
        out.textOut(line)
        return
    shown = line.rstrip(" ")
    read = pieces(shown, font)
    places = _places(read, size, x)
    # In the order of reading, for who has the page read aloud.
    for piece in read:
        _draw_piece(text, piece, size, places[id(piece)], y)
    out.setFont(font, size)
    if shown != line:
        _draw_end(out, line[len(shown) :], read, font, size, x, y)


def line_width(line: str, font: str) -> int:
    """Return the width of a line as drawn, in thousandths of the type size."""
    widths = face(font).widths
    try:
        return sum([widths[character] for character in line])
    except KeyError:
        return sum(piece.width for piece in pieces(line, font))


def _places(read: list[Piece], size: float, x: float) -> dict[int, float]:
    places = {}
    pen = 0
    for piece in from_the_left(read):
        places[id(piece)] = x + pen * size / 1000
        pen += piece.width
    return places


def _draw_end(
    out: PDFTextObject, spaces: str, read: list[Piece], font: str, size: float, x: float, y: float
) -> None:
    """Draw the spaces at which a line was broken, where it ends for the reader: out of its room."""
    width = sum(piece.width for piece in read) * size / 1000
    if read and read[-1].level % 2 and from_the_left(read)[0] is read[-1]:
        width = -line_width(spaces, font) * size / 1000
    out.setTextOrigin(x + width, y)
    out.textOut(spaces)


def _draw_piece(out: Any, piece: Piece, size: float, x: float, y: float) -> None:
    if piece.font == CODE_BOXES:
        code_boxes()
    out.setFont(piece.font, size)
    if piece.level % 2 == 0 or len(piece.drawn) == 1:
        out.setTextOrigin(x, y)
        out.textOut(piece.drawn)
        return
    # What runs to the left is written letter by letter from its right end, for the same reason.
    widths = font_named(piece.font).face.charWidths
    pen = piece.width
    for glyph in reversed(piece.drawn):
        pen -= round(widths[ord(glyph)])
        out.setTextOrigin(x + pen * size / 1000, y)
        out.textOut(glyph)
