"""The texts of sections in reading order, without saying how they are drawn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from desktop_app.languages import _
from desktop_app.presentation.changes.spoken import lines_of
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
    Revision,
    Section,
    SideBySide,
    Table,
)
from desktop_app.study.markup import TextBlock, TextList, TextParagraph


def is_facts(section: Section) -> bool:
    """Tell whether a section holds key facts alone."""
    return bool(section.blocks) and all(isinstance(block, FactGrid) for block in section.blocks)


def as_titled(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections with the titles that are shown: key facts that come first need none."""
    if sections and is_facts(sections[0]):
        return (replace(sections[0], title=""), *sections[1:])
    return tuple(sections)


def section_texts(sections: Iterable[Section]) -> Iterator[str]:
    """Yield every text of the sections: titles, labels, values, notes, numbers, cells."""
    for section in sections:
        yield section.title
        yield section.note
        for block in section.blocks:
            yield from _block_texts(block)


def figure_text(figure: Figure) -> str:
    """Return what is written in place of a picture where words are wanted."""
    return "\n".join((_("Picture: {title}").format(title=figure.title), *figure.words))


def field_labels(sections: Iterable[Section]) -> Iterator[str]:
    """Yield the labels of the elements that stand one below the other."""
    for section in sections:
        for block in section.blocks:
            match block:
                case Field():
                    yield block.label
                case FieldList():
                    yield from (field.label for field in block.fields)
                case Section():
                    yield from field_labels((block,))
                case SideBySide():
                    yield from field_labels((block.left, block.right))


def section_length(sections: Iterable[Section]) -> int:
    """Return the number of characters in the sections."""
    return sum(len(text) for text in section_texts(sections))


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Field():
            yield from _field_texts((block,))
        case FactGrid() | FieldList():
            yield from _field_texts(block.fields)
        case Paragraph():
            yield block.text
        case Prose():
            yield from _prose_texts(block.blocks)
        case ItemList():
            yield from _item_texts(block.items)
        case Table():
            yield from block.columns
            for row in block.rows:
                yield from row
        case Link():
            yield from (block.label, block.note, block.url)
        case Revision():
            yield from (block.label, block.note)
            yield from ("".join(one.text for one in line) for line in lines_of(block.pieces))
        case Figure():
            # A picture is no text; what it shows stands in words beside it.
            pass
        case SideBySide():
            yield from section_texts((block.left, block.right))
        case Section():
            yield from section_texts((block,))
        case _:
            assert_never(block)


def _field_texts(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        yield from (field.label, field.value, field.note)


def _item_texts(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield from (item.number, item.text)
        yield from _item_texts(item.items)


def _prose_texts(blocks: Iterable[TextBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case TextParagraph(text):
                yield text
            case TextList():
                for item in block.items:
                    yield item.marker
                    yield from _prose_texts(item.blocks)
            case _:
                assert_never(block)
