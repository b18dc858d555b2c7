"""Finds words of the application's that were not said through its catalogue."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.presentation.section import (
    Block,
    FactGrid,
    Field,
    FieldList,
    Figure,
    Item,
    ItemList,
    Link,
    Paragraph,
    Prose,
    Section,
    SideBySide,
    Table,
)
from desktop_app.study.markup import TextBlock, TextParagraph

_SAID = re.compile(r"⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Of the pseudo-language: a text that was cut, as in a picture, has lost one of its marks.
_ACCENTS = frozenset("ÀÉÎÖÛàéîöûýçñšžÇÑŠŽ")
_UNITS = frozenset({"kb", "mb", "sha"})


def unsaid(texts: Iterable[str], record: str) -> set[tuple[str, str]]:
    """Return words outside of all marks, with their texts, that the record does not have."""
    known = {word.casefold() for word in _WORD.findall(record)} | _UNITS
    return {
        (word, text)
        for text in texts
        for word in _WORD.findall(_without_said(text))
        if word.casefold() not in known and not _ACCENTS & set(word)
    }


def _without_said(text: str) -> str:
    before = ""
    while before != text:
        before, text = text, _SAID.sub(" ", text)
    return text


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every text of blocks, labels and notes among them."""
    for block in blocks:
        yield from _texts_of(block)


def _texts_of(block: Block) -> Iterator[str]:
    match block:
        case Section():
            yield from (block.title, block.note, *texts_of(block.blocks))
        case SideBySide():
            yield from texts_of((block.left, block.right))
        case FactGrid() | FieldList():
            yield from texts_of(block.fields)
        case Field():
            yield from (block.label, block.value, block.note)
        case Paragraph():
            yield block.text
        case Prose():
            for text in block.blocks:
                yield from _texts_of_markup(text)
        case ItemList():
            for item in block.items:
                yield from _texts_of_item(item)
        case Table():
            yield from (block.name, *block.columns)
            for row in block.rows:
                yield from row
        case Figure():
            yield from (block.title, *block.words)
        case Link():
            yield from (block.label, block.url, block.note)


def _texts_of_item(item: Item) -> Iterator[str]:
    yield item.text
    for part in item.items:
        yield from _texts_of_item(part)


def _texts_of_markup(block: TextBlock) -> Iterator[str]:
    if isinstance(block, TextParagraph):
        yield block.text
        return
    for item in block.items:
        for part in item.blocks:
            yield from _texts_of_markup(part)
