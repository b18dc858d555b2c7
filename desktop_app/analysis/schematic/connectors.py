"""Calm curves from one part to the next."""

from collections.abc import Iterator
from itertools import product

from desktop_app.analysis.pictures.shapes import Ink, Line, Path
from desktop_app.analysis.schematic.block import Block, Direction, Point

_WIDTH = 1.2


def connectors(
    before: Block, after: Block, direction: Direction, *, is_dashed: bool = False
) -> Iterator[Line | Path]:
    """Yield what joins the exits of a block with the entries of the next.

    The curves run between the blocks; where a port lies further in, a straight line leads there.
    """
    is_across = direction is Direction.ACROSS
    start = max((_along(port, is_across) for port in before.exits), default=0.0)
    end = min((_along(port, is_across) for port in after.entries), default=0.0)
    for one, other in product(before.exits, after.entries):
        yield from _joined(one, other, (start, end), is_across, is_dashed)


def curve(one: Point, other: Point, is_across: bool, is_dashed: bool = False) -> Line | Path:
    """Return a curve that leaves and arrives in the direction of the flow."""
    (x1, y1), (x2, y2) = one, other
    if abs(y1 - y2 if is_across else x1 - x2) < 0.01:
        return Line(x1, y1, x2, y2, Ink.RULE, _WIDTH, is_dashed)
    if is_across:
        middle = (x1 + x2) / 2
        bends: tuple[Point, ...] = ((middle, y1), (middle, y2))
    else:
        middle = (y1 + y2) / 2
        bends = ((x1, middle), (x2, middle))
    return Path((one, *bends, other), Ink.RULE, None, _WIDTH, is_smooth=True, is_dashed=is_dashed)


def _joined(
    one: Point, other: Point, between: tuple[float, float], is_across: bool, is_dashed: bool
) -> Iterator[Line | Path]:
    start, end = _at(one, between[0], is_across), _at(other, between[1], is_across)
    if start != one:
        yield Line(*one, *start, Ink.RULE, _WIDTH, is_dashed)
    yield curve(start, end, is_across, is_dashed)
    if end != other:
        yield Line(*end, *other, Ink.RULE, _WIDTH, is_dashed)


def _along(point: Point, is_across: bool) -> float:
    return point[0] if is_across else point[1]


def _at(point: Point, along: float, is_across: bool) -> Point:
    return (along, point[1]) if is_across else (point[0], along)
