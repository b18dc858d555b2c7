"""Small PDF files whose pages can be told apart."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

A4 = (595.2756, 841.8898)
LETTER = (612.0, 792.0)
LANDSCAPE = (841.8898, 595.2756)


def pdf_of(sizes: Sequence[tuple[float, float]] = (A4,)) -> bytes:
    """Returns a file with a page of each size: its number, and a red bar at its head."""
    out = BytesIO()
    canvas = Canvas(out, invariant=True)
    for number, (width, height) in enumerate(sizes, start=1):
        canvas.setPageSize((width, height))
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, height - 72, width, 36, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica", 40)
        canvas.drawString(72, 72, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()
