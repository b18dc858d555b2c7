"""Which part of the world to show for sites: the countries they are in, and never much less."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from desktop_app.analysis.site_map.frame import MapView
from desktop_app.analysis.site_map.outlines import UNITS, Detail, Ring, rings
from desktop_app.analysis.site_map.places import MapSite

_MARGIN = 0.07
_LEAST = 3.6
"""Degrees of latitude, 400 km."""
_MOST_ASIDE, _MOST_ABOVE = 60.0, 30.0
"""Degrees that a country may add beyond its sites: Russia is wide."""
_NEAR_COAST = 0.2
_SAME_COUNTRY = 2.5
_SOUTHMOST, _NORTHMOST = -60.0, 80.0
_WORLD = 230.0
"""Degrees of longitude from which on all of them are shown."""
_USUAL_MIDDLE = 11.0
"""The meridian in the middle of a map of the world, which then parts in the Bering Strait."""


def fitted_view(sites: Sequence[MapSite]) -> MapView:
    """Return the view for sites, of which there is one at least."""
    west, east = _span({site.lon for site in sites})
    lats = [site.lat for site in sites]
    bare = MapView(west, min(lats), east, max(lats))
    boxes = [_limited(_unwrapped_box(ring, bare), bare) for ring in _countries_at_the_edges(sites)]
    return _with_margin(_around([bare, *boxes]))


def _span(lons: Iterable[float]) -> tuple[float, float]:
    """Return the shortest stretch that holds all meridians: the widest gap is left out."""
    ordered = sorted(lons)
    around = [*ordered, ordered[0] + 360]
    gap, west = max((after - before, after) for before, after in pairwise(around))
    west = west - 360 if west > 180 else west
    return west, west + 360 - gap


def _countries_at_the_edges(sites: Sequence[MapSite]) -> list[Ring]:
    """Return the land of the outermost sites; what lies between needs no room of its own."""
    west, _ = _span({site.lon for site in sites})
    edges = {
        min(sites, key=lambda site: (site.lon - west) % 360),
        max(sites, key=lambda site: (site.lon - west) % 360),
        min(sites, key=lambda site: site.lat),
        max(sites, key=lambda site: site.lat),
    }
    found = (_land_at(site.lon * UNITS, site.lat * UNITS) for site in edges)
    return [piece for ring in found if ring is not None for piece in _pieces_near(ring)]


def _pieces_near(ring: Ring) -> list[Ring]:
    """Return a piece of land with what belongs to its country and is not far from it.

    Long Island shows all of the United States, which is next to it, but Hawaii does not.
    """
    near = _SAME_COUNTRY * UNITS
    return [
        one
        for one in rings(Detail.REGION)
        if one.country == ring.country
        and max(one.west - ring.east, ring.west - one.east) <= near
        and max(one.south - ring.north, ring.south - one.north) <= near
    ]


def _land_at(x: float, y: float) -> Ring | None:
    """Return the land in which a place is, or from whose simplified coast it is not far."""
    near = _NEAR_COAST * UNITS
    around = [
        ring
        for ring in rings(Detail.REGION)
        if ring.west - near <= x <= ring.east + near and ring.south - near <= y <= ring.north + near
    ]
    holding = [ring for ring in around if _holds(ring.points(), x, y)]
    if holding:
        return holding[-1]
    return min(
        (ring for ring in around if _coast_distance(ring, x, y) <= near),
        key=lambda ring: _coast_distance(ring, x, y),
        default=None,
    )


def _holds(points: Sequence[tuple[int, int]], x: float, y: float) -> bool:
    """Tell whether a point lies in a polygon: a ray from it crosses the outline an odd time."""
    inside = False
    x1, y1 = points[-1]
    for x2, y2 in points:
        if (y1 > y) is not (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
        x1, y1 = x2, y2
    return inside


def _coast_distance(ring: Ring, x: float, y: float) -> float:
    return min(math.hypot(px - x, py - y) for px, py in ring.points())


def _unwrapped_box(ring: Ring, near: MapView) -> MapView:
    """Return the box of a country, on the turn of the globe on which the sites are."""
    west, east = ring.west / UNITS, ring.east / UNITS
    turns = 360 * round((near.lon - (west + east) / 2) / 360)
    return MapView(west + turns, ring.south / UNITS, east + turns, ring.north / UNITS)


def _limited(country: MapView, sites: MapView) -> MapView:
    """Return as much of a country as there is room for beside its sites."""
    return MapView(
        max(country.west, sites.west - _MOST_ASIDE),
        max(country.south, sites.south - _MOST_ABOVE),
        min(country.east, sites.east + _MOST_ASIDE),
        min(country.north, sites.north + _MOST_ABOVE),
    )


def _around(boxes: Sequence[MapView]) -> MapView:
    return MapView(
        min(box.west for box in boxes),
        min(box.south for box in boxes),
        max(box.east for box in boxes),
        max(box.north for box in boxes),
    )


def _with_margin(view: MapView) -> MapView:
    tall = max(_LEAST, (view.north - view.south) * (1 + 2 * _MARGIN)) / 2
    wide = max(_LEAST / view.shrink, (view.east - view.west) * (1 + 2 * _MARGIN)) / 2
    south, north = view.lat - tall, view.lat + tall
    lon = view.lon
    if 2 * wide > _WORLD:
        lon, wide = _USUAL_MIDDLE, 180.0
        south, north = min(south, max(_SOUTHMOST, south - 20)), max(north, _NORTHMOST)
    return MapView(lon - wide, max(-90.0, south), lon + wide, min(90.0, north)).settled()
