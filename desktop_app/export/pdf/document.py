"""Writes pages as one tagged PDF file with embedded fonts: the same bytes for the same pages."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from desktop_app.export.pdf.catalog import attach, describe
from desktop_app.export.pdf.compact import CompactDocument
from desktop_app.export.pdf.drawing import PageDrawing
from desktop_app.export.pdf.marks import Pen
from desktop_app.export.pdf.outline import Outline
from desktop_app.export.pdf.pages import About, Attachment, SetPage
from desktop_app.export.pdf.structure import Structure, page_key
from desktop_app.export.pdf.structure_objects import add_structure
from desktop_app.export.typesetting.fonts import REGULAR, face
from desktop_app.export.typesetting.plain_text import PlainText


def pdf_bytes(
    pages: Iterable[SetPage], about: About, attachments: Sequence[Attachment] = ()
) -> bytes:
    """Return pages as a file; there is at least one page.

    Text is marked with the elements of its blocks' tags, everything else as decoration.
    """
    out = BytesIO()
    canvas = _canvas(out, about)
    pen = Pen(canvas, PlainText(canvas))
    drawing = PageDrawing(canvas, pen, Structure(), Outline())
    for page in pages:
        drawing.draw(page)
    if drawing.outline.count > 1:
        canvas.showOutline()
    describe(canvas, about)
    _finish_pages(canvas)
    attach(canvas, attachments)
    document = canvas._doc  # type: ignore[attr-defined]  # not in the stubs
    # The library has no other way to have its objects written otherwise.
    document.__class__ = CompactDocument
    add_structure(document, drawing.structure)
    canvas.save()
    return out.getvalue()


def _canvas(out: BytesIO, about: About) -> Canvas:
    face(REGULAR)
    # The first font is named, else Helvetica comes in, which is not embedded.
    return Canvas(
        out,
        invariant=1,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs take it for a number
        lang=about.language,
        pageCompression=1,
        pdfVersion=(1, 7),
    )


def _finish_pages(canvas: Canvas) -> None:
    """Tell of each page where its marks stand in the parent tree, and that tabs follow it."""
    document: Any = canvas._doc  # type: ignore[attr-defined]  # not in the stubs
    for number, page in enumerate(document.Pages.pages):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        # The library would write the page in ASCII as well, a quarter larger.
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])
        page.StructParents = page_key(number)
        page.Tabs = "/S"
