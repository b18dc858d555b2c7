"""The Sites tab for paper: hundreds of locations in one table, whose head is on every page."""

from collections.abc import Sequence
from itertools import groupby

from desktop_app.languages import N_, _
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.section import Section, Table
from desktop_app.presentation.site_list import (
    ListedSite,
    in_list_order,
    list_sections,
    matching_sites,
)
from desktop_app.presentation.site_words import (
    city_words,
    coordinates_note,
    is_open,
    site_person,
    status_words,
)
from desktop_app.presentation.sites import sites_sections
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import with_note
from desktop_app.study.study import Study

_COLUMNS = (
    N_("Country"),
    N_("City"),
    N_("Facility"),
    N_("Status"),
    N_("Contacts and Investigators"),
)
_ALWAYS = 3
"""So many columns are there even where no site has anything in them."""


def sites_with_table(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the sections of the Sites tab, its list of locations as tables."""
    locations = study.protocol_section.contacts_locations_module.locations
    sections = sites_sections(study, context)
    if not locations:
        return sections
    sites = matching_sites(locations, "")
    lists = len(list_sections(locations, sites))
    return (*sections[: len(sections) - lists], *site_tables(sites))


def site_tables(sites: Sequence[ListedSite]) -> tuple[Section, ...]:
    """Return locations as tables, open ones in one of their own, in the order of the list."""
    groups = [
        (are_open, tuple(members))
        for are_open, members in groupby(
            in_list_order(sites), key=lambda site: is_open(site.location)
        )
    ]
    titles = {True: _("Open Sites"), False: _("Other Sites") if groups[1:] else _("Sites")}
    return tuple(_table(titles[are_open], members) for are_open, members in groups)


def _table(title: str, sites: Sequence[ListedSite]) -> Section:
    rows = [_row(site) for site in sites]
    kept = [
        column
        for column in range(len(_COLUMNS))
        if column < _ALWAYS or any(row[column] for row in rows)
    ]
    table = Table(
        tuple(_(_COLUMNS[column]) for column in kept),
        tuple(tuple(row[column] for column in kept) for row in rows),
        name=title,
    )
    return Section(title, (table,), note=grouped(len(rows)))


def _row(site: ListedSite) -> tuple[str, ...]:
    one = site.location
    beside = [part for part in (one.zip, coordinates_note(one)) if part]
    facility = one.facility or _("Facility not named")
    return (
        site.country,
        city_words(one),
        with_note(facility, " · ".join(beside)),
        status_words(one),
        "\n".join(map(site_person, one.contacts)),
    )
