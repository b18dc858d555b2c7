"""Questions and answers as pieces: labels stand above what they name."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.export.flow.pieces import Piece, spaced, within
from desktop_app.export.flow.sections import Measure, heading_piece, section_pieces
from desktop_app.export.flow.texts import text_block
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import ITEM_BODY, ITEM_LABEL, SECTION, Role, Tag
from desktop_app.presentation import section as content
from desktop_app.presentation.section import Field, FieldList, Paragraph, Section
from desktop_app.punctuation import with_note

_SHORT = 6.5
"""Lines: a text with no more of them is not parted."""
_SHORT_VALUE = 12.5
"""Lines: the same for what is named by a label, such as a site with its people."""
_WHOLE = 0.35
"""Of a page: a part of an answer that takes less, such as one group, is not parted."""


def answer_pieces(
    setting: Setting, section: Section, measure: Measure, level: int = 1
) -> Iterator[Piece]:
    """Yield a question with its answer; ``level`` is that of its heading."""
    pieces = list(_section(setting, section, measure, level))
    height = sum(piece.above + piece.block.height for piece in pieces)
    is_whole = level > 1 and height < _WHOLE * measure.height
    for piece in pieces[:-1]:
        yield replace(piece, keeps_next=True, divides=False) if is_whole else piece
    yield from pieces[-1:]


def _section(setting: Setting, section: Section, measure: Measure, level: int) -> Iterator[Piece]:
    path = (replace(SECTION, key=object()),)
    if section.title:
        heading = heading_piece(setting, section.title, measure.width, level, section.note)
        yield from within(path, (heading,))
    for block in section.blocks:
        pieces = _block(setting, block, measure, level)
        yield from within(path, spaced(pieces, setting.gap * 0.5))


def _block(setting: Setting, block: content.Block, measure: Measure, level: int) -> Iterator[Piece]:
    match block:
        case Section():
            yield from answer_pieces(setting, block, measure, level + 1)
        case FieldList(fields):
            yield from _fields(setting, fields, measure.width)
        case _:
            pieces = section_pieces(setting, (Section("", (block,)),), measure, level)
            announces = isinstance(block, Paragraph) and block.text.endswith(":")
            for piece in pieces:
                # The section that only carries the block is no element of its own.
                own = replace(piece, path=piece.path[1:])
                yield _held(setting, own, keeps_next=announces)


def _held(setting: Setting, piece: Piece, *, keeps_next: bool) -> Piece:
    """Return a piece that announces others with them, and a short text in one."""
    is_long = piece.block.height > _SHORT * setting.line_height(setting.body)
    return replace(
        piece,
        keeps_next=piece.keeps_next or keeps_next,
        divides=piece.divides and is_long and not keeps_next,
    )


def _fields(setting: Setting, fields: tuple[Field, ...], width: float) -> Iterator[Piece]:
    """Yield labels with what they name below them; one without a label continues the last."""
    path = (Tag(Role.LIST, key=object()),)
    entry, body = Tag(Role.ITEM, key=object()), replace(ITEM_BODY, key=object())
    for field in fields:
        if field.label:
            entry, body = Tag(Role.ITEM, key=object()), replace(ITEM_BODY, key=object())
            label = setting.paragraph(field.label, width, setting.strong)
            named = Block(label.height, (), ((0.0, 0.0, label),), ITEM_LABEL)
            yield Piece(named, path=(*path, entry), above=setting.gap * 0.5, keeps_next=True)
        value = text_block(setting, _said(field), width)
        told = Block(value.height, (), ((0.0, 0.0, value),), body)
        above = 0.0 if field.label else setting.gap * 0.3
        is_long = told.height > _SHORT_VALUE * setting.line_height(setting.body)
        yield Piece(told, path=(*path, entry), above=above, divides=is_long)


def _said(field: Field) -> str:
    """Return a value with its note behind the first line."""
    first, *others = field.value.split("\n")
    return "\n".join((with_note(first, field.note), *others))
