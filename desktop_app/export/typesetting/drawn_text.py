"""Draws a line of text in the bundled fonts, each character in one that has its glyph."""

from typing import Any

from reportlab.pdfgen.textobject import PDFTextObject

from desktop_app.export.typesetting.fonts import Run, is_simple, runs, width_of


def draw_line(out: PDFTextObject, line: str, font: str, size: float, x: float, y: float) -> None:
    """Draw one line that was broken and printable already, its left end at x on the baseline y.

    Whatever fonts it takes, the font is then set to the one given.
    """
    text: Any = out  # the stubs leave out what the library keeps for itself
    simple = is_simple(line, font)
    if text._fontname != font or text._fontsize != size:
        out.setFont(font, size)
    out.setTextOrigin(x, y)
    if simple:
        out.textOut(line)
        return
    for run in runs(line, font):
        out.setFont(run.font, size)
        _draw_run(text, run)
    out.setFont(font, size)


def line_width(line: str, font: str) -> int:
    """Return the width of a line as drawn, in thousandths of the type size."""
    return width_of(line, font)


def _draw_run(out: Any, run: Run) -> None:
    """Draw a run; who copies a box gets the character for which it stands."""
    if not run.lacking:
        out.textOut(run.text)
        return
    said = run.lacking.encode("utf-16-be").hex().upper()
    out._code.append(f"/Span <</ActualText <FEFF{said}>>> BDC")
    out.textOut(run.text)
    out._code.append("EMC")
