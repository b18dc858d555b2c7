"""Sites as a map has them."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desktop_app.languages import pgettext


class SiteKind(Enum):
    """What a dot tells about a site, by its shape."""

    OPEN = "open"
    OTHER = "other"
    UNSTATED = "unstated"

    @property
    def words(self) -> str:
        """Return the words for it in the key of a map."""
        match self:
            case SiteKind.OPEN:
                return pgettext("sites on a map", "open")
            case SiteKind.OTHER:
                return pgettext("sites on a map", "other")
            case SiteKind.UNSTATED:
                return pgettext("sites on a map", "status not stated")


@dataclass(frozen=True, slots=True)
class MapSite:
    """A site with coordinates on the globe; ``number`` is its place in the record, from 0.

    ``text`` names it to whoever points at it.
    """

    number: int
    lat: float
    lon: float
    kind: SiteKind
    text: str


@dataclass(frozen=True, slots=True)
class MapSites:
    """The sites that a map shows, and how many it cannot."""

    placed: tuple[MapSite, ...]
    without_coordinates: int = 0
    off_globe: int = 0


def is_on_globe(lat: float, lon: float) -> bool:
    """Tell whether coordinates in degrees are a place on earth; what is no number is not."""
    return math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180


def kinds_counted(sites: Iterable[MapSite]) -> dict[SiteKind, int]:
    """Return how many there are of each kind that occurs."""
    counts = dict.fromkeys(SiteKind, 0)
    for site in sites:
        counts[site.kind] += 1
    return {kind: count for kind, count in counts.items() if count}
