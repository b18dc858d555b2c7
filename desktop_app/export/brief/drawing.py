"""Draws a page that is set, as a PDF file."""

from io import BytesIO
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from desktop_app import __version__
from desktop_app.export.brief.fit import Fitted
from desktop_app.export.brief.foot import APPLICATION
from desktop_app.export.brief.layout import Page
from desktop_app.export.paper import Paper
from desktop_app.export.typesetting.blocks import Block, Code, Line, Mark, Pill, StatusShape, Text
from desktop_app.export.typesetting.fonts import REGULAR, Run, face, is_simple, runs
from desktop_app.export.typesetting.status_shapes import draw_status_shape

_MASK = 2
"""One of the eight patterns of a QR code, all of which are valid; to choose the best takes long."""


def pdf_of(fitted: Fitted, paper: Paper) -> bytes:
    """Return a page as a PDF file with embedded fonts, the same bytes for the same page."""
    brief = fitted.brief
    face(REGULAR)
    out = BytesIO()
    # The first font is named, else Helvetica comes in, which is not embedded.
    canvas = Canvas(
        out,
        pagesize=paper.value,
        invariant=1,
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs take it for a number
        lang="en",
        pageCompression=1,
        pdfVersion=(1, 7),
    )
    canvas.setTitle(f"{brief.identity.nct_id}: {brief.titles.brief}")
    canvas.setAuthor(f"{APPLICATION} {__version__}")
    canvas.setCreator(f"{APPLICATION} {__version__}")
    canvas.setSubject("One-page brief of a public registry record")
    _draw_page(canvas, fitted.page, paper)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_page(canvas: Canvas, page: Page, paper: Paper) -> None:
    for top, block in page.blocks:
        _draw_block(canvas, block, paper.box_left, paper.box_top - top)


def _draw_block(canvas: Canvas, block: Block, left: float, top: float) -> None:
    for mark in block.marks:
        _draw_mark(canvas, mark, left, top)
    for x, y, part in block.parts:
        _draw_block(canvas, part, left + x, top - y)


def _draw_mark(canvas: Canvas, mark: Mark, left: float, top: float) -> None:
    match mark:
        case Text():
            _draw_text(canvas, mark, left, top)
        case Line(x1, y1, x2, y2, thickness, grey):
            canvas.setStrokeGray(grey)
            canvas.setLineWidth(thickness)
            canvas.line(left + x1, top - y1, left + x2, top - y2)
        case Pill(x, y, width, height):
            canvas.setStrokeGray(0)
            canvas.setLineWidth(0.9)
            canvas.roundRect(left + x, top - y - height, width, height, height / 2)
        case StatusShape(shape, x, y, side):
            draw_status_shape(canvas, shape, left + x, top - y - side, side)
        case Code():
            _draw_code(canvas, mark, left, top)


def _draw_text(canvas: Canvas, text: Text, left: float, top: float) -> None:
    out = canvas.beginText()
    out.setFillGray(text.grey)
    out.setFont(text.font, text.size)
    for index, line in enumerate(text.lines):
        out.setTextOrigin(left + text.x, top - text.y - index * text.leading)
        if is_simple(line, text.font):
            out.textOut(line)
            continue
        for run in runs(line, text.font):
            out.setFont(run.font, text.size)
            _draw_run(out, run)
        out.setFont(text.font, text.size)
    canvas.drawText(out)


def _draw_run(out: Any, run: Run) -> None:
    """Draw a run; who copies a box gets the character for which it stands."""
    if not run.lacking:
        out.textOut(run.text)
        return
    said = run.lacking.encode("utf-16-be").hex().upper()
    # The library has no call for marked content.
    out._code.append(f"/Span <</ActualText <FEFF{said}>>> BDC")
    out.textOut(run.text)
    out._code.append("EMC")


def _draw_code(canvas: Canvas, code: Code, left: float, top: float) -> None:
    modules = _modules(code.address)
    side = code.side / len(modules)
    x, y = left + code.x, top - code.y
    squares = [
        f"{column} {row} {length} 1 re"
        for row, dark in enumerate(modules)
        for column, length in _stretches(dark)
    ]
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.transform(side, 0, 0, -side, x, y)
    canvas.addLiteral("\n".join((*squares, "f")))
    canvas.restoreState()
    area = (x, y - code.side, x + code.side, y)
    canvas.linkURL(code.address, area, relative=0)


def _modules(address: str) -> list[list[bool]]:
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(address)
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    modules: list[list[bool]] = code.modules
    return modules


def _stretches(row: list[bool]) -> list[tuple[int, int]]:
    """Return the dark stretches of a row, each with its first column and its length."""
    stretches = []
    start = -1
    for column, dark in enumerate([*row, False]):
        if dark and start < 0:
            start = column
        elif not dark and start >= 0:
            stretches.append((start, column - start))
            start = -1
    return stretches
