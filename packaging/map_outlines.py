"""Makes the outlines of the site map from Natural Earth, and says how.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python packaging/map_outlines.py package/countries-10m.json resources/map

The package holds Natural Earth's countries at 1:10m as TopoJSON: borders that two countries share
are stored once, and so stay shared when they are simplified. For each level of detail one file is
written; resources/map/README.md tells the format.
"""

import json
import math
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, TypedDict

Point = tuple[float, float]
Outline = tuple[int, list[Point]]
UNITS_PER_DEGREE = 150
"""Coordinates are whole numbers of this part of a degree, some 740 m; 218 degrees fit 16 bits."""
LEVELS = {
    "world": (0.45, 1.0),
    "continent": (0.2, 0.4),
    "region": (0.08, 0.12),
    "country": (0.02, 0.02),
}
"""By name: degrees by which an outline may be off, and the extent of the smallest island."""
_FLATTEST = 75.0
"""Degrees of latitude from which on a degree of longitude counts no less."""


class Transform(TypedDict):
    """How whole numbers become degrees."""

    scale: list[float]
    translate: list[float]


class Topology(TypedDict):
    """As much of TopoJSON as is read here; how deep ``arcs`` of a geometry go depends on it."""

    transform: Transform
    arcs: list[list[list[int]]]
    objects: dict[str, dict[str, list[dict[str, Any]]]]


def main(source: Path, folder: Path) -> None:
    """Write all levels."""
    topology: Topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decoded_arcs(topology)
    folder.mkdir(parents=True, exist_ok=True)
    for name, (tolerance, smallest) in LEVELS.items():
        simple = [simplified(arc, tolerance) for arc in arcs]
        content = packed(list(outer_rings(topology, simple)), smallest)
        (folder / f"{name}.outlines").write_bytes(content)
        print(f"{name}: {len(content)} bytes")


def decoded_arcs(topology: Topology) -> list[list[Point]]:
    """Return the lines of a topology in degrees, longitude first."""
    transform = topology["transform"]
    (x_scale, y_scale), (x_start, y_start) = transform["scale"], transform["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for x_step, y_step in arc:
            x, y = x + x_step, y + y_step
            points.append((x * x_scale + x_start, y * y_scale + y_start))
        arcs.append(points)
    return arcs


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line without the points that lie within a distance of it (Douglas and Peucker)."""
    keep = {0, len(points) - 1}
    open_spans = [(0, len(points) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        farthest = max(
            ((_distance(points, at, first, last), at) for at in range(first + 1, last)),
            default=(0.0, 0),
        )
        if farthest[0] > tolerance:
            keep.add(farthest[1])
            open_spans += [(first, farthest[1]), (farthest[1], last)]
    return [points[at] for at in sorted(keep)]


def _distance(points: Sequence[Point], at: int, first: int, last: int) -> float:
    """Return how far a point is from the line through two others, in degrees of latitude."""
    (x1, y1), (x2, y2), (x, y) = points[first], points[last], points[at]
    shrink = math.cos(math.radians(min(_FLATTEST, abs(y1))))
    along, up = (x2 - x1) * shrink, y2 - y1
    right, above = (x - x1) * shrink, y - y1
    length = math.hypot(along, up)
    return abs(right * up - above * along) / length if length else math.hypot(right, above)


def outer_rings(topology: Topology, arcs: Sequence[list[Point]]) -> Iterator[Outline]:
    """Yield the outline of each piece of land with the number of its country.

    Holes are left out: what lies in them is another country, which is drawn above.
    """
    for number, country in enumerate(topology["objects"]["countries"]["geometries"]):
        pieces = [country["arcs"]] if country["type"] == "Polygon" else country.get("arcs", [])
        for piece in pieces:
            ring: list[Point] = []
            for place in piece[0]:
                arc = arcs[place] if place >= 0 else arcs[~place][::-1]
                ring += arc[1:] if ring else arc
            yield number, unwrapped(ring)


def unwrapped(ring: Sequence[Point]) -> list[Point]:
    """Return a ring that goes on beyond 180 degrees instead of jumping to the other side.

    Antarctica, which goes all around, is left out: nothing is returned for it.
    """
    result: list[Point] = []
    for x, y in ring:
        turns = round((result[-1][0] - x) / 360) if result else 0
        result.append((x + 360 * turns, y))
    if abs(result[0][0] - result[-1][0]) > 180:
        return []
    beyond = 360 if min(x for x, _ in result) < -180 else 0
    return [(x + beyond, y) for x, y in result]


def packed(outlines: Sequence[Outline], smallest: float) -> bytes:
    """Return outlines in the file's format, the largest first, without the smallest islands."""
    kept = [
        (country, whole_units(ring))
        for country, ring in outlines
        if len(ring) > 3 and _extent(ring) >= smallest
    ]
    kept.sort(key=lambda outline: _box_area(outline[1]), reverse=True)
    countries, counts, boxes, steps = array("H"), array("H"), array("h"), (array("h"), array("h"))
    for country, ring in kept:
        countries.append(country)
        counts.append(len(ring))
        boxes.extend((*map(min, zip(*ring, strict=True)), *map(max, zip(*ring, strict=True))))
        for axis in (0, 1):
            values = [point[axis] for point in ring]
            steps[axis].append(values[0])
            steps[axis].extend(after - before for before, after in pairwise(values))
    numbers = array("H", [len(kept)])
    parts = (numbers, countries, counts, boxes, *steps)
    if sys.byteorder == "big":
        for part in parts:
            part.byteswap()
    return zlib.compress(b"".join(part.tobytes() for part in parts), 9)


def whole_units(ring: Sequence[Point]) -> list[tuple[int, int]]:
    """Return a ring in units, without points that fall together or its end, which is its start."""
    result: list[tuple[int, int]] = []
    for x, y in ring:
        point = round(x * UNITS_PER_DEGREE), round(y * UNITS_PER_DEGREE)
        if not result or point != result[-1]:
            result.append(point)
    return result[:-1] if len(result) > 1 and result[0] == result[-1] else result


def _extent(ring: Sequence[Point]) -> float:
    return max(_size(ring))


def _box_area(ring: Sequence[Point]) -> float:
    return math.prod(_size(ring))


def _size(ring: Sequence[Point]) -> Point:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) - min(xs), max(ys) - min(ys)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
