"""Lanes that swap: where they lead to is drawn dashed, as records do not state the periods."""

from collections.abc import Iterator

from desktop_app.analysis.pictures.shapes import Anchor, Ink, Line, Path, TextMeasure, Type
from desktop_app.analysis.schematic.block import Block, Direction, moved, with_ports
from desktop_app.analysis.schematic.connectors import curve
from desktop_app.analysis.schematic.rows import Frame, Row, outline, set_rows
from desktop_app.analysis.schematic.schematic import Schematic

WIDTH_ACROSS = 13.5
"""What the crossing and the box behind it take beside the lanes, in em."""
_BOX, _GAP_DOWN = 8.0, 4.6


def swapped(
    lanes: Block, schematic: Schematic, direction: Direction, measure: TextMeasure
) -> Block:
    """Return lanes with the crossing behind them."""
    if direction is Direction.ACROSS:
        return _to_the_right(lanes, schematic, measure)
    return _below(lanes, schematic, measure)


def _to_the_right(lanes: Block, schematic: Schematic, measure: TextMeasure) -> Block:
    left = lanes.width + (WIDTH_ACROSS - _BOX) * measure.em
    box = _box(schematic, _BOX * measure.em, lanes.height, measure)
    lower = (box.height - lanes.height) / 2
    lanes = moved(lanes, 0, lower)
    targets = [(left, y) for _, y in lanes.exits]
    shapes = (*_curves(lanes, targets, is_across=True), *lanes.shapes, *moved(box, left, 0).shapes)
    exits = ((left + box.width, box.height / 2),)
    width = left + box.width
    return Block(width, box.height, shapes, lanes.spots, lanes.entries, exits, box.height / 2)


def _below(lanes: Block, schematic: Schematic, measure: TextMeasure) -> Block:
    top = lanes.height + _GAP_DOWN * measure.em
    box = with_ports(_box(schematic, lanes.width, 0, measure), Direction.DOWN)
    targets = [(x, top) for x, _ in lanes.exits]
    shapes = (*_curves(lanes, targets, is_across=False), *lanes.shapes, *moved(box, 0, top).shapes)
    height = top + box.height
    exits = ((lanes.axis, height),)
    return Block(lanes.width, height, shapes, lanes.spots, lanes.entries, exits, lanes.axis)


def _curves(
    lanes: Block, targets: list[tuple[float, float]], *, is_across: bool
) -> Iterator[Line | Path]:
    """Yield a curve from each lane to the place of the next, from the last one to the first."""
    for place, start in enumerate(lanes.exits):
        yield curve(start, targets[(place + 1) % len(targets)], is_across, is_dashed=True)


def _box(schematic: Schematic, width: float, height: float, measure: TextMeasure) -> Block:
    title, *lines = schematic.crossing
    rows = (
        Row(title, Type.SMALL_STRONG),
        *(Row(line, Type.SMALL, Ink.QUIET, 4, 0.15) for line in lines),
    )
    padding = 0.7 * measure.em
    _, bottom = set_rows(rows, 0, 0, width - 2 * padding, measure)
    height = max(height, bottom + 2 * padding)
    top = (height - bottom) / 2
    texts, _ = set_rows(rows, width / 2, top, width - 2 * padding, measure, Anchor.MIDDLE)
    frame = Frame(Ink.RULE, None, is_dashed=True)
    return Block(width, height, (outline(width, height, measure, frame), *texts))
