"""Where a study takes place: open sites first, long lists by city or by country."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.header import site_count
from desktop_app.presentation.section import Block, Field, FieldList, Paragraph, Section
from desktop_app.presentation.site_list import (
    NO_COUNTRY,
    ListedSite,
    in_list_order,
    matching_sites,
)
from desktop_app.presentation.site_words import (
    city_words,
    is_open,
    site_person,
    status_words,
)
from desktop_app.presentation.wording import grouped
from desktop_app.punctuation import as_recorded, listed_long
from desktop_app.study.contacts_locations import Location
from desktop_app.study.study import ProtocolSection

MOST_SITES = 20
"""Sites that are listed with their people: about five pages in large print."""
MOST_CITIES = 150
"""Cities that are named where there are more sites: about five pages."""
_TITLE = N_("Where is it?")


def where_section(protocol: ProtocolSection) -> Section:
    """Return where the study takes place; a list that is too long says what it leaves out."""
    every = matching_sites(protocol.contacts_locations_module.locations, "")
    if not every:
        return Section(_(_TITLE), (Paragraph(_("Not stated. The record has no sites.")),))
    opened = tuple(one for one in every if is_open(one.location))
    shown = opened or every
    others = tuple(one for one in every if opened and not is_open(one.location))
    blocks = (Paragraph(_counted(protocol, len(opened))), *_listed(shown), *_others(others))
    return Section(_(_TITLE), blocks)


def has_people(protocol: ProtocolSection) -> bool:
    """Tell whether the section above names whom to ask at open sites."""
    opened = [one for one in protocol.contacts_locations_module.locations if is_open(one)]
    return len(opened) <= MOST_SITES and any(one.contacts for one in opened)


def _counted(protocol: ProtocolSection, open_count: int) -> str:
    sites = site_count(protocol)
    count = len(protocol.contacts_locations_module.locations)
    if not open_count and count == 1:
        words = _("{sites}. The record does not say that it is open.")
    elif not open_count:
        words = _("{sites}. The record does not say of any that it is open.")
    elif count == 1:
        words = _("{sites}. It is open, as the record says.")
    elif open_count == count:
        words = _("{sites}. All are open, as the record says.")
    else:
        words = ngettext(
            "{sites}. {count} open, as the record says.",
            "{sites}. {count} open, as the record says.",
            open_count,
        )
    return words.format(sites=sites, count=grouped(open_count))


def _listed(sites: tuple[ListedSite, ...]) -> Iterator[Block]:
    """Yield the sites with their people, or by city, or by country, as their number allows."""
    cities = {(one.country, city_words(one.location)) for one in sites}
    number = grouped(len(sites))
    if len(sites) <= MOST_SITES:
        yield from _with_people(sites)
    elif len(cities) <= MOST_CITIES:
        words = ngettext(
            "The cities of this {count} site. Their names are in the full record.",
            "The cities of these {count} sites. Their names are in the full record.",
            len(sites),
        )
        yield Paragraph(words.format(count=number))
        yield _cities(sites)
    else:
        words = ngettext(
            "The countries of these sites ({count}) in {cities} city."
            " Cities and names are in the full record.",
            "The countries of these {count} sites in {cities} cities."
            " Cities and names are in the full record.",
            len(cities),
        )
        yield Paragraph(words.format(count=number, cities=grouped(len(cities))))
        yield Paragraph(_countries(sites))


def _with_people(sites: tuple[ListedSite, ...]) -> Iterator[Section]:
    for country, inside in groupby(in_list_order(sites), key=lambda site: site.country):
        yield Section(country, (FieldList(tuple(_site(one.location) for one in inside)),))


def _site(location: Location) -> Field:
    """Return a location below its city: name, status and people each on a line of their own."""
    named = as_recorded((location.facility or "", location.zip or ""))
    people = (site_person(contact) for contact in location.contacts)
    lines = (named or _("Facility not named"), status_words(location), *people)
    return Field(city_words(location), "\n".join(line for line in lines if line))


def _cities(sites: tuple[ListedSite, ...]) -> FieldList:
    ordered = sorted(sites, key=lambda one: (one.country, city_words(one.location)))
    fields = []
    for country, inside in groupby(ordered, key=lambda one: one.country):
        counts = Counter(city_words(one.location) for one in inside)
        fields.append(Field(country, _with_counts(counts.items())))
    return FieldList(tuple(fields))


def _countries(sites: Iterable[ListedSite]) -> str:
    counts = Counter(one.country for one in sites)
    return _with_counts(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _with_counts(counts: Iterable[tuple[str, int]]) -> str:
    """Return names with how many sites there are, where there is more than one."""
    # A number does not part from its name at the end of a line.
    parts = (f"{name}\u00a0({grouped(count)})" if count > 1 else name for name, count in counts)
    return listed_long(parts)


def _others(sites: tuple[ListedSite, ...]) -> Iterator[Paragraph]:
    if not sites:
        return
    count = grouped(len(sites))
    if all(one.country == _(NO_COUNTRY) for one in sites):
        words = ngettext(
            "{count} more site is not open, or not said to be, and only in the full record.",
            "{count} more sites are not open, or not said to be, and only in the full record.",
            len(sites),
        )
        yield Paragraph(words.format(count=count))
        return
    words = ngettext(
        "{count} more site is not open, or not said to be, and only in the full record:"
        " {countries}.",
        "{count} more sites are not open, or not said to be, and only in the full record:"
        " {countries}.",
        len(sites),
    )
    yield Paragraph(words.format(count=count, countries=_countries(sites)))
