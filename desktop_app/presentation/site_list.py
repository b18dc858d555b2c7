"""The list of sites: which ones, in which order, under which headings."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop_app.analysis.folding import fold
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.fields import says
from desktop_app.presentation.section import Field, FieldList, Section
from desktop_app.presentation.site_words import city_words, is_open, site_field
from desktop_app.presentation.wording import grouped, in_words
from desktop_app.study.contacts_locations import Location

NO_COUNTRY = N_("Country not stated")


@dataclass(frozen=True, slots=True)
class ListedSite:
    """A location with its place in the record, from 0."""

    number: int
    location: Location

    @property
    def country(self) -> str:
        """The heading under which it stands."""
        return self.location.country or self.location.country_code or _(NO_COUNTRY)


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site as it stands in the list."""

    site: ListedSite
    field: Field


def matching_sites(locations: Sequence[Location], words: str) -> tuple[ListedSite, ...]:
    """Return the locations in which each word occurs; accents and case do not matter."""
    wanted = fold(words).split()
    return tuple(
        ListedSite(number, location)
        for number, location in enumerate(locations)
        if not wanted or all(word in _searchable(location) for word in wanted)
    )


def _searchable(location: Location) -> str:
    parts = [
        location.facility,
        location.city,
        location.state,
        location.zip,
        location.country,
        in_words(location.status),
        *(contact.name for contact in location.contacts),
    ]
    return fold(" ".join(part for part in parts if part))


def in_list_order(sites: Sequence[ListedSite]) -> tuple[ListedSite, ...]:
    """Return the sites as they are listed: open ones first, by country, city and name."""
    return tuple(sorted(sites, key=_place_in_list))


def site_rows(sites: Sequence[ListedSite]) -> tuple[SiteRow, ...]:
    """Return the rows of the list; a city is named once."""
    ordered = in_list_order(sites)
    return tuple(
        SiteRow(site, site_field(site.location, _city_label(above, site)))
        for above, site in zip((None, *ordered), ordered, strict=False)
    )


def _place_in_list(site: ListedSite) -> tuple[bool, tuple[tuple[str, str], ...]]:
    one = site.location
    names = (site.country, one.city or "", one.state or "", one.facility or "")
    # Évry stands before Lyon; names that differ in accents alone are still told apart.
    return not is_open(one), tuple((fold(name), name) for name in names)


def _city_label(above: ListedSite | None, site: ListedSite) -> str:
    is_same = above is not None and _heading(above) == _heading(site)
    return "" if is_same else city_words(site.location)


def _heading(site: ListedSite) -> tuple[bool, str, str]:
    return is_open(site.location), site.country, city_words(site.location)


def list_sections(every: Sequence[Location], shown: Sequence[ListedSite]) -> tuple[Section, ...]:
    """Return the list with what it leaves out, or why there is none."""
    if not every:
        return (says(_("Sites"), _("This record states no locations.")),)
    if not shown:
        none = ngettext(
            "None of the {count} site matches these words.",
            "None of the {count} sites matches these words.",
            len(every),
        )
        return (says(_("Sites"), none.format(count=grouped(len(every)))),)
    rows = site_rows(shown)
    by_openness = groupby(rows, key=lambda row: is_open(row.site.location))
    groups = [list(group) for _is_open, group in by_openness]
    titles = (_("Open Sites"), _("Other Sites"))
    if not is_open(rows[0].site.location):
        titles = (_("Sites"), "")
    notes = [grouped(len(group)) for group in groups]
    if len(shown) < len(every):
        notes = [_shown_note(len(shown), len(every)), ""]
    return tuple(map(_group, titles, notes, groups))


def _shown_note(shown: int, every: int) -> str:
    words = ngettext("{shown} of {count} site shown", "{shown} of {count} sites shown", every)
    return words.format(shown=grouped(shown), count=grouped(every))


def _group(title: str, note: str, rows: Sequence[SiteRow]) -> Section:
    countries = groupby(rows, key=lambda row: row.site.country)
    return Section(title, tuple(_country(name, list(part)) for name, part in countries), note=note)


def _country(name: str, rows: Sequence[SiteRow]) -> Section:
    fields = FieldList(tuple(row.field for row in rows))
    return Section(name, (fields,), note=grouped(len(rows)))
