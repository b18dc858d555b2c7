"""Writes running text: paragraphs, the author's own lists, and numbered statements."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtGui import QTextCharFormat

from desktop_app.presentation.section import Figure, Item, ItemList, Link, Paragraph, Prose
from desktop_app.study.markup import TextBlock, TextItem, TextList, TextParagraph
from desktop_app.ui.panes.document_writer import GAP, LINE, DocumentWriter, Span, Style
from desktop_app.ui.panes.page_layout import Column
from desktop_app.ui.panes.section_texts import figure_text


def write_paragraph(writer: DocumentWriter, paragraph: Paragraph, column: Column) -> None:
    """Write words of ours or a plain element."""
    look = writer.look
    span = Span(paragraph.text, look.quiet if paragraph.is_quiet else look.body)
    writer.paragraph([span], Style(column, below=look.space(8), leading=look.leading))


def write_prose(writer: DocumentWriter, prose: Prose, column: Column) -> None:
    """Write a text of the record with its paragraphs and lists."""
    _write_blocks(writer, prose.blocks, column)


def write_items(writer: DocumentWriter, items: ItemList, column: Column) -> None:
    """Write numbered statements, their numbers hanging in a gutter of one width."""
    _write_items(writer, items.items, column)


def write_figure(writer: DocumentWriter, figure: Figure, column: Column) -> None:
    """Write a picture, or what it shows in words where those are wanted; both for a reader aloud.

    Whoever listens may have somebody beside them who looks.
    """
    look = writer.look
    if not writer.aids.has_figures_in_words:
        writer.figure(figure, Style(column, above=look.space(4), below=look.space(12)))
    if not writer.aids.tells_figures:
        return
    style = Style(column.at_most(look.reading_width), below=look.space(12), leading=look.leading)
    writer.paragraph([Span(figure_text(figure), look.body)], style)


def write_link(writer: DocumentWriter, link: Link, column: Column) -> None:
    """Write what is at an address, and the address itself, which can be opened."""
    look = writer.look
    address = QTextCharFormat(look.link)
    address.setAnchorHref(link.url)
    note = [Span(GAP + link.note, look.quiet)] if link.note else []
    if link.label:
        spans = [Span(link.label, look.body), *note, Span(LINE + link.url, address)]
    else:
        spans = [Span(link.url, address), *note]
    writer.paragraph(spans, Style(column, below=look.space(8), leading=look.close_leading))


def _write_blocks(writer: DocumentWriter, blocks: Iterable[TextBlock], column: Column) -> None:
    for block in blocks:
        match block:
            case TextParagraph(text):
                write_paragraph(writer, Paragraph(text), column)
            case TextList():
                _write_list(writer, block, column)
            case _:
                assert_never(block)


def _write_list(writer: DocumentWriter, listed: TextList, column: Column) -> None:
    look = writer.look
    gutter = _gutter(writer, [item.marker for item in listed.items], look.space(16))
    for item in listed.items:
        text, rest = _first_text(item)
        _write_hanging(writer, Span(item.marker, look.quiet), text, column, gutter)
        _write_blocks(writer, rest, column.indented(gutter))


def _first_text(item: TextItem) -> tuple[str, tuple[TextBlock, ...]]:
    """Return the words that stand on the line of the item's marker, and what follows."""
    if item.blocks and isinstance(item.blocks[0], TextParagraph):
        return item.blocks[0].text, item.blocks[1:]
    return "", item.blocks


def _write_items(writer: DocumentWriter, items: tuple[Item, ...], column: Column) -> None:
    look = writer.look
    gutter = _gutter(writer, [item.number for item in items], look.space(16))
    for item in items:
        _write_hanging(writer, Span(item.number, look.small), item.text, column, gutter)
        _write_items(writer, item.items, column.indented(gutter))


def _write_hanging(
    writer: DocumentWriter, marker: Span, text: str, column: Column, gutter: int
) -> None:
    look = writer.look
    style = Style(
        column, hang=column.width - column.indented(gutter).width, below=look.space(8),
        leading=look.leading,
    )  # fmt: skip
    writer.paragraph([marker, Span(text, look.body)], style)


def _gutter(writer: DocumentWriter, markers: list[str], least: int) -> int:
    """Return the room that the widest of the markers takes, with some space behind it."""
    widest = max((writer.look.width_of(marker[:16]) for marker in markers), default=0)
    return max(least, widest + writer.look.space(8))
