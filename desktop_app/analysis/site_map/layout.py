"""Lays a site map out: the land, the dots, and the key below."""

from dataclasses import dataclass

from desktop_app.analysis.pictures.shapes import Box, Ink, Picture, TextMeasure
from desktop_app.analysis.site_map.fitting import fitted_view
from desktop_app.analysis.site_map.frame import MapFrame, MapView, framed
from desktop_app.analysis.site_map.land import land_shapes
from desktop_app.analysis.site_map.legend import key_words, laid_legend
from desktop_app.analysis.site_map.marks import Mark, mark_shapes, placed_marks
from desktop_app.analysis.site_map.places import MapSites

_TALLEST, _WIDEST, _NARROWEST = 24.0, 68.0, 24.0
"""In sizes of type."""
_TALLEST_SHARE = 0.62
_ABOVE_KEY = 0.6
_LOWEST = 24.0
_BORDER, _WIDEST_BORDER = 0.075, 1.2
_SHARP = 2.0
"""Pictures are enlarged, on slides and on paper."""


@dataclass(frozen=True, slots=True)
class LaidMap:
    """A map with what its dots stand for; ``words`` say what the key says."""

    frame: MapFrame
    marks: tuple[Mark, ...]
    picture: Picture
    words: str


def site_map(
    sites: MapSites, width: float, measure: TextMeasure, view: MapView | None = None
) -> Picture:
    """Return the map of sites, of which one at least has coordinates.

    Without a ``view`` it shows the countries of the sites.
    """
    view = view or fitted_view(sites.placed)
    width, height = map_size(view, width, measure.em)
    return laid_map(sites, framed(view, width, height), measure, sharpness=_SHARP).picture


def map_size(view: MapView, width: float, em: float) -> tuple[float, float]:
    """Return the size of a map: as wide as there is room, but not far wider than its view."""
    most = min(width, _WIDEST * em)
    tallest = min(_TALLEST * em, most * _TALLEST_SHARE)
    wide = min(most, max(tallest * view.aspect, _NARROWEST * em))
    return wide, min(tallest, max(wide / view.aspect, wide * 0.3))


def key_height(sites: MapSites, width: float, measure: TextMeasure) -> float:
    """Return the height that the key needs below a map that shows all sites."""
    return _ABOVE_KEY * measure.em + laid_legend(sites, 0, 0, width, measure).height


def fitting_map(
    sites: MapSites,
    view: MapView,
    width: float,
    height: float,
    measure: TextMeasure,
    sharpness: float = 1.0,
) -> LaidMap:
    """Return the map that has room, with its key, in a rectangle."""
    room = height - key_height(sites, width, measure)
    laid = laid_map(sites, framed(view, width, max(_LOWEST, room)), measure, sharpness=sharpness)
    beyond = laid.picture.height - height
    if beyond < 1:
        return laid
    # More is told of what is beyond the edge than there was room for.
    return laid_map(
        sites, framed(view, width, max(_LOWEST, room - beyond)), measure, sharpness=sharpness
    )


def laid_map(
    sites: MapSites,
    frame: MapFrame,
    measure: TextMeasure,
    *,
    has_key: bool = True,
    sharpness: float = 1.0,
) -> LaidMap:
    """Return a map in a frame with its key below, or what the key says to be told elsewhere."""
    marks = placed_marks(sites.placed, frame, measure)
    beyond_edge = len(sites.placed) - sum(len(mark.sites) for mark in marks)
    border = min(_WIDEST_BORDER, _BORDER * measure.em)
    sea = Box(0, 0, frame.width, frame.height, ink=None, fill=Ink.PANEL)
    shapes = [sea, *land_shapes(frame, border, sharpness), *mark_shapes(marks, measure)]
    height = frame.height
    if has_key:
        top = frame.height + _ABOVE_KEY * measure.em
        legend = laid_legend(sites, beyond_edge, top, frame.width, measure)
        shapes += legend.shapes
        height = top + legend.height
    spots = tuple(mark.spot for mark in marks)
    picture = Picture(frame.width, height, tuple(shapes), spots)
    return LaidMap(frame, marks, picture, key_words(sites, beyond_edge))
