"""The flow to the right: population, junction, arms and outcomes beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop_app.analysis.pictures.shapes import Ink, Shape, TextMeasure, Type
from desktop_app.analysis.schematic.arms import arms, is_folded
from desktop_app.analysis.schematic.block import (
    Block,
    Direction,
    moved,
    shapes_of,
    spots_of,
    with_ports,
)
from desktop_app.analysis.schematic.connectors import connectors
from desktop_app.analysis.schematic.crossing import WIDTH_ACROSS
from desktop_app.analysis.schematic.junctions import junction_block, junction_width
from desktop_app.analysis.schematic.panels import goals_box, population_box
from desktop_app.analysis.schematic.rows import Row, set_rows
from desktop_app.analysis.schematic.schematic import Course, Schematic

_STRAIGHT, _FAN = 2.6, 4.0
_LEAST, _LEAST_FOLDED, _MOST_JUNCTION = 41.0, 72.0, 14.5
"""What population, arms and outcomes need to stand beside each other, and what a junction may."""
_SHARES, _MOST = (0.24, 0.46, 0.30), (19.0, 34.0, 26.0)
_FOLDED_SHARES, _MOST_FOLDED = (0.17, 0.62, 0.21), (19.0, 58.0, 26.0)


@dataclass(frozen=True, slots=True)
class _Widths:
    """The widths of population, junction, arms and outcomes, and the gaps around the arms."""

    population: float
    junction: float
    arms: float
    goals: float
    gap: float


def across(schematic: Schematic, width: float, measure: TextMeasure) -> Block | None:
    """Return the parts beside each other, or None where they would be too narrow."""
    widths = _widths(schematic, width, measure)
    if widths is None:
        return None
    parts = tuple(_parts(schematic, widths, measure))
    first = _STRAIGHT * measure.em if schematic.junction else widths.gap
    return in_a_row(parts, (first, *[widths.gap] * (len(parts) - 2)))


def _widths(schematic: Schematic, width: float, measure: TextMeasure) -> _Widths | None:
    em = measure.em
    junction = schematic.junction
    taken = junction_width(junction, _MOST_JUNCTION * em, measure) if junction else 0.0
    gap = (_FAN if len(schematic.lanes) > 1 and not is_folded(schematic) else _STRAIGHT) * em
    between = (_STRAIGHT * em if junction else 0.0) + (2 if schematic.goals else 1) * gap
    crossing = WIDTH_ACROSS * em if schematic.course is Course.CROSSOVER else 0.0
    free = width - taken - between - crossing
    if free < (_LEAST_FOLDED if is_folded(schematic) else _LEAST) * em:
        return None
    population, lanes, goals = (
        min(share * free, most * em) for share, most in zip(*_sharing(schematic), strict=True)
    )
    return _Widths(population, taken, lanes, goals, gap)


def _sharing(schematic: Schematic) -> tuple[Sequence[float], Sequence[float]]:
    return (_FOLDED_SHARES, _MOST_FOLDED) if is_folded(schematic) else (_SHARES, _MOST)


def _parts(schematic: Schematic, widths: _Widths, measure: TextMeasure) -> Iterator[Block]:
    flow = Direction.ACROSS
    yield with_ports(population_box(schematic.population, widths.population, measure), flow)
    if schematic.junction:
        yield with_ports(junction_block(schematic.junction, widths.junction, measure), flow)
    yield _captioned(schematic, arms(schematic, widths.arms, flow, measure), measure)
    if schematic.goals:
        yield with_ports(goals_box(schematic.goals, widths.goals, measure), flow)


def _captioned(schematic: Schematic, block: Block, measure: TextMeasure) -> Block:
    """Return the arms below what is said of all of them."""
    row = Row(schematic.caption, Type.SMALL, Ink.QUIET, 4)
    texts, bottom = set_rows((row,), 0, 0, block.width, measure)
    if not texts:
        return block
    lower = bottom + 0.6 * measure.em
    below = moved(block, 0, lower)
    return replace(
        below,
        height=block.height + lower,
        shapes=(*texts, *below.shapes),
        axis=block.axis + lower,
    )


def in_a_row(parts: Sequence[Block], gaps: Sequence[float]) -> Block:
    """Return parts beside each other, lined up by their axes and joined."""
    axis = max(part.axis for part in parts)
    placed: list[Block] = []
    x = 0.0
    for part, gap in zip(parts, (*gaps, 0.0), strict=True):
        placed.append(moved(part, x, axis - part.axis))
        x += part.width + gap
    height = axis + max(part.height - part.axis for part in parts)
    joins: list[Shape] = [
        shape
        for before, after in pairwise(placed)
        for shape in connectors(before, after, Direction.ACROSS)
    ]
    width = x
    return Block(width, height, (*joins, *shapes_of(placed)), spots_of(placed), axis=axis)
