"""The arms in the form that suits their number, the course of the study and the room."""

from desktop_app.analysis.pictures.shapes import TextMeasure
from desktop_app.analysis.schematic.arrangements import (
    between_rails,
    column,
    fits_side_by_side,
    side_by_side,
)
from desktop_app.analysis.schematic.block import Block, Direction, with_ports
from desktop_app.analysis.schematic.crossing import swapped
from desktop_app.analysis.schematic.factorial import factorial
from desktop_app.analysis.schematic.lanes import lane_boxes
from desktop_app.analysis.schematic.roster import roster
from desktop_app.analysis.schematic.schematic import Course, Schematic

MOST_BOXES = 8
"""More arms than this are folded into one box."""
_ALWAYS_BOXES, _MOST_HEIGHT = 4, 58.0
"""More arms than this are folded too where their boxes would be higher, in em."""
_MOST_SINGLE = 36.0
"""How wide the box of a single arm may become, in em."""


def arms(schematic: Schematic, width: float, direction: Direction, measure: TextMeasure) -> Block:
    """Return the arms with the points where connectors arrive and leave."""
    body = _body(schematic, width, direction, measure)
    if schematic.course is Course.CROSSOVER:
        return swapped(body, schematic, direction, measure)
    return body


def is_folded(schematic: Schematic) -> bool:
    """Tell whether the arms stand in one box."""
    return len(schematic.lanes) > MOST_BOXES or schematic.course is Course.GRID


def _body(schematic: Schematic, width: float, direction: Direction, measure: TextMeasure) -> Block:
    grid = factorial(schematic, width, measure) if schematic.course is Course.GRID else None
    if grid:
        return with_ports(grid, direction)
    if len(schematic.lanes) > MOST_BOXES:
        return with_ports(roster(schematic, width, measure), direction)
    if direction is Direction.DOWN:
        return _below_each_other(schematic, width, measure)
    boxes = column(schematic, width, measure)
    if len(schematic.lanes) <= _ALWAYS_BOXES or boxes.height <= _MOST_HEIGHT * measure.em:
        return boxes
    return with_ports(roster(schematic, width, measure), direction)


def _below_each_other(schematic: Schematic, width: float, measure: TextMeasure) -> Block:
    if len(schematic.lanes) == 1:
        single = min(width, _MOST_SINGLE * measure.em)
        (box,) = lane_boxes(schematic, single, measure)
        return with_ports(box, Direction.DOWN)
    stacked = between_rails(schematic, width, measure)
    if not fits_side_by_side(schematic, width, measure):
        return stacked
    beside = side_by_side(schematic, width, measure)
    return beside if beside.height <= stacked.height else stacked
