"""The dots of a map: one per site; sites of one place stand around it."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.analysis.pictures.shapes import (
    Dot,
    Ink,
    Path,
    Shape,
    Spot,
    Text,
    TextMeasure,
    Type,
)
from desktop_app.analysis.site_map.frame import MapFrame
from desktop_app.analysis.site_map.places import MapSite, SiteKind
from desktop_app.languages import ngettext

_RADII = ((40, 0.32), (150, 0.27))
_SMALLEST = 0.22
_STEP = 1.5
"""Between sites of one place, in radii: they overlap, and can still be counted."""
_MOST_AROUND = 19
_DISTINCT = 2000
"""Sites up to which only those in the same place stand together."""
_WIDE_CELL = 6
"""In radii, where there are more."""
_AROUND_NUMBER = 0.35
"""Between a number and the edge of its dot, in sizes of type."""
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_MOST_NAMED = 12
_LINE, _THINNEST, _THICKEST = 0.32, 0.6, 1.3
"""The outline of a hollow sign, in radii, and its limits."""
_DIAMOND = 1.2
"""Half the diagonal of a diamond that looks as large as a dot, in radii."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot where one site is, or a larger one with the number of several."""

    x: float
    y: float
    radius: float
    kind: SiteKind
    sites: tuple[MapSite, ...]

    @property
    def spot(self) -> Spot:
        """Return the place that can be pointed at."""
        size = 2 * self.radius
        left, top = self.x - self.radius, self.y - self.radius
        return Spot(left, top, size, size, marked_text(self), str(self.sites[0].number))


def marked_text(mark: Mark) -> str:
    """Return the sites of a mark line by line; the list beside the map has all of many."""
    texts = [site.text for site in mark.sites[:_MOST_NAMED]]
    more = len(mark.sites) - len(texts)
    if more:
        texts.append(
            ngettext("and {count} more here", "and {count} more here", more).format(count=more)
        )
    return "\n".join(texts)


def placed_marks(
    sites: Sequence[MapSite], frame: MapFrame, measure: TextMeasure
) -> tuple[Mark, ...]:
    """Return the marks within a frame, open sites last so that they are seen above others."""
    radius = measure.em * next((share for most, share in _RADII if len(sites) <= most), _SMALLEST)
    cell = 1.0 if len(sites) <= _DISTINCT else _WIDE_CELL * radius
    groups: dict[tuple[int, int], list[tuple[float, float, MapSite]]] = {}
    for site in sites:
        x, y = frame.x(site.lon), frame.y(site.lat)
        if frame.holds(x, y):
            groups.setdefault((int(x / cell), int(y / cell)), []).append((x, y, site))
    marks = [mark for group in groups.values() for mark in _around(group, radius, measure)]
    return tuple(sorted(marks, key=lambda mark: (mark.kind is SiteKind.OPEN, len(mark.sites))))


def _around(
    group: list[tuple[float, float, MapSite]], radius: float, measure: TextMeasure
) -> Iterator[Mark]:
    """Yield the marks of one place, those of open sites innermost."""
    x, y, _ = group[0]
    by_kind = {kind: tuple(site for *_, site in group if site.kind is kind) for kind in SiteKind}
    if len(group) > _MOST_AROUND:
        yield from _counted(x, y, [sites for sites in by_kind.values() if sites], measure)
        return
    ordered = [site for sites in by_kind.values() for site in sites]
    for place, site in enumerate(ordered):
        out = 0.0 if len(ordered) == 1 else radius * _STEP * math.sqrt(place)
        angle = place * _GOLDEN_ANGLE
        yield Mark(x + out * math.cos(angle), y + out * math.sin(angle), radius, site.kind, (site,))


def _counted(
    x: float, y: float, kinds: list[tuple[MapSite, ...]], measure: TextMeasure
) -> Iterator[Mark]:
    """Yield a mark for each kind, side by side, as large as its number."""
    before = 0.0
    for sites in kinds:
        number = measure.width(str(len(sites)), Type.SMALL)
        size = max(number, measure.em) / 2 + _AROUND_NUMBER * measure.em
        x += before + size if before else 0.0
        before = size
        yield Mark(x, y, size, sites[0].kind, sites)


def mark_shapes(marks: Iterable[Mark], measure: TextMeasure) -> Iterator[Shape]:
    """Yield the shapes of marks."""
    for mark in marks:
        yield sign(mark.kind, mark.x, mark.y, mark.radius)
        if len(mark.sites) > 1:
            number = str(len(mark.sites))
            ink = Ink.GROUND if mark.kind is SiteKind.OPEN else Ink.TEXT
            base = mark.y + measure.ascent(Type.SMALL) - measure.line_height(Type.SMALL) / 2
            width = measure.width(number, Type.SMALL)
            yield Text(mark.x - width / 2, base, number, Type.SMALL, ink, width=width)


def sign(kind: SiteKind, x: float, y: float, radius: float) -> Shape:
    """Return the shape that tells a kind: filled, hollow, or a hollow diamond."""
    line = min(max(radius * _LINE, _THINNEST), _THICKEST)
    match kind:
        case SiteKind.OPEN:
            return Dot(x, y, radius, Ink.GROUND, Ink.ACCENT)
        case SiteKind.OTHER:
            return Dot(x, y, radius - line / 2, Ink.TEXT, Ink.GROUND, line)
        case SiteKind.UNSTATED:
            half = radius * _DIAMOND
            corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
            return Path(corners, Ink.TEXT, Ink.GROUND, line, is_closed=True)
