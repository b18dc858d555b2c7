"""Writes tables: a quiet header, thin rules between rows, columns as wide as what they hold."""

import re
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QTextLength, QTextTable, QTextTableFormat

from desktop_app.languages import ngettext
from desktop_app.presentation.section import Table
from desktop_app.presentation.wording import grouped
from desktop_app.ui.panes.document_writer import DocumentWriter, Span, Style
from desktop_app.ui.panes.page_layout import Column, whole
from desktop_app.ui.panes.rules import ruled

_ROWS_AT_ONCE = 16
"""Rows in one table of the document, which is laid out as a whole."""
_BORDERS = 4
_LONGEST_CELL = 2000
_TITLE_LINES = 2
_WIDEST_FIGURES = 24
"""Letters that are kept on one line."""
_FIGURES = re.compile(r"(?!\d{4}-\d\d)(?:[\d\s¹²³⁰-⁹.,;%()\[\]/<>≤≥±−–+-]|\b(?:to|of|NA)\b)*")
"""Numbers with their spread, share or range, or what says that there is none, but no dates."""


def write_table(
    writer: DocumentWriter, table: Table, column: Column, sampled: Table
) -> Iterator[None]:
    """Write a table, in pieces that are laid out one by one as they come into view.

    Its columns are as wide as those of ``sampled`` need to be. Pauses after each piece.
    """
    widths = column_widths(writer, sampled, column.width)
    if column.right and sum(widths) > column.width:
        # It would go below what stands beside it and leave the room above empty.
        widths = [width * column.width // sum(widths) for width in widths]
    numeric = tuple(is_numeric(cells) for cells in zip(*table.rows, strict=True))
    rows = [table.columns, *table.rows]
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        piece = rows[start : start + _ROWS_AT_ONCE]
        above = writer.look.space(4) if start == 0 else 0
        writer.widest_table = max(writer.widest_table, column.left + sum(widths))
        drawn = writer.begin_table(len(piece), _table_format(column, widths), above)
        for number, row in enumerate(piece):
            _write_row(writer, drawn, number, row, widths, numeric, start + number == 0)
        writer.end_table(drawn)
        yield


def _write_row(
    writer: DocumentWriter,
    drawn: QTextTable,
    number: int,
    row: Sequence[str],
    widths: Sequence[int],
    numeric: Sequence[bool],
    is_header: bool,
) -> None:
    look, space = writer.look, writer.look.space
    for place, text in enumerate(row):
        cell = drawn.cellAt(number, place)
        ruled(cell, look.rule_color, space(4), bottom=True)
        writer.go_to_cell(cell)
        style = Style(
            whole(widths[place]).at_most(widths[place] - space(16)),
            leading=look.close_leading,
            joiner="\t" if place else "\n",
            is_right_aligned=bool(numeric) and numeric[place],
        )
        shown = _shortened(text)
        span = writer.term(shown, look.small) if is_header else Span(shown, look.body)
        writer.paragraph([span], style)


def _shortened(text: str) -> str:
    """Return what a cell can hold; a longer text says how much of it is in the record alone."""
    if len(text) <= _LONGEST_CELL:
        return text
    more = len(text) - _LONGEST_CELL
    words = ngettext(
        "{text} … ({count} more character in the full record)",
        "{text} … ({count} more characters in the full record)",
        more,
    )
    return words.format(text=text[:_LONGEST_CELL], count=grouped(more))


def is_numeric(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a column are numbers, which stand at the right."""
    return all(_FIGURES.fullmatch(cell[:_LONGEST_CELL]) for cell in cells) and any(
        char.isdigit() for cell in cells for char in cell[:_WIDEST_FIGURES]
    )


def column_widths(writer: DocumentWriter, table: Table, room: int) -> list[int]:
    """Return the widths of the columns in pixels: what they need, or a fair share of the room."""
    padding = writer.look.space(16)
    columns = list(zip(table.columns, *table.rows, strict=True))
    least = [_least(writer, cells, keeps_figures=True) + padding for cells in columns]
    if sum(least) > room:
        least = [_least(writer, cells, keeps_figures=False) + padding for cells in columns]
    wanted = [_widest(writer, (cell[:200] for cell in cells)) + padding for cells in columns]
    if sum(wanted) > room:
        wanted = [_with_broken_title(writer, cells) + padding for cells in columns]
    wanted = [max(pair) for pair in zip(wanted, least, strict=True)]
    return _shared(wanted, least, room)


def _least(writer: DocumentWriter, cells: Sequence[str], *, keeps_figures: bool) -> int:
    """Return what a column takes whose texts are broken between words, figures where need be."""
    words = [max(_words(cell[:200]), key=len, default="")[:20] for cell in cells]
    if keeps_figures and is_numeric(cells[1:]):
        words += [cell for cell in cells[1:] if len(cell) <= _WIDEST_FIGURES]
    return _widest(writer, words)


def _with_broken_title(writer: DocumentWriter, cells: Sequence[str]) -> int:
    """Return what a column wants whose title may take a few lines, so that its cells need not."""
    title = _widest(writer, (cells[0][:200],)) // _TITLE_LINES
    return max(title, _widest(writer, (cell[:200] for cell in cells[1:])))


def _words(text: str) -> list[str]:
    """Return what a line cannot be broken in; ``str.split`` knows no spaces that join."""
    return text.replace("\u202f", "\u2060").replace("\u00a0", "\u2060").split()


def _widest(writer: DocumentWriter, texts: Iterable[str]) -> int:
    return max((writer.look.width_of(text) for text in texts), default=0) + _BORDERS


def _shared(wanted: list[int], least: list[int], room: int) -> list[int]:
    """Share what is left after every column has its least, by how much more each wants."""
    spare = room - sum(least)
    missing = [want - small for want, small in zip(wanted, least, strict=True)]
    if spare <= 0:
        return least
    share = min(1.0, spare / max(1, sum(missing)))
    return [round(small + part * share) for small, part in zip(least, missing, strict=True)]


def _table_format(column: Column, widths: Sequence[int]) -> QTextTableFormat:
    result = QTextTableFormat()
    result.setColumns(len(widths))
    result.setBorder(0)
    result.setBorderCollapse(True)
    result.setCellSpacing(0)
    result.setCellPadding(0)
    result.setLeftMargin(column.left)
    result.setWidth(sum(widths))
    fixed = QTextLength.Type.FixedLength
    result.setColumnWidthConstraints([QTextLength(fixed, width) for width in widths])
    return result
