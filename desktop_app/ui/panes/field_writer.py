"""Writes elements with their labels: key facts in a grid, the others one below the other."""

from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import zip_longest

from PySide6.QtGui import QTextCharFormat, QTextLength, QTextTableFormat

from desktop_app.presentation.section import FactGrid, Field, FieldList
from desktop_app.ui.looks.typography import READING_WIDTH
from desktop_app.ui.panes.document_writer import GAP, LINE, DocumentWriter, Span, Style
from desktop_app.ui.panes.page_layout import Column, whole
from desktop_app.ui.panes.rules import ruled

_LEAST_GUTTER, _MOST_GUTTER = 120, 264
_GUTTER_SHARE, _MOST_OF_PAGE = 0.48, 0.42
_BESIDE = 16
"""Between a label and its value."""
_LABELS_MEASURED = 24
_FIELDS_AT_ONCE = 40
_FEW_WIDE = 0.25
"""Of the labels of a list; those few stand above their values, which keep to their gutter."""
_LEAST_FOR_GUTTER = 440
_LEAST_FOR_FACT = 160
_SURELY = 0.6
_MOST_FACTS_IN_A_ROW = 4


def field_gutter(writer: DocumentWriter, labels: Iterable[str], page_width: int) -> int:
    """Return the room for labels beside their values, one for a whole page: what the widest of
    them takes, apart from those that are too wide for it and stand above their values."""
    space = writer.look.space
    least = space(_LEAST_GUTTER)
    most = max(least, min(space(_MOST_GUTTER), round(page_width * _MOST_OF_PAGE)))
    longest = nlargest(_LABELS_MEASURED, set(labels), key=len)
    widths = [writer.look.width_of(label) + space(_BESIDE) for label in longest]
    fitting = [width for width in widths if width <= most]
    return max([least, *fitting]) if fitting or not widths else most


def write_fields(
    writer: DocumentWriter, fields: FieldList, column: Column, gutter: int
) -> Iterator[None]:
    """Write elements, the labels in a gutter where there is room, else above the values.

    Pauses now and then.
    """
    room = min(gutter, round(column.width * _GUTTER_SHARE))
    is_beside = column.width >= writer.look.space(_LEAST_FOR_GUTTER) and _fit_beside(
        writer, fields, room
    )
    for number, (field, after) in enumerate(zip_longest(fields.fields, fields.fields[1:]), 1):
        below = writer.look.space(8 if after is None or after.label else 4)
        if is_beside:
            _write_beside(writer, field, column, room, below)
        else:
            _write_stacked(writer, field, column, below)
        if number % _FIELDS_AT_ONCE == 0:
            yield
    yield


def _write_stacked(writer: DocumentWriter, field: Field, column: Column, below: int) -> None:
    leading = writer.look.close_leading
    if field.label:
        label = writer.term(field.label, writer.look.quiet, is_marked=True)
        writer.paragraph([label], Style(column, leading=leading))
    writer.paragraph(value_spans(writer, field), Style(column, below=below, leading=leading))


def _write_beside(
    writer: DocumentWriter, field: Field, column: Column, gutter: int, below: int
) -> None:
    leading = writer.look.close_leading
    label = writer.term(field.label, writer.look.quiet, is_marked=True)
    values = value_spans(writer, field)
    if _fits(writer, field.label, gutter - writer.look.space(_BESIDE)):
        style = Style(column, hang=gutter, below=below, leading=leading)
        writer.paragraph([label, *values], style)
    else:
        writer.paragraph([label], Style(column, leading=leading))
        style = Style(column.indented(gutter), below=below, leading=leading)
        writer.paragraph(values, style)


def _fit_beside(writer: DocumentWriter, fields: FieldList, gutter: int) -> bool:
    """Tell whether labels stand beside their values: not where a good part are too wide."""
    room = gutter - writer.look.space(_BESIDE)
    wide = sum(not _fits(writer, field.label, room) for field in fields.fields[:_FIELDS_AT_ONCE])
    return wide < _FEW_WIDE * min(len(fields.fields), _FIELDS_AT_ONCE)


def _fits(writer: DocumentWriter, label: str, room: int) -> bool:
    """Tell whether a label fits on one line; only one that might not is measured."""
    if "\n" in label:
        return False
    usual = len(label) * writer.look.reading_width / READING_WIDTH
    return usual < room * _SURELY or writer.look.width_of(label) <= room


def value_spans(writer: DocumentWriter, field: Field) -> list[Span]:
    """Return a value with its note behind the first line."""
    look = writer.look
    value = look.quiet if field.is_absent else look.body
    return _value_spans(writer, field, value, look.quiet)


def _value_spans(
    writer: DocumentWriter, field: Field, value: QTextCharFormat, note: QTextCharFormat
) -> list[Span]:
    first, _, rest = field.value.partition("\n")
    spans = [writer.term(first, value)]
    if field.note:
        spans.append(Span(GAP + field.note, note))
    if rest:
        spans.append(Span(LINE + rest, value))
    return spans


def write_facts(writer: DocumentWriter, grid: FactGrid, column: Column) -> None:
    """Write key facts, two to four in a row, above a thin rule."""
    if not grid.fields:
        return
    space = writer.look.space
    # As many as fit, even if there are fewer, so that grids of one pane stand in line.
    per_row = max(1, min(column.width // space(_LEAST_FOR_FACT), _MOST_FACTS_IN_A_ROW))
    if per_row == 3 and len(grid.fields) == 4:
        per_row = 2  # None stands alone.
    rows = [grid.fields[at : at + per_row] for at in range(0, len(grid.fields), per_row)]
    table = writer.begin_table(len(rows), _grid_format(writer, per_row, column), above=space(8))
    for number, row in enumerate(rows):
        for place in range(per_row):
            cell = table.cellAt(number, place)
            is_last = number == len(rows) - 1
            ruled(cell, writer.look.rule_color, space(8), bottom=is_last)
            writer.go_to_cell(cell)
            if place < len(row):
                _write_fact(writer, row[place], column.width // per_row)
    writer.end_table(table)


def _grid_format(writer: DocumentWriter, columns: int, column: Column) -> QTextTableFormat:
    result = QTextTableFormat()
    result.setColumns(columns)
    result.setBorder(0)
    result.setBorderCollapse(True)
    result.setCellSpacing(0)
    result.setCellPadding(0)
    result.setLeftMargin(column.left)
    result.setWidth(column.width)
    length = QTextLength(QTextLength.Type.FixedLength, column.width // columns)
    result.setColumnWidthConstraints([length] * columns)
    return result


def _write_fact(writer: DocumentWriter, field: Field, width: int) -> None:
    look, space = writer.look, writer.look.space
    cell = whole(width).at_most(width - space(16))
    writer.paragraph(
        [writer.term(field.label, look.small, is_marked=True)], Style(cell, below=space(4))
    )
    value = look.quiet_section if field.is_absent else look.section
    spans = _value_spans(writer, field, value, look.small)
    writer.paragraph(spans, Style(cell))
