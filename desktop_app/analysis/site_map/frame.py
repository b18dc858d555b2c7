"""Where degrees fall in a picture: parallels and meridians are straight and at right angles.

A degree of longitude is drawn as long as it is at the middle of what is seen, so that countries
keep their shapes; for the whole world, as at 35 degrees at most.
"""

import math
from dataclasses import dataclass, replace

_FLATTEST = 75.0
_WORLD_SPAN = 150.0
_WORLD_LATITUDE = 35.0
_LEAST_SPAN = 0.7
"""Degrees of latitude: how near one can come."""
_POLE = 88.0
_EDGE = 0.5


@dataclass(frozen=True, slots=True)
class MapView:
    """What is to be seen at least, in degrees; ``east`` may go beyond 180, never ``west``."""

    west: float
    south: float
    east: float
    north: float

    @property
    def lon(self) -> float:
        """The meridian in the middle."""
        return (self.west + self.east) / 2

    @property
    def lat(self) -> float:
        """The parallel in the middle."""
        return (self.south + self.north) / 2

    @property
    def shrink(self) -> float:
        """The length of a degree of longitude, in degrees of latitude."""
        steepest = _WORLD_LATITUDE if self.east - self.west > _WORLD_SPAN else _FLATTEST
        return math.cos(math.radians(min(steepest, abs(self.lat))))

    @property
    def aspect(self) -> float:
        """The width in heights, as it is drawn."""
        return (self.east - self.west) * self.shrink / (self.north - self.south)

    def zoomed(self, factor: float, lon: float, lat: float) -> "MapView":
        """Return the view so many times as large, with one place staying where it is."""
        span = (self.north - self.south) / factor
        span = min(max(span, _LEAST_SPAN), 2 * _POLE)
        factor = (self.north - self.south) / span
        if (self.east - self.west) / factor > 360:
            factor = (self.east - self.west) / 360
        return MapView(
            lon + (self.west - lon) / factor,
            lat + (self.south - lat) / factor,
            lon + (self.east - lon) / factor,
            lat + (self.north - lat) / factor,
        ).settled()

    def moved(self, by_lon: float, by_lat: float) -> "MapView":
        """Return the view elsewhere; its middle does not pass a pole."""
        by_lat = min(max(by_lat, -_POLE - self.lat), _POLE - self.lat)
        return MapView(
            self.west + by_lon, self.south + by_lat, self.east + by_lon, self.north + by_lat
        ).settled()

    def settled(self) -> "MapView":
        """Return the view with its western end between -180 and 180."""
        turns = 360 * math.floor((self.west + 180) / 360)
        return replace(self, west=self.west - turns, east=self.east - turns)


@dataclass(frozen=True, slots=True)
class MapFrame:
    """A rectangle that shows a view in its middle, with as much around it as there is room.

    ``scale`` is the length of a degree of latitude.
    """

    view: MapView
    width: float
    height: float
    scale: float

    @property
    def lon_scale(self) -> float:
        """The length of a degree of longitude."""
        return self.scale * self.view.shrink

    def x(self, lon: float) -> float:
        """Return where a meridian is, on the side of the middle to which it is nearer."""
        from_middle = (lon - self.view.lon + 180) % 360 - 180
        return self.width / 2 + from_middle * self.lon_scale

    def y(self, lat: float) -> float:
        """Return where a parallel is."""
        return self.height / 2 - (lat - self.view.lat) * self.scale

    def place_at(self, x: float, y: float) -> tuple[float, float]:
        """Return the longitude and latitude of a point."""
        lon = self.view.lon + (x - self.width / 2) / self.lon_scale
        return lon, self.view.lat - (y - self.height / 2) / self.scale

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the rectangle or on its edge."""
        return -_EDGE <= x <= self.width + _EDGE and -_EDGE <= y <= self.height + _EDGE

    @property
    def seen(self) -> MapView:
        """All that the rectangle shows, no place twice."""
        half = min(180.0, self.width / 2 / self.lon_scale)
        tall = self.height / 2 / self.scale
        lon, lat = self.view.lon, self.view.lat
        return MapView(lon - half, max(-90.0, lat - tall), lon + half, min(90.0, lat + tall))


def framed(view: MapView, width: float, height: float) -> MapFrame:
    """Return the frame of a size in which a view is as large as it can be."""
    scale = min(width / ((view.east - view.west) * view.shrink), height / (view.north - view.south))
    return MapFrame(view, width, height, scale)
