"""Makes sheets of studies and reads their pages back."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import SheetPages
from desktop_app.export.sheets import Order, make_sheet, sheet_called
from desktop_app.export.source import Source
from desktop_app.export.typesetting.blocks import Block, Text
from desktop_app.presentation.context import NOTHING_KNOWN
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study
from tests.export.pdf_reading import squeezed

TODAY = date(2026, 11, 22)


def source_of(document: bytes, name: str = "record.json") -> Source:
    """Return a source of a document in the registry's JSON."""
    study = read_ctgov_json(document)[0]
    return Source(study, document, name, hashlib.sha256(document).hexdigest(), NOTHING_KNOWN)


def source_with(study: Study) -> Source:
    """Return a source of a study that was made up for a test."""
    document = study.model_dump_json(by_alias=True, exclude_defaults=True).encode()
    return Source(study, document, "record.json", "0123456789abcdef" * 4, NOTHING_KNOWN)


def made(sheet_id: str, sources: Sequence[Source], paper: Paper = Paper.A4) -> bytes:
    """Return a sheet as a PDF file."""
    return make_sheet(sheet_called(sheet_id), sources, Order(paper, TODAY)).content


def pages_of(sheet_id: str, sources: Sequence[Source], paper: Paper = Paper.A4) -> SheetPages:
    """Return a sheet before it is written."""
    return sheet_called(sheet_id).make(sources, Order(paper, TODAY))


def texts_of(content: bytes) -> list[str]:
    """Return the text of each page, as a viewer copies it."""
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def lines_of(block: Block) -> Iterator[Text]:
    """Yield every text of a block."""
    yield from (mark for mark in block.marks if isinstance(mark, Text))
    for _, _, part in block.parts:
        yield from lines_of(part)


def words_of(block: Block) -> str:
    """Return the text of a block without white space, since lines break anywhere."""
    return squeezed("".join("".join(text.lines) for text in lines_of(block)))
