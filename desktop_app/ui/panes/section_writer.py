"""Writes sections into a document: which part goes where on the page, and in which form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from PySide6.QtGui import QTextFrameFormat

from desktop_app.presentation.section import (
    FactGrid,
    Field,
    FieldList,
    Figure,
    ItemList,
    Link,
    Paragraph,
    Prose,
    Revision,
    Section,
    SideBySide,
    Table,
)
from desktop_app.ui.panes.document_writer import GAP, DocumentWriter, Span, Style
from desktop_app.ui.panes.field_writer import field_gutter, write_facts, write_fields
from desktop_app.ui.panes.page_layout import Column, PageLayout, whole
from desktop_app.ui.panes.revision_writer import write_revision
from desktop_app.ui.panes.section_texts import (
    as_titled,
    field_labels,
    is_facts,
    section_length,
)
from desktop_app.ui.panes.table_writer import write_table
from desktop_app.ui.panes.tables_in_line import sampled_tables
from desktop_app.ui.panes.text_writer import (
    write_figure,
    write_items,
    write_link,
    write_paragraph,
    write_prose,
)

_LONGEST_IN_FRAME = 24_000
"""Characters; more than that in a frame would be laid out too slowly."""
_LEFT = QTextFrameFormat.Position.FloatLeft
_RIGHT = QTextFrameFormat.Position.FloatRight


class SectionWriter:
    """Writes the sections of one pane onto a page."""

    def __init__(self, writer: DocumentWriter, page: PageLayout) -> None:
        self._writer = writer
        self._page = page
        self._gutter = 0
        self._sampled: Mapping[tuple[str, ...], Table] = {}

    def write(self, sections: Sequence[Section]) -> Iterator[None]:
        """Write all sections, pausing after each piece; those beside the running text come
        before it in the document."""
        titled = as_titled(sections)
        asides = tuple(section for section in titled if section.is_aside)
        others = [section for section in titled if not section.is_aside]
        leading = _leading_facts(others)
        has_both = bool(asides) and len(others) > leading
        is_wide = has_both and self._page.is_wide
        in_one_column = not is_wide or section_length(asides) > _LONGEST_IN_FRAME
        shown = titled if in_one_column else others
        self._gutter = field_gutter(self._writer, field_labels(shown), self._page.width)
        if in_one_column:
            yield from self._write_all((*others, *asides), whole(self._page.width))
        else:
            yield from self._write_all(others[:leading], whole(self._page.width))
            self._write_aside(asides)
            yield from self._write_all(others[leading:], self._page.running)
        self._writer.finish()

    def _write_aside(self, sections: Sequence[Section]) -> None:
        self._writer.begin_frame(self._page.aside, _RIGHT, self._writer.look.space(24))
        _without_pause(self._write_all(sections, whole(self._page.aside)))
        self._writer.end_frame()

    def _write_all(self, sections: Iterable[Section], column: Column) -> Iterator[None]:
        for section in sections:
            self._sampled = sampled_tables(section)
            yield from self._write_section(section, column, level=1)

    def _write_section(self, section: Section, column: Column, level: int) -> Iterator[None]:
        if section.title:
            self._write_heading(section, column, level)
        for block in section.blocks:
            match block:
                case Section():
                    yield from self._write_section(block, column, level + 1)
                case SideBySide():
                    yield from self._write_side_by_side(block, column, level)
                case Field():
                    yield from self._write_field_list(FieldList((block,)), column)
                case FieldList():
                    yield from self._write_field_list(block, column)
                case Revision():
                    reading = column.at_most(self._writer.look.reading_width)
                    yield from write_revision(self._writer, block, reading)
                case Table():
                    sampled = self._sampled.get(block.columns[1:], block)
                    yield from write_table(self._writer, block, column, sampled)
                case _:
                    self._write_block(block, column)
                    yield

    def _write_field_list(self, fields: FieldList, column: Column) -> Iterator[None]:
        reading = column.at_most(self._writer.look.reading_width)
        yield from write_fields(self._writer, fields, reading, self._gutter)

    def _write_heading(self, section: Section, column: Column, level: int) -> None:
        look = self._writer.look
        title = look.section if level == 1 else look.part
        # Titles of parts are mostly the record's own, such as those of arms.
        is_ours = level == 1
        term = self._writer.term(section.title, title)
        spans = [term if is_ours else Span(section.title, title)]
        if section.note:
            spans.append(Span(GAP + section.note, look.quiet))
        above = look.space(24 if level == 1 else 16)
        below = look.space(8 if level == 1 else 6)
        about = self._writer.aids.about(section.title) if is_ours else ""
        style = Style(column, above=above, below=look.space(2) if about else below, joiner="\n\n")
        self._writer.paragraph(spans, style)
        if about:
            self._writer.paragraph([Span(about, look.small)], Style(column, below=below))

    def _write_block(
        self,
        block: FactGrid | Paragraph | Prose | ItemList | Figure | Link,
        column: Column,
    ) -> None:
        writer = self._writer
        reading = column.at_most(writer.look.reading_width)
        match block:
            case FactGrid():
                write_facts(writer, block, column)
            case Paragraph():
                write_paragraph(writer, block, reading)
            case Prose():
                write_prose(writer, block, reading)
            case ItemList():
                write_items(writer, block, reading)
            case Figure():
                write_figure(writer, block, column)
            case Link():
                write_link(writer, block, reading)
            case _:
                assert_never(block)

    def _write_side_by_side(self, both: SideBySide, column: Column, level: int) -> Iterator[None]:
        halves = self._page.halves(column)
        if halves is None or section_length((both.left,)) > _LONGEST_IN_FRAME:
            yield from self._write_section(both.left, column, level)
            yield from self._write_section(both.right, column, level)
            return
        gap, above = self._page.gap, self._writer.look.space(24)
        self._writer.begin_frame(halves[0] + gap, _LEFT, above)
        left = Column(0, halves[0], halves[0] + gap)
        _without_pause(self._write_section(both.left, left, level))
        self._writer.end_frame()
        right = Column(column.left + halves[0] + gap, halves[1], column.container)
        yield from self._write_section(both.right, right, level)
        self._writer.clear_floats(column.width)


def _without_pause(pieces: Iterator[None]) -> None:
    for _ in pieces:
        pass


def _leading_facts(sections: Sequence[Section]) -> int:
    """Return how many sections of key facts stand first, which take the whole width."""
    count = 0
    while count < len(sections) and is_facts(sections[count]):
        count += 1
    return count
