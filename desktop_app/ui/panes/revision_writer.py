"""Writes what differs between two records: removed words struck out, added ones underlined."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextCharFormat

from desktop_app.analysis.changes.words import Mark, Piece
from desktop_app.presentation.changes.spoken import lines_of, marked
from desktop_app.presentation.section import Revision
from desktop_app.ui.panes.document_writer import CONTINUED, GAP, DocumentWriter, Span, Style
from desktop_app.ui.panes.page_layout import Column

_LONGEST = 4000
"""Characters of a paragraph: a longer one would be laid out too slowly."""
_PART = re.compile(rf"(?s).{{1,{_LONGEST}}}(?:\s|\Z)|.{{1,{_LONGEST}}}")


def write_revision(writer: DocumentWriter, revision: Revision, column: Column) -> Iterator[None]:
    """Write the label of a change, and its words below it; pauses after each line."""
    look = writer.look
    spans = [Span(revision.label, look.quiet)]
    if revision.note:
        spans.append(Span(GAP + revision.note, look.small))
    writer.paragraph(spans, Style(column, above=look.space(4), leading=look.close_leading))
    lines = tuple(lines_of(revision.pieces))
    for at, line in enumerate(lines):
        yield from _write_line(writer, line, column, look.space(8) if at + 1 == len(lines) else 0)


def _write_line(
    writer: DocumentWriter, line: Sequence[Piece], column: Column, below: int
) -> Iterator[None]:
    leading = writer.look.leading
    blocks = list(_blocks(writer, line)) or [[Span("", writer.look.body)]]
    for at, spans in enumerate(blocks):
        is_last = at + 1 == len(blocks)
        joiner = CONTINUED if at else "\n"
        style = Style(column, below=below if is_last else 0, leading=leading, joiner=joiner)
        writer.paragraph(spans, style)
        yield


def _blocks(writer: DocumentWriter, line: Sequence[Piece]) -> Iterator[list[Span]]:
    """Yield the words of a line in paragraphs that are short enough."""
    spans: list[Span] = []
    room = _LONGEST
    for piece in line:
        for text in _PART.findall(piece.text):
            if spans and len(text) > room:
                yield spans
                spans, room = [], _LONGEST
            spans.append(_span(writer, piece.mark, text))
            room -= len(text)
    if spans:
        yield spans


def _span(writer: DocumentWriter, mark: Mark, text: str) -> Span:
    # Whoever listens hears no line through words.
    told = marked(mark, text) if writer.aids.is_read_aloud else text
    return Span(told, _format(writer, mark))


def _format(writer: DocumentWriter, mark: Mark) -> QTextCharFormat:
    match mark:
        case Mark.KEPT:
            return writer.look.body
        case Mark.REMOVED:
            return writer.look.removed
        case Mark.ADDED:
            return writer.look.added
