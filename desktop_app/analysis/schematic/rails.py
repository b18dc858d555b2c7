"""Lines that lead down past boxes on their left, into each, out of each, and on at their right."""

from collections.abc import Iterator, Sequence

from desktop_app.analysis.pictures.shapes import Ink, Path
from desktop_app.analysis.schematic.block import Point

_ROUND = 0.55
"""Where the control points of a curve lie that is nearly a quarter of a circle."""
_INSET = 0.6
"""Half of the width of a line, so that it stays within its block."""


def rails(
    middles: Sequence[float], size: tuple[float, float], room: float, radius: float
) -> Iterator[Path]:
    """Yield lines with round corners, from the top in the middle to the bottom in the middle.

    ``middles`` are the heights of the boxes' middles, ``room`` is that beside the boxes. The way
    of the farthest box is drawn whole; the others only branch off, so that nothing is drawn twice.
    """
    width, height = size
    left, right, centre = _INSET, width - _INSET, width / 2
    into = (centre, 0.0), (centre, radius), (left, radius), (left, middles[-1])
    yield _rounded((*into, (room, middles[-1])), radius)
    out = (right, middles[0]), (right, height - radius), (centre, height - radius), (centre, height)
    yield _rounded(((width - room, middles[0]), *out), radius)
    for middle in middles[:-1]:
        yield _rounded(((left, middle - radius), (left, middle), (room, middle)), radius)
    for middle in middles[1:]:
        begin = width - room, middle
        yield _rounded((begin, (right, middle), (right, middle + radius)), radius)


def _rounded(points: Sequence[Point], radius: float) -> Path:
    """Return a line through points whose corners are round."""
    curve: list[Point] = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        begin = _towards(corner, before, radius)
        end = _towards(corner, after, radius)
        curve += (curve[-1], begin, begin)
        bend = radius * (1 - _ROUND)
        curve += (_towards(corner, before, bend), _towards(corner, after, bend), end)
    curve += (curve[-1], points[-1], points[-1])
    return Path(tuple(curve), Ink.RULE, None, 1.2, is_smooth=True)


def _towards(corner: Point, other: Point, radius: float) -> Point:
    """Return the point of a radius from a corner, at most at another point."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    distance = abs(dx) + abs(dy)
    share = min(1.0, radius / distance) if distance else 0.0
    return corner[0] + dx * share, corner[1] + dy * share
