"""The contents of a document: its headings with the numbers of their pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.export.flow.paging import At, FlowPage
from desktop_app.export.flow.pieces import Piece
from desktop_app.export.flow.sections import Measure, heading_piece
from desktop_app.export.typesetting.blocks import Block, Jump, Line, Text, beside
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import DECORATION, Role, Tag
from desktop_app.languages import _

_INDENT = 1.6
_ITEM = Tag(Role.CONTENTS_ITEM)
_CONTENTS = Tag(Role.CONTENTS, key="contents")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading: ``target`` is its name in the file, ``page`` 0 while that is not known."""

    title: str
    level: int
    target: str
    page: int = 0


def listed(
    pages: Iterable[FlowPage], roles: Sequence[Role]
) -> tuple[tuple[Entry, ...], list[FlowPage]]:
    """Return the headings of pages, their pages counted from 1, and the pages with them named."""
    entries: list[Entry] = []
    named = []
    for number, page in enumerate(pages, 1):
        named.append(tuple(_named(at, number, roles, entries) for at in page))
    return tuple(entries), named


def _named(at: At, page: int, roles: Sequence[Role], entries: list[Entry]) -> At:
    """Return a piece of a page; a heading among these gets a name, and an entry."""
    head, *others = at.piece.block.parts or ((0.0, 0.0, at.piece.block),)
    tag = head[2].tag
    if tag is None or tag.role not in roles or not at.piece.block.parts:
        return at
    target = f"heading-{len(entries) + 1}"
    entries.append(Entry(tag.title, roles.index(tag.role), target, page))
    titled = (*head[:2], head[2].tagged(replace(tag, target=target)))
    block = replace(at.piece.block, parts=(titled, *others))
    return replace(at, piece=replace(at.piece, block=block))


def contents_pieces(
    setting: Setting, entries: Sequence[Entry], measure: Measure
) -> Iterator[Piece]:
    """Yield the contents under their heading."""
    yield heading_piece(setting, _("Contents"), measure.width, 1)
    for entry in entries:
        block = _entry(setting, entry, measure.width)
        yield Piece(block, path=(_CONTENTS,), above=_above(setting, entry))


def contents_in_columns(
    setting: Setting, entries: Sequence[Entry], measure: Measure, room: float
) -> Iterator[Piece]:
    """Yield the contents in two columns; ``room`` is how high the first of them may be.

    They are read down one column, then down the other.
    """
    heading = heading_piece(setting, _("Contents"), measure.width, 1)
    yield heading
    room -= heading.above + heading.block.height + setting.size
    gutter = setting.size * 2
    width = (measure.width - gutter) / 2
    rest = [(_above(setting, one), _entry(setting, one, width)) for one in entries]
    while rest:
        half = sum(above + block.height for above, block in rest) / 2 + setting.size * 2
        columns = [_column(rest, min(room, half)) for _ in range(2)]
        block = beside((0.0, columns[0]), (width + gutter, columns[1]))
        yield Piece(block, path=(_CONTENTS,), above=setting.size * 0.5)
        room = measure.height


def _column(rest: list[tuple[float, Block]], room: float) -> Block:
    """Return as many entries as the room takes, and take them from the rest."""
    parts: list[tuple[float, float, Block]] = []
    y = 0.0
    while rest and (not parts or y + rest[0][0] + rest[0][1].height <= room):
        above, block = rest.pop(0)
        y += above if parts else 0.0
        parts.append((0.0, y, block))
        y += block.height
    return Block(y, (), tuple(parts))


def _above(setting: Setting, entry: Entry) -> float:
    return setting.size * (0.1 if entry.level else 0.5)


def _entry(setting: Setting, entry: Entry, width: float) -> Block:
    style = setting.body if entry.level else setting.strong
    left = entry.level * setting.size * _INDENT
    number = str(entry.page or 999)
    right = setting.width(number, setting.body)
    title = setting.paragraph(entry.title, width - left - 4 * setting.size, style)
    last = title.height - setting.line_height(style)
    begin = left + _end_of_text(setting, title, style.font, style.size) + setting.size * 0.5
    base = last + setting.baseline(style)
    leader = Line(begin, base, width - right - setting.size * 0.5, base, 0.4, 0.75)
    parts = (
        (0.0, 0.0, Block(0.0, (leader,), (), DECORATION)),
        (left, 0.0, title),
        (width - right, last, setting.paragraph(number, right + 1)),
    )
    words = _("{title}, page {number}").format(title=entry.title, number=number)
    jump = Jump(entry.target, words, 0.0, 0.0, width, title.height)
    return Block(title.height, (), (*parts, (0.0, 0.0, Block(0.0, (jump,)))), _ITEM)


def _end_of_text(setting: Setting, block: Block, font: str, size: float) -> float:
    texts = [mark for mark in block.marks if isinstance(mark, Text)]
    if not texts:
        return 0.0
    return setting.breaker.text_width(texts[-1].lines[-1], font) * size / 1000
