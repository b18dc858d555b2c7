"""The flow down: population, junction, arms and outcomes below each other."""

from collections.abc import Iterator
from itertools import pairwise

from desktop_app.analysis.pictures.shapes import Anchor, Ink, Shape, TextMeasure, Type
from desktop_app.analysis.schematic.arms import arms
from desktop_app.analysis.schematic.block import (
    Block,
    Direction,
    moved,
    shapes_of,
    spots_of,
    with_ports,
)
from desktop_app.analysis.schematic.connectors import connectors
from desktop_app.analysis.schematic.junctions import junction_block, junction_width
from desktop_app.analysis.schematic.panels import goals_box, population_box
from desktop_app.analysis.schematic.rows import Row, set_rows
from desktop_app.analysis.schematic.schematic import Schematic

_MOST_PANEL, _MOST_JUNCTION = 36.0, 14.0
_GAP, _FAN = 1.8, 3.0


def down(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    """Return the parts below each other, below what is said of all arms."""
    caption = Row(schematic.caption, Type.SMALL, Ink.QUIET, 6)
    texts, top = set_rows((caption,), width / 2, 0, width, measure, Anchor.MIDDLE)
    top += 0.9 * measure.em if texts else 0.0
    placed: list[Block] = []
    for part in _parts(schematic, width, measure):
        top += _gap(placed[-1], part) * measure.em if placed else 0.0
        placed.append(moved(part, width / 2 - part.axis, top))
        top += part.height
    joins: list[Shape] = [
        shape
        for before, after in pairwise(placed)
        for shape in connectors(before, after, Direction.DOWN)
    ]
    return Block(width, top, (*texts, *joins, *shapes_of(placed)), spots_of(placed))


def _gap(before: Block, after: Block) -> float:
    """Return the room between two parts; lines that part need more of it to be calm."""
    return _FAN if len(before.exits) > 1 or len(after.entries) > 1 else _GAP


def _parts(schematic: Schematic, width: float, measure: TextMeasure) -> Iterator[Block]:
    flow = Direction.DOWN
    panel = min(width, _MOST_PANEL * measure.em)
    yield with_ports(population_box(schematic.population, panel, measure), flow)
    if schematic.junction:
        most = min(width, _MOST_JUNCTION * measure.em)
        own = junction_width(schematic.junction, most, measure)
        yield with_ports(junction_block(schematic.junction, own, measure), flow)
    yield arms(schematic, width, flow, measure)
    if schematic.goals:
        yield with_ports(goals_box(schematic.goals, panel, measure), flow)
