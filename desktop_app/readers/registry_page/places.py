"""Locations and countries on a registry page."""

from collections.abc import Sequence
from typing import Any

from desktop_app.languages import N_
from desktop_app.readers.registry_page.marks import Mark, MarkNames, Token, read_tokens
from desktop_app.readers.registry_page.notes import PageNotes, quote
from desktop_app.readers.registry_page.outline import PageSection
from desktop_app.readers.registry_page.people import CONTACT_MARKS, is_contact_line, read_contacts
from desktop_app.readers.registry_page.text import list_items
from desktop_app.readers.registry_page.values import put, read_code
from desktop_app.study.enumerations import RecruitmentStatus

_LOCATIONS = "protocolSection.contactsLocationsModule.locations"
_COUNTRIES = "sourcePageSection.countries"
_MOST_PARTS = 12
_SITE_STATUS = "Site Status"
_MARKS: MarkNames = {_SITE_STATUS: RecruitmentStatus, **CONTACT_MARKS}


def read_locations(
    section: PageSection | None,
    countries: PageSection | None,
    record: dict[str, Any],
    notes: PageNotes,
) -> None:
    """Read the locations; the countries' list tells where a country's name begins.

    Countries that no location names, and only they, are kept by themselves: the record has
    countries only with their locations.
    """
    listed = list_items(countries.lines) if countries else []
    locations = _read_entries(section, frozenset(listed), notes) if section else []
    put(record, _LOCATIONS, locations)
    named = {location.get("country") for location in locations}
    others = [country for country in listed if country not in named]
    put(record, _COUNTRIES, others)
    if others and locations:
        what = N_("No location is in {countries}.")
        notes.note(_COUNTRIES, what, countries=quote(", ".join(others[:9])))


def read_place(line: str, countries: frozenset[str]) -> dict[str, str]:
    """Return city, state, postal code and country of ``Zhengzhou, Henan, China``."""
    parts = [part.strip() for part in line.split(",", _MOST_PARTS)]
    for begin in range(len(parts)):
        country = ", ".join(parts[begin:])
        if country in countries:
            return _place([part for part in parts[:begin] if part], country)
    parts = [part for part in parts if part]
    return _place(parts[:-1], parts[-1]) if len(parts) > 1 else _place(parts, "")


def _place(parts: Sequence[str], country: str) -> dict[str, str]:
    city, *middle = parts or [""]
    code = middle.pop() if middle and any(character.isdigit() for character in middle[-1]) else ""
    elements = {"city": city, "state": ", ".join(middle), "zip": code, "country": country}
    return {name: value for name, value in elements.items() if value}


def _read_entries(
    section: PageSection, countries: frozenset[str], notes: PageNotes
) -> list[dict[str, Any]]:
    locations: list[dict[str, Any]] = []
    tokens: list[Token] = []
    for token in read_tokens(section.lines, _MARKS):
        if isinstance(token, Mark) and token.name == _SITE_STATUS:
            contacts, facility, place = _split_entry(tokens)
            _add_contacts(contacts, section, locations, notes)
            status = f"{_LOCATIONS}[{len(locations)}].status"
            location = {
                "facility": facility,
                "status": read_code(RecruitmentStatus, token.value, status, notes),
                **read_place(place, countries),
            }
            locations.append({name: value for name, value in location.items() if value})
            tokens = []
        elif token:
            tokens.append(token)
    _add_contacts(tokens, section, locations, notes)
    return locations


def _split_entry(tokens: Sequence[Token]) -> tuple[Sequence[Token], str, str]:
    """Part the contacts of the site before from the facility and place of this one."""
    rest = list(tokens)
    place = rest.pop() if rest and isinstance(rest[-1], str) else ""
    facility = rest.pop() if rest and not is_contact_line(rest[-1]) else ""
    return rest, str(facility).strip(), str(place).strip()


def _add_contacts(
    tokens: Sequence[Token],
    section: PageSection,
    locations: Sequence[dict[str, Any]],
    notes: PageNotes,
) -> None:
    if tokens and locations:
        path = f"{_LOCATIONS}[{len(locations) - 1}].contacts"
        locations[-1]["contacts"] = read_contacts(tokens, path, notes)
    elif tokens:
        lines = [t if isinstance(t, str) else f"{t.name}: {t.value}" for t in tokens]
        notes.set_apart(section.heading, lines)


def read_facility_contacts(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read contacts of sites; the page does not say of which, so only a lone site gets them."""
    module = record.get("protocolSection", {}).get("contactsLocationsModule", {})
    locations = module.get("locations", [])
    if len(locations) == 1:
        path = f"{_LOCATIONS}[0].contacts"
        contacts = read_contacts(read_tokens(section.lines, CONTACT_MARKS), path, notes)
        put(locations[0], "contacts", [*locations[0].get("contacts", []), *contacts])
    else:
        notes.set_apart(section.heading, section.lines)
