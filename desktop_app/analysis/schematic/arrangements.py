"""How the boxes of arms stand: below each other, as stairs, or beside each other."""

from collections.abc import Iterator

from desktop_app.analysis.pictures.shapes import Ink, Line, TextMeasure
from desktop_app.analysis.schematic.block import Block, moved, shapes_of, spots_of
from desktop_app.analysis.schematic.lanes import EVEN, USUAL_UNEVENNESS, lane_boxes
from desktop_app.analysis.schematic.rails import rails
from desktop_app.analysis.schematic.schematic import Course, Schematic

_LEAST_COLUMN = 10.5
"""The width that a box needs to stand beside others, in em."""
_GAP, _STEP, _MOST_STAIRS = 1.4, 1.6, 6.0
_FEW, _UNEVENNESS_OF_MANY = 4, 1.3
"""Many boxes below each other are not made as high as the highest: room is dearer then."""
_RAIL = 1.4
"""Room on both sides of boxes below each other in which lines lead past them, in em."""


def column(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return lanes below each other, reached from the left and left to the right."""
    count = len(schematic.lanes)
    stair = _stair(schematic, measure)
    unevenness = USUAL_UNEVENNESS if count <= _FEW else _UNEVENNESS_OF_MANY
    boxes = lane_boxes(schematic, width - stair * (count - 1), measure, unevenness=unevenness)
    placed = tuple(_below(boxes, stair, _GAP * measure.em))
    return Block(
        width,
        placed[-1][1] + boxes[-1].height,
        (*_steps(placed, boxes, schematic, measure), *shapes_of(_at_places(placed, boxes))),
        spots_of(_at_places(placed, boxes)),
        tuple((x, y + box.height / 2) for (x, y), box in zip(placed, boxes, strict=True)),
        tuple(
            (x + box.width, y + box.height / 2) for (x, y), box in zip(placed, boxes, strict=True)
        ),
        (placed[-1][1] + boxes[-1].height) / 2,
    )


def fits_side_by_side(schematic: Schematic, width: float, measure: TextMeasure) -> bool:
    """Tell whether all lanes can stand beside each other in a width."""
    count = len(schematic.lanes)
    needed = count * _LEAST_COLUMN + (count - 1) * _GAP
    return needed * measure.em <= width


def side_by_side(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return lanes beside each other, reached from above and left below."""
    count, gap = len(schematic.lanes), _GAP * measure.em
    each = min((width - gap * (count - 1)) / count, 26 * measure.em)
    boxes = lane_boxes(schematic, each, measure, unevenness=EVEN)
    taken = each * count + gap * (count - 1)
    places = tuple((number * (each + gap), 0.0) for number in range(count))
    moved_boxes = _at_places(places, boxes)
    height = boxes[0].height
    return Block(
        taken,
        height,
        (*_steps_beside(places, boxes, schematic), *shapes_of(moved_boxes)),
        spots_of(moved_boxes),
        tuple((x + each / 2, 0.0) for x, _ in places),
        tuple((x + each / 2, height) for x, _ in places),
        taken / 2,
    )


def between_rails(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return lanes below each other with lines that lead past them on both sides."""
    em = measure.em
    rail, turn = _RAIL * em, 1.4 * em
    boxes = lane_boxes(schematic, width - 2 * rail, measure, unevenness=_UNEVENNESS_OF_MANY)
    places = tuple((x + rail, y + turn) for x, y in _below(boxes, 0.0, 0.9 * em))
    height = places[-1][1] + boxes[-1].height + turn
    middles = [y + box.height / 2 for (_, y), box in zip(places, boxes, strict=True)]
    moved_boxes = _at_places(places, boxes)
    return Block(
        width,
        height,
        (*rails(middles, width, height, rail, 0.6 * em), *shapes_of(moved_boxes)),
        spots_of(moved_boxes),
        ((width / 2, 0.0),),
        ((width / 2, height),),
        width / 2,
    )


def _stair(schematic: Schematic, measure: TextMeasure) -> float:
    if schematic.course is not Course.STEPS or len(schematic.lanes) < 2:
        return 0.0
    return min(_STEP, _MOST_STAIRS / (len(schematic.lanes) - 1)) * measure.em


def _below(boxes: tuple[Block, ...], stair: float, gap: float) -> Iterator[tuple[float, float]]:
    top = 0.0
    for number, box in enumerate(boxes):
        yield number * stair, top
        top += box.height + gap


def _at_places(
    places: tuple[tuple[float, float], ...], boxes: tuple[Block, ...]
) -> tuple[Block, ...]:
    return tuple(moved(box, x, y) for (x, y), box in zip(places, boxes, strict=True))


def _steps(
    places: tuple[tuple[float, float], ...],
    boxes: tuple[Block, ...],
    schematic: Schematic,
    measure: TextMeasure,
) -> Iterator[Line]:
    """Yield what leads from one step to the next, dashed: the record does not state it."""
    if schematic.course is not Course.STEPS:
        return
    for (_, top), box, (x, below) in zip(places, boxes, places[1:], strict=False):
        along = x + 1.7 * measure.em
        yield Line(along, top + box.height, along, below, Ink.RULE, 1.2, is_dashed=True)


def _steps_beside(
    places: tuple[tuple[float, float], ...], boxes: tuple[Block, ...], schematic: Schematic
) -> Iterator[Line]:
    if schematic.course is not Course.STEPS:
        return
    middle = boxes[0].height / 2
    for (x, _), box, (right, _) in zip(places, boxes, places[1:], strict=False):
        yield Line(x + box.width, middle, right, middle, Ink.RULE, 1.2, is_dashed=True)
