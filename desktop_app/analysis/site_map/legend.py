"""The key of a map: what its dots tell, and which sites it does not show."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.lettering import wrapped
from desktop_app.analysis.pictures.shapes import Ink, Shape, Text, TextMeasure, Type
from desktop_app.analysis.site_map.marks import sign
from desktop_app.analysis.site_map.places import MapSites, SiteKind, kinds_counted
from desktop_app.conventions import number_text
from desktop_app.languages import ngettext

_RADIUS, _AT = 0.32, 0.45
_AFTER_SIGN, _AFTER_ENTRY = 1.2, 1.4


@dataclass(frozen=True, slots=True)
class Legend:
    """The shapes of a key, and the height that they take."""

    shapes: tuple[Shape, ...]
    height: float


def kind_words(kind: SiteKind, count: int) -> str:
    """Return what a sign stands for, with how many there are."""
    return f"{kind.words} {number_text(count)}"


def missing_words(sites: MapSites, beyond_edge: int = 0) -> tuple[str, ...]:
    """Return in words how many sites have no dot, and why."""
    beyond, without, off = beyond_edge, sites.without_coordinates, sites.off_globe
    told = (
        (beyond, ngettext("{count} site beyond the edge", "{count} sites beyond the edge", beyond)),
        (
            without,
            ngettext(
                "{count} site without coordinates", "{count} sites without coordinates", without
            ),
        ),
        (
            off,
            ngettext(
                "{count} site with coordinates off the globe",
                "{count} sites with coordinates off the globe",
                off,
            ),
        ),
    )
    return tuple(words.format(count=number_text(count)) for count, words in told if count)


def key_words(sites: MapSites, beyond_edge: int) -> str:
    """Return the key in one line without its signs."""
    return " · ".join(words for _kind, words in _entries(sites, beyond_edge))


def laid_legend(
    sites: MapSites, beyond_edge: int, top: float, width: float, measure: TextMeasure
) -> Legend:
    """Return the key below a map; what does not fit on a line goes on the next."""
    step = measure.line_height(Type.SMALL)
    x, y = 0.0, top
    shapes: list[Shape] = []
    for kind, words in _entries(sites, beyond_edge):
        indent = measure.em * _AFTER_SIGN if kind else 0.0
        taken = indent + measure.width(words, Type.SMALL)
        if x and x + taken > width:
            x, y = 0.0, y + step
        if kind:
            shapes.append(sign(kind, x + _AT * measure.em, y + step / 2, _RADIUS * measure.em))
        for line in wrapped(words, max(width - indent, measure.em), Type.SMALL, measure):
            shapes.append(_line(x + indent, y, line, measure))
            y += step
        y -= step
        x += taken + measure.em * _AFTER_ENTRY
    return Legend(tuple(shapes), y + step - top)


def _entries(sites: MapSites, beyond_edge: int) -> Iterator[tuple[SiteKind | None, str]]:
    for kind, count in kinds_counted(sites.placed).items():
        yield kind, kind_words(kind, count)
    for words in missing_words(sites, beyond_edge):
        yield None, words


def _line(x: float, top: float, text: str, measure: TextMeasure) -> Text:
    width = measure.width(text, Type.SMALL)
    return Text(x, top + measure.ascent(Type.SMALL), text, Type.SMALL, Ink.QUIET, width=width)
