"""A piece of a picture that is laid out by itself and then placed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from desktop_app.analysis.pictures.shapes import Box, Dot, Line, Path, Shape, Spot, Text

Point = tuple[float, float]


class Direction(Enum):
    """Where the flow goes: to the right where there is room, else down."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Block:
    """Shapes from 0, 0 with the points where connectors arrive and leave.

    ``axis`` is the middle of what is connected: its ``y`` where the flow goes across, else its
    ``x``. Blocks that follow each other are lined up by it.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...] = ()
    entries: tuple[Point, ...] = ()
    exits: tuple[Point, ...] = ()
    axis: float = 0.0


def moved(block: Block, dx: float, dy: float) -> Block:
    """Return a block with everything in it at another place; its size stays."""
    return replace(
        block,
        shapes=tuple(_moved_shape(shape, dx, dy) for shape in block.shapes),
        spots=tuple(replace(spot, x=spot.x + dx, y=spot.y + dy) for spot in block.spots),
        entries=_moved_points(block.entries, dx, dy),
        exits=_moved_points(block.exits, dx, dy),
    )


def with_ports(block: Block, direction: Direction) -> Block:
    """Return a block that connectors reach and leave in the middle of its sides."""
    if direction is Direction.ACROSS:
        middle = block.height / 2
        ports = (0.0, middle), (block.width, middle)
    else:
        middle = block.width / 2
        ports = (middle, 0.0), (middle, block.height)
    return replace(block, entries=ports[:1], exits=ports[1:], axis=middle)


def shapes_of(blocks: Iterable[Block]) -> tuple[Shape, ...]:
    """Return the shapes of several blocks in their order."""
    return tuple(shape for block in blocks for shape in block.shapes)


def spots_of(blocks: Iterable[Block]) -> tuple[Spot, ...]:
    """Return the spots of several blocks in their order."""
    return tuple(spot for block in blocks for spot in block.spots)


def _moved_points(points: tuple[Point, ...], dx: float, dy: float) -> tuple[Point, ...]:
    return tuple((x + dx, y + dy) for x, y in points)


def _moved_shape(shape: Shape, dx: float, dy: float) -> Shape:
    match shape:
        case Line():
            return replace(
                shape, x1=shape.x1 + dx, y1=shape.y1 + dy, x2=shape.x2 + dx, y2=shape.y2 + dy
            )
        case Path():
            return replace(shape, points=_moved_points(shape.points, dx, dy))
        case Box() | Dot() | Text():
            return replace(shape, x=shape.x + dx, y=shape.y + dy)
