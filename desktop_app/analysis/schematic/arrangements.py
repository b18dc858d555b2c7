"""How the boxes of arms stand: below each other, as stairs, or beside each other."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop_app.analysis.pictures.shapes import Ink, Line, Shape, TextMeasure
from desktop_app.analysis.schematic.block import (
    Block,
    Direction,
    Point,
    moved,
    shapes_of,
    spots_of,
    with_ports,
)
from desktop_app.analysis.schematic.lanes import EVEN, USUAL_UNEVENNESS, lane_boxes
from desktop_app.analysis.schematic.rails import rails
from desktop_app.analysis.schematic.schematic import Course, Schematic

_LEAST_COLUMN, _MOST_COLUMN = 10.5, 26.0
"""The widths that a box beside others needs and may have, in em."""
_GAP, _GAP_BETWEEN_RAILS = 1.4, 0.9
_STAIR, _MOST_STAIRS = 1.6, 6.0
_FEW, _UNEVENNESS_OF_MANY = 4, 1.3
"""Many boxes below each other are not made as high as the highest: room is dearer then."""
_RAIL, _TURN, _ROUNDING = 1.4, 1.4, 0.6
"""Room beside boxes in which lines lead past them, above and below for their way there, in em."""
_LINK = 1.7
"""How far within a step the line from the step before arrives, in em."""


def column(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return lanes below each other, reached from the left and left to the right."""
    count, em = len(schematic.lanes), measure.em
    is_stairs = schematic.course is Course.STEPS and count > 1
    stair = min(_STAIR, _MOST_STAIRS / (count - 1)) * em if is_stairs else 0.0
    unevenness = USUAL_UNEVENNESS if count <= _FEW else _UNEVENNESS_OF_MANY
    boxes = lane_boxes(schematic, width - stair * (count - 1), measure, unevenness=unevenness)
    places = tuple(_below(boxes, (0.0, 0.0), stair, _GAP * em))
    lines = tuple(_links_down(places, boxes, _LINK * em)) if is_stairs else ()
    height = places[-1][1] + boxes[-1].height
    return _standing(boxes, places, lines, Direction.ACROSS, (width, height))


def fits_side_by_side(schematic: Schematic, width: float, measure: TextMeasure) -> bool:
    """Tell whether all lanes can stand beside each other in a width."""
    count = len(schematic.lanes)
    return (count * _LEAST_COLUMN + (count - 1) * _GAP) * measure.em <= width


def side_by_side(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return lanes beside each other, reached from above and left below."""
    count, gap = len(schematic.lanes), _GAP * measure.em
    each = min((width - gap * (count - 1)) / count, _MOST_COLUMN * measure.em)
    boxes = lane_boxes(schematic, each, measure, unevenness=EVEN)
    places = tuple((number * (each + gap), 0.0) for number in range(count))
    lines = tuple(_links_beside(places, boxes)) if schematic.course is Course.STEPS else ()
    size = each * count + gap * (count - 1), boxes[0].height
    return _standing(boxes, places, lines, Direction.DOWN, size)


def between_rails(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return lanes below each other with lines that lead past them on both sides."""
    em = measure.em
    inner = width - 2 * _RAIL * em
    boxes = lane_boxes(schematic, inner, measure, unevenness=_UNEVENNESS_OF_MANY)
    places = tuple(_below(boxes, (_RAIL * em, _TURN * em), 0.0, _GAP_BETWEEN_RAILS * em))
    height = places[-1][1] + boxes[-1].height + _TURN * em
    middles = [y + box.height / 2 for (_, y), box in zip(places, boxes, strict=True)]
    lines = tuple(rails(middles, (width, height), _RAIL * em, _ROUNDING * em))
    placed = _at_places(boxes, places)
    block = Block(width, height, (*lines, *shapes_of(placed)), spots_of(placed))
    return with_ports(block, Direction.DOWN)


def _standing(
    boxes: Sequence[Block],
    places: Sequence[Point],
    lines: tuple[Shape, ...],
    direction: Direction,
    size: tuple[float, float],
) -> Block:
    """Return boxes at their places, each with its own points where connectors meet it."""
    placed = _at_places([with_ports(box, direction) for box in boxes], places)
    return Block(
        *size,
        (*lines, *shapes_of(placed)),
        spots_of(placed),
        tuple(port for box in placed for port in box.entries),
        tuple(port for box in placed for port in box.exits),
        size[1] / 2 if direction is Direction.ACROSS else size[0] / 2,
    )


def _below(boxes: Sequence[Block], first: Point, stair: float, gap: float) -> Iterator[Point]:
    left, top = first
    for number, box in enumerate(boxes):
        yield left + number * stair, top
        top += box.height + gap


def _at_places(boxes: Sequence[Block], places: Sequence[Point]) -> tuple[Block, ...]:
    return tuple(moved(box, x, y) for (x, y), box in zip(places, boxes, strict=True))


def _links_down(places: Sequence[Point], boxes: Sequence[Block], inset: float) -> Iterator[Line]:
    """Yield what leads from one step to the next, dashed: the record does not state it."""
    for ((_, top), (x, below)), box in zip(pairwise(places), boxes, strict=False):
        yield Line(x + inset, top + box.height, x + inset, below, Ink.RULE, 1.2, is_dashed=True)


def _links_beside(places: Sequence[Point], boxes: Sequence[Block]) -> Iterator[Line]:
    middle = boxes[0].height / 2
    for ((left, _), (right, _)), box in zip(pairwise(places), boxes, strict=False):
        yield Line(left + box.width, middle, right, middle, Ink.RULE, 1.2, is_dashed=True)
