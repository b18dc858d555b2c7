"""Many arms folded into one box: how many, and a short entry for each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.analysis.pictures.shapes import Ink, Line, Shape, Spot, Text, TextMeasure, Type
from desktop_app.analysis.schematic.block import Block
from desktop_app.analysis.schematic.lanes import lane_words
from desktop_app.analysis.schematic.rows import PADDING, Frame, Row, outline, set_rows, spot_over
from desktop_app.analysis.schematic.schematic import Course, Lane, Schematic

_LEAST_COLUMN, _GUTTER, _MOST_COLUMNS = 13.5, 1.6, 3
_MOST_ENTRIES = 30
_ENTRY_GAP = 0.6
_FRAME = Frame(Ink.ACCENT, Ink.GROUND, line_width=1.3)

Entry = tuple[tuple[Text, ...], float, Lane]
"""The texts of a lane from 0, 0 and their height."""


def roster(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return all lanes in columns within one box; of very many, the first, and it says so."""
    em = measure.em
    padding, gutter = PADDING * em, _GUTTER * em
    inner = width - 2 * padding
    head, top = set_rows(_head(schematic), padding, padding, inner, measure)
    top += 0.55 * em
    count = _columns(inner, measure)
    each = (inner - gutter * (count - 1)) / count
    entries = [_entry(lane, text, each, measure) for lane, text in _named(schematic)]
    shapes: list[Shape] = [Line(padding, top, width - padding, top, Ink.FAINT)]
    spots: list[Spot] = []
    bottom = top
    for number, column in enumerate(_in_columns(entries, count)):
        x, y = padding + number * (each + gutter), top + _ENTRY_GAP * em
        for texts, height, lane in column:
            shapes += [replace(text, x=text.x + x, y=text.y + y) for text in texts]
            spots.append(replace(spot_over(each, height, lane_words(lane)), x=x, y=y))
            y += height + _ENTRY_GAP * em
        bottom = max(bottom, y - _ENTRY_GAP * em)
    box = outline(width, bottom + padding, measure, _FRAME)
    return Block(width, box.height, (box, *head, *shapes), tuple(spots))


def _head(schematic: Schematic) -> Iterator[Row]:
    count = len(schematic.lanes)
    yield Row(f"{count} {schematic.lane_names[1]}", Type.STRONG)
    common = _common(schematic.lanes)
    if common:
        yield Row(f"each: {common}", Type.SMALL, Ink.TEXT, 4, 0.15)
    if count > _MOST_ENTRIES:
        yield Row(f"the first {_MOST_ENTRIES} are shown", Type.SMALL, Ink.QUIET, 2, 0.15)


def _common(lanes: Sequence[Lane]) -> str:
    """Return what is the same in every lane, empty where something differs or nothing is said."""
    kinds, given = {lane.kind for lane in lanes}, {lane.given for lane in lanes}
    parts = (*(kinds if len(kinds) == 1 else ()), *(next(iter(given)) if len(given) == 1 else ()))
    return " · ".join(part for part in parts if part)


def _named(schematic: Schematic) -> Iterator[tuple[Lane, str]]:
    """Yield the lanes that are shown, with what an entry says below the title."""
    lanes = schematic.lanes
    differ_in_kind = len({lane.kind for lane in lanes}) > 1
    differ_in_given = len({lane.given for lane in lanes}) > 1
    for lane in lanes[:_MOST_ENTRIES]:
        kind = (lane.kind,) if differ_in_kind and lane.kind else ()
        given = (", ".join(lane.given),) if differ_in_given and lane.given else ()
        yield lane, " · ".join((*kind, *given))


def _entry(lane: Lane, below: str, width: float, measure: TextMeasure) -> Entry:
    rows = (
        Row(lane.title, Type.SMALL_STRONG, most_lines=2),
        *((Row(below, Type.SMALL, Ink.TEXT, 2),) if below else ()),
        *((Row(lane.remark, Type.SMALL, Ink.QUIET, 1),) if lane.remark else ()),
    )
    texts, height = set_rows(rows, 0, 0, width, measure)
    return texts, height, lane


def _columns(width: float, measure: TextMeasure) -> int:
    fitting = int((width / measure.em + _GUTTER) // (_LEAST_COLUMN + _GUTTER))
    return max(1, min(_MOST_COLUMNS, fitting))


def _in_columns(entries: list[Entry], count: int) -> Iterator[list[Entry]]:
    """Yield the entries in columns of much the same height, read down one after the other."""
    whole = sum(height for _, height, _ in entries) / count
    column: list[Entry] = []
    passed, number = 0.0, 1
    for entry in entries:
        if column and number < count and passed + entry[1] / 2 > whole * number:
            yield column
            column, number = [], number + 1
        column.append(entry)
        passed += entry[1]
    if column:
        yield column


def numbered(schematic: Schematic) -> Schematic:
    """Return a schematic whose steps carry their numbers in their titles."""
    if schematic.course is not Course.STEPS:
        return schematic
    lanes = tuple(
        replace(lane, title=f"{number}  {lane.title}")
        for number, lane in enumerate(schematic.lanes, 1)
    )
    return replace(schematic, lanes=lanes)
