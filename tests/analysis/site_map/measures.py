"""A measure of text that needs no font, and sites for maps."""

from dataclasses import dataclass

from desktop_app.analysis.pictures.shapes import Type
from desktop_app.analysis.site_map.places import MapSite, MapSites, SiteKind


@dataclass(frozen=True)
class PlainMeasure:
    """Every character is as wide as half its height."""

    em: float = 13.0

    def width(self, text: str, type: Type) -> float:
        return len(text) * self.em / 2

    def line_height(self, type: Type) -> float:
        return self.em * 1.3

    def ascent(self, type: Type) -> float:
        return self.em


def site(
    lat: float, lon: float, *, number: int = 0, kind: SiteKind = SiteKind.OPEN, text: str = ""
) -> MapSite:
    return MapSite(number, lat, lon, kind, text or f"Site {number}")


def sites(*places: tuple[float, float], kind: SiteKind = SiteKind.OPEN) -> MapSites:
    """Return sites at latitudes and longitudes, numbered in their order."""
    placed = (site(lat, lon, number=n, kind=kind) for n, (lat, lon) in enumerate(places))
    return MapSites(tuple(placed))
