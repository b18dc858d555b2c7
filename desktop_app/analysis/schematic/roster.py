"""Many arms folded into one box: how many, and a short entry for each."""

from collections.abc import Iterator

from desktop_app.analysis.named import counted
from desktop_app.analysis.pictures.shapes import Ink, Line, TextMeasure, Type
from desktop_app.analysis.schematic.block import Block, moved, shapes_of, spots_of
from desktop_app.analysis.schematic.entries import Entry, column_block, common_to, entries_of
from desktop_app.analysis.schematic.rows import PADDING, Frame, Row, outline, set_rows
from desktop_app.analysis.schematic.schematic import Schematic
from desktop_app.languages import _
from desktop_app.punctuation import labelled

_LEAST_COLUMN, _GUTTER, _MOST_COLUMNS = 13.0, 1.6, 3
_MOST_ENTRIES = 30
_FRAME = Frame(Ink.ACCENT, Ink.GROUND, line_width=1.3)


def roster(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return all lanes in columns within one box; of very many, the first, and it says so."""
    padding = PADDING * measure.em
    inner = width - 2 * padding
    head, top = set_rows(_head(schematic), padding, padding, inner, measure)
    top += 0.6 * measure.em
    line = Line(padding, top, width - padding, top, Ink.FAINT)
    columns = tuple(_columns(schematic, inner, measure))
    below = [moved(column, padding, top + 0.6 * measure.em) for column in columns]
    bottom = top + 0.6 * measure.em + max(column.height for column in columns)
    box = outline(width, bottom + padding, measure, _FRAME)
    return Block(width, box.height, (box, *head, line, *shapes_of(below)), spots_of(below))


def _columns(schematic: Schematic, width: float, measure: TextMeasure) -> Iterator[Block]:
    gutter = _GUTTER * measure.em
    count = _fitting_columns(width, measure)
    each = (width - gutter * (count - 1)) / count
    entries = entries_of(schematic, _MOST_ENTRIES, each, measure)
    for number, column in enumerate(_in_columns(entries, count)):
        yield moved(column_block(column, each, measure), number * (each + gutter), 0)


def _head(schematic: Schematic) -> Iterator[Row]:
    count = len(schematic.lanes)
    yield Row(counted(schematic.lanes_are, count), Type.STRONG)
    common = common_to(schematic.lanes)
    if common:
        yield Row(labelled(_("each"), common), Type.SMALL, Ink.TEXT, 4, 0.15)
    if count > _MOST_ENTRIES:
        words = _("the first {count} are shown").format(count=_MOST_ENTRIES)
        yield Row(words, Type.SMALL, Ink.QUIET, 2, 0.15)


def _fitting_columns(width: float, measure: TextMeasure) -> int:
    fitting = int((width / measure.em + _GUTTER) // (_LEAST_COLUMN + _GUTTER))
    return max(1, min(_MOST_COLUMNS, fitting))


def _in_columns(entries: tuple[Entry, ...], count: int) -> Iterator[list[Entry]]:
    """Yield the entries in columns of much the same height, read down one after the other."""
    whole = sum(entry.height for entry in entries) / count
    column: list[Entry] = []
    passed, number = 0.0, 1
    for entry in entries:
        if column and number < count and passed + entry.height / 2 > whole * number:
            yield column
            column, number = [], number + 1
        column.append(entry)
        passed += entry.height
    if column:
        yield column
