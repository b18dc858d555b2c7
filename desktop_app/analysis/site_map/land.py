"""The land within a frame: outlines cut at its edges."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.shapes import Ink, Path
from desktop_app.analysis.site_map.frame import MapFrame
from desktop_app.analysis.site_map.outlines import UNITS, Detail, Ring, rings

_COARSEST = ((2.4, Detail.WORLD), (4.5, Detail.CONTINENT), (14.0, Detail.REGION))
"""Lengths of a degree up to which a detail cannot be told from the next one."""
_TURN = 360 * UNITS
_Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Window:
    """What is seen, in units of the outlines."""

    west: float
    south: float
    east: float
    north: float


def land_shapes(frame: MapFrame, border: float = 1.0, sharpness: float = 1.0) -> tuple[Path, ...]:
    """Return the land in a frame; borders are gaps of a width between the countries.

    ``sharpness`` is how many times as large as it is laid out the map is to be looked at.
    """
    seen = frame.seen
    scale = frame.scale * sharpness
    detail = next((one for most, one in _COARSEST if scale <= most), Detail.COUNTRY)
    shapes = []
    for turn in (-_TURN, 0, _TURN):
        window = Window(
            seen.west * UNITS - turn,
            seen.south * UNITS,
            seen.east * UNITS - turn,
            seen.north * UNITS,
        )
        shapes += [_shape(points, turn, frame, border) for points in _pieces(detail, window)]
    return tuple(shapes)


def _pieces(detail: Detail, window: Window) -> Iterator[_Points]:
    for ring in rings(detail):
        if (
            ring.east > window.west
            and ring.west < window.east
            and ring.north > window.south
            and ring.south < window.north
        ):
            points = clipped(ring, window)
            if len(points) > 2:
                yield points


def _shape(points: _Points, turn: int, frame: MapFrame, border: float) -> Path:
    x_scale, y_scale = frame.lon_scale / UNITS, frame.scale / UNITS
    x_start = frame.width / 2 - frame.view.lon * frame.lon_scale + turn * x_scale
    y_start = frame.height / 2 + frame.view.lat * frame.scale
    return Path(
        tuple([(x_start + x * x_scale, y_start - y * y_scale) for x, y in points]),
        ink=Ink.GROUND,
        fill=Ink.LAND,
        width=border,
        is_closed=True,
    )


def clipped(ring: Ring, window: Window) -> _Points:
    """Return what lies of a ring within a window, edge by edge (Sutherland and Hodgman)."""
    points: _Points = list(ring.points())
    if ring.west < window.west:
        points = _cut(points, 0, window.west, 1)
    if ring.east > window.east:
        points = _cut(points, 0, window.east, -1)
    if ring.south < window.south:
        points = _cut(points, 1, window.south, 1)
    if ring.north > window.north:
        points = _cut(points, 1, window.north, -1)
    return points


def _cut(points: _Points, axis: int, limit: float, sign: int) -> _Points:
    """Return what lies on one side of a line; ``sign`` is 1 for the greater side."""
    result: _Points = []
    if not points:
        return result
    before = points[-1]
    was_inside = (before[axis] - limit) * sign >= 0
    for point in points:
        is_inside = (point[axis] - limit) * sign >= 0
        if is_inside is not was_inside:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            across = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            result.append((limit, across) if axis == 0 else (across, limit))
        if is_inside:
            result.append(point)
        before, was_inside = point, is_inside
    return result
