"""Sets the full record of a study."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.conventions import date_text
from desktop_app.export.about import record_date_words
from desktop_app.export.flow.frame import Frame, framed
from desktop_app.export.flow.paging import FlowPage, paged
from desktop_app.export.flow.pieces import Piece
from desktop_app.export.flow.sections import Measure, heading_piece, section_pieces
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import SheetPages
from desktop_app.export.record.contents import (
    Entry,
    contents_in_columns,
    contents_pieces,
    listed,
)
from desktop_app.export.record.opening import opening_pieces
from desktop_app.export.source import Source
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import Role
from desktop_app.languages import _
from desktop_app.presentation.header import study_header
from desktop_app.presentation.pane import PANES, Pane
from desktop_app.presentation.section import Section
from desktop_app.presentation.site_table import sites_with_table
from desktop_app.study.summary import record_date

_SIZE = 9.5
_AIR = 0.5
_SHORT = 8
"""A record of so many pages has contents of tabs alone."""
_LISTED = (Role.HEADING, Role.SUBHEADING)
"""The headings that the contents list: tabs, and their sections."""


def full_record(source: Source, paper: Paper, today: date, panes: Sequence[str] = ()) -> SheetPages:
    """Return all that the tabs show, or the tabs with these ids alone."""
    source = replace(source, context=replace(source.context, today=today))
    setting = Setting(LineBreaker(), _SIZE, _AIR)
    frame = _frame(setting, source, today)
    entries, pages = _body(setting, source, frame.measure, panes)
    if len(pages) <= _SHORT:
        entries = tuple(entry for entry in entries if not entry.level)
    front = _front(setting, source, today, frame.measure, entries)
    # Numbers do not change how many lines the contents take.
    numbered = [replace(entry, page=entry.page + len(front)) for entry in entries]
    front = _front(setting, source, today, frame.measure, numbered)
    header = study_header(source.study)
    return SheetPages(
        framed([*front, *pages], frame, paper),
        title=f"{header.nct_id}: {header.title}",
        subject=_("Full record of a study of a public registry"),
    )


def _frame(setting: Setting, source: Source, today: date) -> Frame:
    header = study_header(source.study)
    version = record_date(source.study)
    return Frame(
        setting,
        head=f"{header.nct_id} · {header.title}",
        head_end=record_date_words(version),
        foot=_("Full registry record, not the approved protocol · printed on {date}").format(
            date=date_text(today)
        ),
    )


def _front(
    setting: Setting, source: Source, today: date, measure: Measure, entries: Sequence[Entry]
) -> list[FlowPage]:
    opening = tuple(opening_pieces(setting, source, date_text(today), measure))
    pages = list(paged((*opening, *contents_pieces(setting, entries, measure)), measure.height))
    if not pages[1:]:
        return pages
    last = list(paged(opening, measure.height))[-1][-1]
    room = measure.height - last.y - last.piece.block.height
    contents = contents_in_columns(setting, entries, measure, room)
    return list(paged((*opening, *contents), measure.height))


def _body(
    setting: Setting, source: Source, measure: Measure, panes: Sequence[str]
) -> tuple[tuple[Entry, ...], list[FlowPage]]:
    """Return the headings for the contents, with their pages from 1, and the pages."""
    pages = paged(_pieces(setting, source, measure, panes), measure.height)
    return listed(pages, _LISTED)


def _pieces(
    setting: Setting, source: Source, measure: Measure, panes: Sequence[str]
) -> Iterator[Piece]:
    shown = [pane for pane in PANES if not panes or pane.id in panes]
    for number, pane in enumerate(shown):
        heading = heading_piece(setting, pane.title, measure.width, 1)
        # The contents stand by themselves.
        yield heading if number else replace(heading, starts_page=True)
        sections = pane_sections(pane, source)
        yield from section_pieces(setting, sections, measure, 2)


def pane_sections(pane: Pane, source: Source) -> tuple[Section, ...]:
    """Return what a tab shows, its sites as a table."""
    make = sites_with_table if pane.id == "sites" else pane.sections
    return make(source.study, source.context)
