"""Sets the screening sheet of a record, and writes it as a PDF file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop_app import APPLICATION, __version__
from desktop_app.conventions import date_text
from desktop_app.export.about import record_words
from desktop_app.export.flow.paging import paged
from desktop_app.export.flow.pieces import Piece, within
from desktop_app.export.flow.sections import heading_piece
from desktop_app.export.flow.texts import text_block
from desktop_app.export.paper import BOX_WIDTH, Paper
from desktop_app.export.pdf.pages import SheetPages
from desktop_app.export.screening.frame import Frame, framed
from desktop_app.export.screening.head import head_pieces
from desktop_app.export.screening.outcome import outcome_piece
from desktop_app.export.screening.rows import table_pieces
from desktop_app.export.source import Source
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import SECTION
from desktop_app.languages import _, ngettext
from desktop_app.presentation.screening import screening_sheet
from desktop_app.presentation.screening.content import ScreeningList, ScreeningRow, ScreeningSheet
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import joined_sentences

_SIZE, _AIR = 10.0, 0.5
_HASH_DIGITS = 12


def screening_pages(source: Source, paper: Paper, today: date) -> SheetPages:
    """Return the screening sheet of a record as pages that are set."""
    sheet = screening_sheet(source.study, today)
    setting = Setting(LineBreaker(), _SIZE, _AIR)
    frame = Frame(setting, sheet, _source(sheet, source.document_sha256))
    pages = tuple(paged(_pieces(setting, sheet), frame.measure.height))
    return SheetPages(
        framed(pages, frame, paper),
        title=f"{sheet.identity.nct_id}: {sheet.title}",
        subject=_("Screening sheet made from a public registry record"),
    )


def _pieces(setting: Setting, sheet: ScreeningSheet) -> Iterator[Piece]:
    yield from head_pieces(setting, sheet)
    for one in sheet.lists:
        yield from within((replace(SECTION, key=object()),), _list_pieces(setting, one))
    yield outcome_piece(setting, sheet)


def _list_pieces(setting: Setting, one: ScreeningList) -> Iterator[Piece]:
    count = ngettext("{count} criterion.", "{count} criteria.", one.count)
    counted = count.format(count=grouped(one.count)) if one.count else ""
    yield heading_piece(setting, one.title, BOX_WIDTH, 1)
    rule = setting.paragraph(joined_sentences((counted, one.rule)), BOX_WIDTH, setting.body)
    yield Piece(rule, above=2.0, keeps_next=bool(one.rows))
    if any(row.number or row.has_boxes for row in one.rows):
        yield from table_pieces(setting, one)
    else:
        yield from (_words(setting, row) for row in one.rows)


def _words(setting: Setting, row: ScreeningRow) -> Piece:
    """Return a row of a list in which nothing is answered."""
    text = text_block(setting, row.text, BOX_WIDTH)
    return Piece(text, above=setting.small_gap, divides=True)


def _source(sheet: ScreeningSheet, document_sha256: str) -> str:
    record = record_words(sheet.identity.nct_id, sheet.identity.record_date)
    return _("{record} · file SHA-256 {hash} · printed {date} · {application}").format(
        record=record,
        hash=f"{document_sha256[:_HASH_DIGITS]}…",
        date=date_text(sheet.printed),
        application=f"{APPLICATION} {__version__}",
    )
