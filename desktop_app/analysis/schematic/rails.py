"""Lines that lead down past boxes on their left, into each, out of each, and on at their right."""

from collections.abc import Iterator, Sequence

from desktop_app.analysis.pictures.shapes import Ink, Path
from desktop_app.analysis.schematic.block import Point

_INSET = 0.6
"""Half of the width of a line, so that it stays within its block."""


def rails(
    middles: Sequence[float], width: float, height: float, rail: float, radius: float
) -> Iterator[Path]:
    """Yield lines with round corners, from the top in the middle to the bottom in the middle.

    ``middles`` are the heights of the boxes' middles, ``rail`` the room beside the boxes.
    """
    left, right, centre = _INSET, width - _INSET, width / 2
    above, below = radius, height - radius
    for middle in middles:
        # Lines over each other are drawn as one: they share the way down.
        into = ((centre, 0), (centre, above), (left, above), (left, middle), (rail, middle))
        out = (
            (width - rail, middle),
            (right, middle),
            (right, below),
            (centre, below),
            (centre, height),
        )
        yield _rounded(into, radius)
        yield _rounded(out, radius)


def _rounded(points: Sequence[Point], radius: float) -> Path:
    """Return a line through points whose corners are round."""
    curve: list[Point] = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        begin = _towards(corner, before, radius)
        end = _towards(corner, after, radius)
        curve += (curve[-1], begin, begin, corner, corner, end)
    curve += (curve[-1], points[-1], points[-1])
    return Path(tuple(curve), Ink.RULE, None, 1.2, is_smooth=True)


def _towards(corner: Point, other: Point, radius: float) -> Point:
    """Return the point of a radius from a corner, at most half the way to another point."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    distance = abs(dx) + abs(dy)
    share = min(0.5, radius / distance) if distance else 0.0
    return corner[0] + dx * share, corner[1] + dy * share
