"""Draws sections as plain text, for the command line and for copying."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import assert_never

from desktop_app.export.cells import cells_of, padded
from desktop_app.export.phrases import label_words
from desktop_app.presentation.changes.spoken import revision_text
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
from desktop_app.punctuation import with_note
from desktop_app.study.markup import TextBlock, TextList, TextParagraph

_UNDERLINES = "=-~"
_NARROWEST = 20
_WIDEST_COLUMN = 200
"""What is longer stands out of its column: else one huge cell would fill all rows with spaces."""
_BLANK_LINES = re.compile("\n{3,}")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def to_text(sections: Iterable[Section], width: int = 88) -> str:
    """Return sections as text with lines of at most ``width`` characters, where words allow."""
    text = "\n".join(line.rstrip() for line in _sections(sections, 0, width))
    return _BLANK_LINES.sub("\n\n", text).strip() + "\n"


def _sections(sections: Iterable[Section], level: int, width: int) -> Iterator[str]:
    for section in sections:
        yield from _section(section, level, width)


def _section(section: Section, level: int, width: int) -> Iterator[str]:
    if section.title:
        title = with_note(section.title, section.note)
        lines = _wrapped(title, "", "", width)
        yield from lines
        yield _UNDERLINES[min(level, 2)] * min(max(map(cells_of, lines)), width)
    for block in section.blocks:
        yield from _block(block, level, width)
    if not section.blocks or not isinstance(section.blocks[-1], Section | SideBySide):
        yield ""


def _block(block: Block, level: int, width: int) -> Iterator[str]:
    match block:
        case Field():
            yield from _fields((block,), width)
        case FactGrid() | FieldList():
            yield from _fields(block.fields, width)
        case Paragraph():
            yield from _wrapped(block.text, "", "", width)
        case Prose():
            yield from _prose(block.blocks, "", width)
        case ItemList():
            yield from _items(block.items, "", width)
        case Table():
            yield from _table(block)
            yield ""
        case Figure():
            yield from _figure(block, width)
            yield ""
        case Link():
            yield from _link(block, width)
        case Revision():
            yield from _revision(block, width)
        case SideBySide():
            yield from _sections((block.left, block.right), level, width)
        case Section():
            yield from _section(block, level + 1, width)
        case _:
            assert_never(block)


def _fields(fields: Iterable[Field], width: int) -> Iterator[str]:
    shown = tuple(fields)
    leads = (cells_of(label_words(field.label)) for field in shown if field.label)
    gutter = min(max(leads, default=0) + 1, width // 2)
    for field in shown:
        first, *others = field.value.split("\n")
        lines = [with_note(first, field.note), *others]
        lead = label_words(field.label) if field.label else ""
        if cells_of(lead) >= gutter:
            yield from _wrapped(lead, "", "  ", width)
            lead = ""
        for line in lines:
            yield from _wrapped(line, padded(lead, gutter), " " * gutter, width)
            lead = ""


def _prose(blocks: Iterable[TextBlock], indent: str, width: int) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if number and isinstance(block, TextParagraph):
            yield ""
        match block:
            case TextParagraph():
                yield from _wrapped(block.text, indent, indent, width)
            case TextList():
                for item in block.items:
                    yield from _marked(item.marker, _prose(item.blocks, "", width), indent)
            case _:
                assert_never(block)


def _marked(marker: str, lines: Iterable[str], indent: str) -> Iterator[str]:
    lead = f"{indent}{marker} "
    for line in lines:
        yield lead + line if line else line
        lead = " " * len(lead)


def _items(items: Iterable[Item], indent: str, width: int) -> Iterator[str]:
    for item in items:
        lead = f"{indent}{item.number}  "
        hanging = " " * len(lead)
        yield from _wrapped(item.text, lead, hanging, width)
        yield from _items(item.items, hanging, width)


def _table(table: Table) -> Iterator[str]:
    """Yield rows in columns; the lines of a cell stand in as many lines of the text."""
    cells = [[cell.split("\n") for cell in row] for row in (table.columns, *table.rows)]
    columns = zip(*cells, strict=True)
    longest = (max(cells_of(line) for cell in column for line in cell) for column in columns)
    widths = [min(length, _WIDEST_COLUMN) for length in longest]
    for row in cells:
        for lines in zip_longest(*row, fillvalue=""):
            parts = (padded(line, size) for line, size in zip(lines, widths, strict=True))
            yield "  ".join(parts)


def _figure(figure: Figure, width: int) -> Iterator[str]:
    """Yield what a picture shows, in words."""
    yield f"[{figure.title}]"
    for line in figure.words:
        yield from _wrapped(line, "  ", "    ", width)


def _link(link: Link, width: int) -> Iterator[str]:
    if not link.label:
        yield from _wrapped(with_note(one_line(link.url), link.note), "", "  ", width)
        return
    yield from _wrapped(with_note(link.label, link.note), "", "", width)
    yield f"  {one_line(link.url)}"


def _revision(revision: Revision, width: int) -> Iterator[str]:
    label = with_note(revision.label, revision.note)
    yield from _wrapped(label_words(label), "", "  ", width)
    yield from _wrapped(revision_text(revision), "  ", "  ", width)


def _wrapped(text: str, lead: str, hanging: str, width: int) -> list[str]:
    """Return text in lines; a line end in the text is kept."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += textwrap.wrap(
            line,
            max(width, len(hanging) + _NARROWEST),
            initial_indent=hanging if lines else lead,
            subsequent_indent=hanging,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [hanging if lines else lead]
    return lines


def one_line(text: str) -> str:
    """Return text that cannot pass for several lines."""
    return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """Return text with control characters replaced, so that none of them reaches a terminal."""
    return _CONTROLS.sub("\ufffd", text)
