"""The brief's page as bare reportlab makes it: paragraphs and tables, untagged, nothing searched.

It is what the time of a brief is measured against. The same texts are set in the type size that
the brief was found to fit in; no size is tried, nothing is tagged, attached or drawn by shape.
"""

from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from desktop_app.export.brief.fit import Fitted
from desktop_app.export.paper import BOX_WIDTH, Paper
from desktop_app.export.typesetting.fonts import BOLD, REGULAR, face
from desktop_app.presentation import section as content
from desktop_app.presentation.brief.sections import brief_sections

_RULED: Any = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.lightgrey),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


def bare_pdf(fitted: Fitted) -> bytes:
    """Return the texts of a brief as bare reportlab sets them."""
    face(REGULAR)
    face(BOLD)
    out = BytesIO()
    margins: dict[str, Any] = dict.fromkeys(("leftMargin", "rightMargin"), 33.0)
    document = SimpleDocTemplate(
        out, pagesize=Paper.A4.value, topMargin=30, bottomMargin=30, invariant=1, **margins
    )
    document.build(list(_flowables(fitted)))
    return out.getvalue()


def _flowables(fitted: Fitted) -> Iterator[Flowable]:
    body = ParagraphStyle("body", fontName=REGULAR, fontSize=fitted.type_size, leading=10)
    strong = ParagraphStyle("strong", body, fontName=BOLD)
    for section in brief_sections(fitted.brief):
        yield from _section(section, body, strong)
    code = Drawing(46, 46)
    code.add(QrCodeWidget(fitted.brief.identity.address or "x", barWidth=46, barHeight=46))
    yield code


def _section(
    section: content.Section, body: ParagraphStyle, strong: ParagraphStyle
) -> Iterator[Flowable]:
    if section.title:
        yield Paragraph(escape(section.title), strong)
    for block in section.blocks:
        yield from _block(block, body, strong)


def _block(
    block: content.Block, body: ParagraphStyle, strong: ParagraphStyle
) -> Iterator[Flowable]:
    match block:
        case content.Section():
            yield from _section(block, body, strong)
        case content.SideBySide(left, right):
            yield Table([[list(_section(one, body, strong)) for one in (left, right)]])
        case content.FactGrid(fields) | content.FieldList(fields):
            rows = [fields[start : start + 4] for start in range(0, len(fields), 4)]
            cells = [[_pair(one, body, strong) for one in row] for row in rows]
            count = max(map(len, cells), default=1)
            yield Table([[*row, *[""] * (count - len(row))] for row in cells], style=_RULED)
        case content.Table(columns, rows_of_text):
            texts = [columns, *rows_of_text]
            width = BOX_WIDTH / max(1, len(columns))
            set_rows = [[Paragraph(escape(cell), body) for cell in row] for row in texts]
            yield Table(set_rows, colWidths=[width] * len(columns), style=_RULED)
        case content.Paragraph(text):
            yield Paragraph(escape(text), body)
        case content.Prose() | content.ItemList():
            for said in _said(block):
                yield Paragraph(escape(said), body)
        case _:
            pass


def _pair(field: content.Field, body: ParagraphStyle, strong: ParagraphStyle) -> list[Flowable]:
    return [Paragraph(escape(field.label), body), Paragraph(escape(field.value), strong)]


def _said(value: object) -> Iterator[str]:
    match value:
        case content.Item(number, text, items):
            yield f"{number} {text}"
            yield from _said(items)
        case content.ItemList(items):
            yield from _said(items)
        case content.Prose(blocks):
            yield from _said(blocks)
        case tuple():
            for one in value:
                yield from _said(one)
        case _ if hasattr(value, "blocks"):
            yield from _said(value.blocks)
        case _ if hasattr(value, "items"):
            yield from _said(value.items)
        case _ if hasattr(value, "text"):
            yield value.text
