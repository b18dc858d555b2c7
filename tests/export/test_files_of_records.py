"""Files of real records are well made, and lose no word of the sections."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from desktop_app.command_line.contexts import source_of_record
from desktop_app.export.about import about
from desktop_app.export.html.page import sections_html
from desktop_app.export.markdown.document import document_markdown
from desktop_app.export.source import Source
from desktop_app.export.visible import visible
from desktop_app.presentation.pane import PANES, Sections
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
from desktop_app.readers.detect import read_bytes
from desktop_app.readers.reading import ReadRecord
from desktop_app.study.markup import TextBlock, TextList, TextParagraph
from tests.export.html_reading import assert_well_made, read_html
from tests.real_records import needs_records, record_files


def sources_of(file: Path) -> Iterator[Source]:
    for reading in read_bytes(file.read_bytes(), file.name):
        if isinstance(reading, ReadRecord):
            yield source_of_record(reading, date(2026, 11, 25))


def panes_of(source: Source) -> list[tuple[str, Sections]]:
    return [(pane.title, pane.sections(source.study, source.context)) for pane in PANES]


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every text of sections in reading order, except what a drawing says."""
    for block in blocks:
        match block:
            case Field():
                first, *others = block.value.split("\n")
                yield from (block.label, first, _noted(block.note), *others)
            case FactGrid() | FieldList():
                yield from texts_of(block.fields)
            case Paragraph():
                yield block.text
            case Prose():
                yield from _prose(block.blocks)
            case ItemList():
                yield from _items(block.items)
            case Table():
                yield from (
                    block.name,
                    *block.columns,
                    *(cell for row in block.rows for cell in row),
                )
            case Figure():
                yield from (block.title, _IN_WORDS, *block.words)
            case Link():
                yield from (block.label, block.url, _noted(block.note))
            case SideBySide():
                yield from texts_of((block.left, block.right))
            case Section():
                yield from (block.title, block.note, *texts_of(block.blocks))


def _noted(note: str) -> str:
    return f"({note})" if note else ""


def _prose(blocks: Iterable[TextBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case TextParagraph():
                yield block.text
            case TextList():
                for item in block.items:
                    yield from _prose(item.blocks)


def _items(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield from (item.number, item.text)
        yield from _items(item.items)


_IN_WORDS = "The picture in words"
FOLDERS = (
    ("ctgov_json", "*.json", 40),
    ("ctgov_xml", "*.xml", 40),
    ("ctgov_json_partial", "*", 30),
)


def _words(panes: list[tuple[str, Sections]]) -> list[str]:
    texts = (text for title, sections in panes for text in (title, *texts_of(sections)))
    return [word for text in texts for word in visible(text).split()]


@needs_records
@pytest.mark.parametrize(("folder", "pattern", "step"), FOLDERS)
def test_pages_of_real_records_are_well_made_and_complete(
    folder: str, pattern: str, step: int
) -> None:
    pages = 0
    for file in record_files(folder, pattern, step):
        for source in sources_of(file):
            panes = panes_of(source)
            page = assert_well_made(sections_html(about(source).title, panes, about(source)))
            assert page.one("main").words == _words(panes), file.name
            pages += 1
    assert pages


@needs_records
@pytest.mark.parametrize(("folder", "pattern", "step"), FOLDERS)
def test_markdown_of_real_records_renders_as_their_text(
    folder: str, pattern: str, step: int
) -> None:
    # Its own line breaks are the only HTML there is; whatever a record holds of it is escaped.
    markdown = MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"])
    for file in record_files(folder, pattern, 2 * step):
        for source in sources_of(file):
            panes = panes_of(source)
            text = document_markdown("A title", panes, about(source))
            html = markdown.render(text).replace("<br />", "<br>").replace("<hr />", "")
            words = _words([(name, _untitled(sections)) for name, sections in panes])
            shown = iter(read_html(html, ("blockquote",)).words)
            for word in words:
                assert any(word in one for one in shown), (file.name, word)


def _untitled(sections: Sections) -> Sections:
    """Return sections without what a page says beside them: names of tables and of pictures."""
    return tuple(replace(one, blocks=tuple(map(_untitled_block, one.blocks))) for one in sections)


def _untitled_block(block: Block) -> Block:
    match block:
        case Table():
            return replace(block, name="")
        case Figure():
            return ItemList(tuple(Item("", one) for one in block.words))
        case Section():
            return _untitled((block,))[0]
        case SideBySide():
            return SideBySide(*_untitled((block.left, block.right)))
        case _:
            return block
