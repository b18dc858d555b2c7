"""Lists as pieces: numbered statements, lists of a text, elements with their labels."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop_app.export.flow.pieces import Piece
from desktop_app.export.flow.texts import text_block
from desktop_app.export.typesetting.blocks import Block
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import ITEM_LABEL, Role, Tag
from desktop_app.presentation.section import Field, Item
from desktop_app.punctuation import with_note
from desktop_app.study.markup import TextBlock, TextList, TextParagraph

_BULLETS = frozenset("*+-")
_LABEL_SHARE = 0.3
_BEHIND = 0.7
"""The room behind a label, in type sizes."""
_DEEPEST = 0.5
"""Of the width: further in no list goes."""
_NARROWEST = 7.0
"""Of a text beside its label, in type sizes: where there is less room, the label is above it."""


def item_pieces(setting: Setting, items: Sequence[Item], width: float) -> Iterator[Piece]:
    """Yield numbered statements, what is nested in them further to the right."""
    path = (Tag(Role.LIST, key=object()),)
    hang = _hang(setting, [one.number for one in items], width)
    for item in items:
        body = Tag(Role.ITEM_BODY, key=object())
        entry = Tag(Role.ITEM, key=object())
        text = text_block(setting, item.text, width - hang)
        block = _labelled(setting, item.number, text, hang, body, width)
        below = item_pieces(setting, item.items, width - hang)
        yield Piece(block.tagged(entry), path=path, above=setting.small_gap, divides=not item.items)
        for piece in below:
            yield replace(piece, x=piece.x + hang, path=(*path, entry, body, *piece.path))


def _hang(setting: Setting, numbers: Iterable[str], width: float) -> float:
    widest = max((setting.width(number, setting.small) for number in numbers), default=0.0)
    hang = min(widest + setting.size * _BEHIND + 0.1, width * _DEEPEST)
    return hang if width - hang >= setting.size * _NARROWEST else 0.0


def _labelled(
    setting: Setting, label: str, text: Block, hang: float, body: Tag, width: float
) -> Block:
    held = Block(text.height, (), ((0.0, 0.0, text),), body)
    if not label:
        return Block(text.height, (), ((hang, 0.0, held),))
    room = hang - setting.size * _BEHIND if hang else width
    number = setting.paragraph(label, room, setting.small)
    drop = (setting.line_height(setting.body) - setting.line_height(setting.small)) / 2
    mark = Block(number.height, (), ((0.0, 0.0, number),), ITEM_LABEL)
    if not hang:
        below = ((0.0, 0.0, mark), (0.0, number.height, held))
        return Block(number.height + text.height, (), below)
    return Block(max(text.height, number.height + drop), (), ((0.0, drop, mark), (hang, 0.0, held)))


def prose_pieces(setting: Setting, blocks: Sequence[TextBlock], width: float) -> Iterator[Piece]:
    """Yield a text of the record with its paragraphs and lists."""
    for block in blocks:
        match block:
            case TextParagraph(text):
                paragraph = text_block(setting, text, width)
                yield Piece(paragraph, above=setting.size * 0.4, divides=True)
            case TextList():
                yield from _list_pieces(setting, block, width)


def _list_pieces(setting: Setting, content: TextList, width: float) -> Iterator[Piece]:
    path = (Tag(Role.LIST, key=object()),)
    markers = ["•" if item.marker in _BULLETS else item.marker for item in content.items]
    kind = "Disc" if set(markers) == {"•"} else "Decimal"
    path = (Tag(Role.LIST, key=object(), numbering=kind),)
    hang = _hang(setting, markers, width)
    for marker, item in zip(markers, content.items, strict=True):
        body, entry = Tag(Role.ITEM_BODY, key=object()), Tag(Role.ITEM, key=object())
        first, *others = item.blocks or (TextParagraph(""),)
        text = first.text if isinstance(first, TextParagraph) else ""
        rest = others if isinstance(first, TextParagraph) else [first, *others]
        said = text_block(setting, text, width - hang)
        block = _labelled(setting, marker, said, hang, body, width)
        yield Piece(block.tagged(entry), path=path, above=setting.small_gap, divides=True)
        for piece in prose_pieces(setting, rest, width - hang):
            yield replace(piece, x=piece.x + hang, path=(*path, entry, body, *piece.path))


def field_pieces(setting: Setting, fields: Sequence[Field], width: float) -> Iterator[Piece]:
    """Yield elements with their labels at the left; one without a label continues the last."""
    path = (Tag(Role.LIST, key=object()),)
    labels = [field.label for field in fields if field.label]
    hang = min(_hang(setting, labels, width), width * _LABEL_SHARE)
    body, entry = Tag(Role.ITEM_BODY, key=object()), Tag(Role.ITEM, key=object())
    for field in fields:
        if field.label:
            body, entry = Tag(Role.ITEM_BODY, key=object()), Tag(Role.ITEM, key=object())
        value = _value(setting, field, width - hang)
        block = _labelled(setting, field.label, value, hang, body, width)
        yield Piece(block.tagged(entry), path=path, above=setting.small_gap, divides=True)


def _value(setting: Setting, field: Field, width: float) -> Block:
    style = setting.small if field.is_absent else setting.body
    first, *others = field.value.split("\n")
    said = with_note(first, field.note)
    return text_block(setting, "\n".join((said, *others)), width, style)
