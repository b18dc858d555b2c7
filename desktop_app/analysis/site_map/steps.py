"""From one site on a map to another by the keyboard."""

from collections.abc import Iterable
from enum import Enum

from desktop_app.analysis.site_map.frame import MapFrame
from desktop_app.analysis.site_map.marks import Mark
from desktop_app.analysis.site_map.places import MapSite

_ASIDE = 2.0
"""How much worse it is to be aside than to be far."""


class Direction(Enum):
    """Where to go, as steps to the right and downwards."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def next_site(
    sites: Iterable[MapSite],
    marks: Iterable[Mark],
    frame: MapFrame,
    current: int,
    direction: Direction,
) -> int | None:
    """Return the number of the nearest site in a direction, None where there is none.

    Sites beyond the edge of the map count as well.
    """
    seen = {site.number: (mark.x, mark.y) for mark in marks for site in mark.sites}
    points = {
        site.number: seen.get(site.number) or (frame.x(site.lon), frame.y(site.lat))
        for site in sites
    }
    if current not in points:
        return None
    x, y = points.pop(current)
    right, down = direction.value
    nearest: tuple[float, int] | None = None
    for number, (px, py) in points.items():
        along = (px - x) * right + (py - y) * down
        aside = abs((px - x) * down) + abs((py - y) * right)
        if along > 0.5 and aside <= along * _ASIDE:
            nearest = min(nearest or (float("inf"), number), (along + _ASIDE * aside, number))
    return nearest[1] if nearest else None
