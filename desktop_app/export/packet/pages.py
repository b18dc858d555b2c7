"""Puts sheets of several studies one behind the other, after their contents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.conventions import date_text
from desktop_app.export.flow.frame import Frame, framed
from desktop_app.export.flow.paging import FlowPage, paged
from desktop_app.export.flow.pieces import Piece
from desktop_app.export.flow.sections import heading_piece
from desktop_app.export.flow.texts import text_block
from desktop_app.export.paper import Paper
from desktop_app.export.pdf.pages import Placed, SetPage, SheetPages
from desktop_app.export.record.contents import Entry, contents_pieces
from desktop_app.export.record.opening import PAPER_NOTE
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import FLOOR, Setting, Style
from desktop_app.export.typesetting.tags import DECORATION, Role, Tag
from desktop_app.languages import _, ngettext
from desktop_app.presentation.wording import grouped

_SIZE = 10.0
_AIR = 0.6
_FROM_EDGE = 20.0
"""Points from the lower edge of the paper to the number of a page within the packet."""


def packet_pages(
    sheet_title: str, sheets: Iterable[SheetPages], paper: Paper, today: date
) -> SheetPages:
    """Return the sheets behind a page of contents; each page tells its place in the packet."""
    setting = Setting(LineBreaker(), _SIZE, _AIR)
    made = list(sheets)
    frame = Frame(
        setting,
        head=_("Packet: {title}").format(title=sheet_title),
        head_end=count_words(len(made)),
        foot=_("Printed on {date}").format(date=date_text(today)),
    )
    every = sum(len(sheet.pages) for sheet in made)
    front = _front(setting, sheet_title, made, frame, today, 0)
    front = _front(setting, sheet_title, made, frame, today, len(front))
    total = len(front) + every
    first = framed(front, frame, paper, total=total)
    return SheetPages(
        (*first, *_numbered(setting, made, len(front), total)),
        title=f"{sheet_title}: {count_words(len(made))}",
        subject=_("Packet of sheets of public registry records"),
        notes=_notes(made),
    )


def _front(
    setting: Setting,
    title: str,
    sheets: Sequence[SheetPages],
    frame: Frame,
    today: date,
    before: int,
) -> list[FlowPage]:
    pieces = _front_pieces(setting, title, sheets, frame, today, before)
    return list(paged(pieces, frame.measure.height))


def _front_pieces(
    setting: Setting,
    title: str,
    sheets: Sequence[SheetPages],
    frame: Frame,
    today: date,
    before: int,
) -> Iterator[Piece]:
    measure = frame.measure
    said = f"{title}: {count_words(len(sheets))}"
    yield heading_piece(setting, said, measure.width, 0)
    dated = _("Printed on {date}. The records are attached.").format(date=date_text(today))
    printed = f"{_(PAPER_NOTE)} {dated}"
    yield Piece(text_block(setting, printed, measure.width), above=setting.size * 0.5)
    entries = []
    page = before + 1
    for number, sheet in enumerate(sheets):
        entries.append(Entry(sheet.title, 1, _target(number), page if before else 0))
        page += len(sheet.pages)
    yield from contents_pieces(setting, entries, measure)


def _target(number: int) -> str:
    return f"study-{number + 1}"


def _numbered(
    setting: Setting, sheets: Sequence[SheetPages], before: int, total: int
) -> Iterator[SetPage]:
    page = before
    for number, sheet in enumerate(sheets):
        part = Tag(Role.PART, key=_target(number))
        for at, one in enumerate(sheet.pages):
            page += 1
            placed = [replace(piece, path=(part, *piece.path)) for piece in one.placed]
            said = _("packet page {number} of {total}").format(number=page, total=total)
            placed.append(_page_number(setting, one.size, said))
            target = _target(number)
            yield SetPage(one.size, tuple(placed), "" if at else target, f"{target}-")


def _page_number(setting: Setting, size: tuple[float, float], said: str) -> Placed:
    style = Style(FLOOR, grey=0.33)
    width = setting.width(said, style)
    block = setting.paragraph(said, width + 1, style).tagged(DECORATION)
    return Placed((size[0] - width) / 2, size[1] - _FROM_EDGE, block)


def _notes(sheets: Sequence[SheetPages]) -> tuple[str, ...]:
    shortened = sum(1 for sheet in sheets if sheet.notes)
    if not shortened:
        return ()
    said = ngettext("{shortened} of {count} sheet", "{shortened} of {count} sheets", len(sheets))
    return (said.format(shortened=shortened, count=len(sheets)),)


def count_words(count: int) -> str:
    """Return so many studies in words."""
    return ngettext("{count} study", "{count} studies", count).format(count=grouped(count))
