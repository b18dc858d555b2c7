"""The map of a study's sites, in a picture and in words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from desktop_app.analysis.site_map.layout import site_map
from desktop_app.analysis.site_map.legend import missing_words
from desktop_app.analysis.site_map.places import (
    MapSite,
    MapSites,
    SiteKind,
    is_on_globe,
    kinds_counted,
)
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.fields import says
from desktop_app.presentation.section import Figure, Section
from desktop_app.presentation.site_list import ListedSite
from desktop_app.presentation.site_words import city_words, is_open, status_words
from desktop_app.presentation.wording import NOT_STATED, grouped, sites_and_open, sites_counted
from desktop_app.punctuation import listed
from desktop_app.study.contacts_locations import Location
from desktop_app.study.study import Study

FIGURE_ID = "site-map"
_TITLE = N_("Site Map")
_LONGEST_NAME = 240


def map_section(study: Study, *, is_drawn_beside: bool = False) -> Section | None:
    """Return the map, or why there is none where there are sites.

    Where it is drawn beside the sections they hold none.
    """
    sites = _sites_of(study)
    if sites.placed:
        return None if is_drawn_beside else Section("", (_figure(sites, study),))
    if not (sites.without_coordinates or sites.off_globe):
        return None
    why = _("There is no map: {reasons}.").format(reasons=listed(missing_words(sites)))
    return says(_(_TITLE), why)


def site_map_figure(study: Study) -> Figure | None:
    """Return the map of a study's sites; None where none of them has coordinates on the globe."""
    sites = _sites_of(study)
    return _figure(sites, study) if sites.placed else None


def _figure(sites: MapSites, study: Study) -> Figure:
    words = tuple(_words(sites, study.protocol_section.contacts_locations_module.locations))
    return Figure(FIGURE_ID, _(_TITLE), words, partial(site_map, sites))


def map_sites(sites: Iterable[ListedSite]) -> MapSites:
    """Return sites as a map has them."""
    placed, without, off_globe = [], 0, 0
    for site in sites:
        point = site.location.geo_point
        if point is None or point.lat is None or point.lon is None:
            without += 1
        elif is_on_globe(point.lat, point.lon):
            text, kind = site_text(site.location), _kind(site.location)
            placed.append(MapSite(site.number, point.lat, point.lon, kind, text))
        else:
            off_globe += 1
    return MapSites(tuple(placed), without, off_globe)


def site_text(location: Location) -> str:
    """Return a site in one line: facility, city, country, status.

    Names of extraordinary length end in an ellipsis; the list has them whole.
    """
    parts = (
        location.facility or _("Facility not named"),
        city_words(location),
        location.country,
        status_words(location) or _("status not stated"),
    )
    return listed(_short(part) for part in parts if part)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else text[:_LONGEST_NAME] + "…"


def _sites_of(study: Study) -> MapSites:
    locations = study.protocol_section.contacts_locations_module.locations
    return map_sites(ListedSite(number, one) for number, one in enumerate(locations))


def _kind(location: Location) -> SiteKind:
    if not location.status:
        return SiteKind.UNSTATED
    return SiteKind.OPEN if is_open(location) else SiteKind.OTHER


def _words(sites: MapSites, locations: Sequence[Location]) -> Iterable[str]:
    kinds = kinds_counted(sites.placed)
    told = listed(f"{grouped(count)} {kind.words}" for kind, count in kinds.items())
    on_it = ngettext(
        "{count} site on the map: {kinds}.",
        "{count} sites on the map: {kinds}.",
        len(sites.placed),
    )
    yield on_it.format(count=grouped(len(sites.placed)), kinds=told)
    on_map = [locations[site.number] for site in sites.placed]
    counts = Counter(one.country or _(NOT_STATED) for one in on_map)
    open_counts = Counter(one.country or _(NOT_STATED) for one in on_map if is_open(one))
    for country, count in counts.most_common():
        opened = open_counts[country]
        said = sites_and_open(count, opened) if open_counts else sites_counted(count)
        yield _("{label}: {value}.").format(label=country, value=said)
    missing = missing_words(sites)
    if missing:
        yield _("Not on the map: {reasons}.").format(reasons=listed(missing))
