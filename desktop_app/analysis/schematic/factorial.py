"""Combinations of interventions: a square of two by two where it is one, else dots on a grid."""

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.analysis.pictures.shapes import Anchor, Ink, Shape, Text, TextMeasure, Type
from desktop_app.analysis.schematic.block import Block, Point, moved, shapes_of, spots_of
from desktop_app.analysis.schematic.combinations import combinations, fits_combinations
from desktop_app.analysis.schematic.lanes import EVEN, lane_boxes, lane_spot
from desktop_app.analysis.schematic.rows import PADDING, Frame, Row, outline, set_rows
from desktop_app.analysis.schematic.schematic import Lane, Schematic
from desktop_app.languages import pgettext

_SIDE, _GAP, _LEAST_CELL = 6.5, 0.8, 9.5
_SQUARE: tuple[tuple[int, ...], ...] = ((), (0,), (1,), (0, 1))
"""What the four arms of a square get: neither, the first, the second, both."""


def factorial(schematic: Schematic, width: float, measure: TextMeasure) -> Block | None:
    """Return the combinations as a grid, or None where the record or the width makes none."""
    if any(len(lane.given) != len(lane.gets) for lane in schematic.lanes):
        # An arm names what the record does not list: dots would leave it out.
        return None
    square = square_of(schematic)
    if square and width >= (_SIDE + 2 * (_LEAST_CELL + _GAP + PADDING)) * measure.em:
        return _framed(schematic, square, width, measure)
    if fits_combinations(schematic, width, measure):
        return combinations(schematic, width, measure)
    return None


def square_of(schematic: Schematic) -> tuple[Lane, ...]:
    """Return four arms that get neither, the first, the second and both of two interventions."""
    if len(schematic.interventions) != 2 or len(schematic.lanes) != 4:
        return ()
    by_content = {lane.gets: lane for lane in schematic.lanes}
    if set(by_content) != set(_SQUARE):
        return ()
    return tuple(by_content[content] for content in _SQUARE)


def _framed(
    schematic: Schematic, square: tuple[Lane, ...], width: float, measure: TextMeasure
) -> Block:
    padding = PADDING * measure.em
    inner = moved(_drawn_square(schematic, square, width - 2 * padding, measure), padding, padding)
    height = inner.height + 2 * padding
    frame = outline(width, height, measure, Frame(Ink.RULE, Ink.GROUND))
    return Block(width, height, (frame, *inner.shapes), inner.spots)


def _drawn_square(
    schematic: Schematic, square: tuple[Lane, ...], width: float, measure: TextMeasure
) -> Block:
    side, gap = _SIDE * measure.em, _GAP * measure.em
    each = (width - side - 2 * gap) / 2
    cells = _cells(schematic, square, each, measure)
    top_texts, top = _column_heads(schematic.interventions[0], side + gap, each, gap, measure)
    high = cells[0].height
    places = _places(side + gap, top + gap / 2, each + gap, high + gap)
    blocks = [moved(cell, x, y) for cell, (x, y) in zip(cells, places, strict=True)]
    heads = _row_heads(schematic.interventions[1], places, high, side, measure)
    height = places[-1][1] + high
    shapes: tuple[Shape, ...] = (*top_texts, *heads, *shapes_of(blocks))
    return Block(width, height, shapes, spots_of(blocks))


def _places(left: float, top: float, across: float, down: float) -> list[Point]:
    """Return the corners of the four cells, row by row."""
    return [(left + column * across, top + row * down) for row in (0, 1) for column in (0, 1)]


def _cells(
    schematic: Schematic, square: tuple[Lane, ...], width: float, measure: TextMeasure
) -> list[Block]:
    """Return the boxes of arms without what stands at the sides; to be pointed at as a whole."""
    bare = tuple(replace(lane, given=(), remark="") for lane in square)
    boxes = lane_boxes(replace(schematic, lanes=bare), width, measure, unevenness=EVEN)
    return [
        replace(box, spots=(lane_spot(lane, schematic.lanes.index(lane), width, box.height),))
        for box, lane in zip(boxes, square, strict=True)
    ]


def _column_heads(
    intervention: str, left: float, each: float, gap: float, measure: TextMeasure
) -> tuple[tuple[Text, ...], float]:
    texts: tuple[Text, ...] = ()
    bottom = 0.0
    for column, word in enumerate(_without_and_with()):
        middle = left + each / 2 + column * (each + gap)
        more, end = set_rows(_head(word, intervention), middle, 0, each, measure, Anchor.MIDDLE)
        texts, bottom = texts + more, max(bottom, end)
    return texts, bottom


def _row_heads(
    intervention: str,
    places: list[Point],
    high: float,
    side: float,
    measure: TextMeasure,
) -> Iterator[Text]:
    for word, (_left, top) in zip(_without_and_with(), places[::2], strict=True):
        rows = _head(word, intervention, most_lines=3)
        _texts, bottom = set_rows(rows, 0, 0, side, measure)
        start = top + max(0.0, (high - bottom) / 2)
        yield from set_rows(rows, side, start, side, measure, Anchor.END)[0]


def _without_and_with() -> tuple[str, str]:
    # Translators: Stands above the name of an intervention, on a line of its own.
    without = pgettext("above an intervention", "without")
    # Translators: Stands above the name of an intervention, on a line of its own.
    return without, pgettext("above an intervention", "with")


def _head(word: str, intervention: str, most_lines: int = 2) -> tuple[Row, ...]:
    return (
        Row(word, Type.SMALL, Ink.QUIET),
        Row(intervention, Type.SMALL_STRONG, Ink.TEXT, most_lines),
    )
