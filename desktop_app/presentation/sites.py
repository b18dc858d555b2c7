"""The Sites tab: countries with their counts, then every location, open ones first."""

from collections import Counter
from collections.abc import Sequence

from desktop_app.analysis.folding import fold
from desktop_app.presentation.fields import existing, says, without_repeated_labels
from desktop_app.presentation.section import Field, FieldList, Paragraph, Section, Table
from desktop_app.presentation.status import StatusRole, status_look
from desktop_app.presentation.wording import NOT_STATED, count_of, grouped, in_words, role_label
from desktop_app.study.contacts_locations import Contact, Location
from desktop_app.study.study import Study


def sites_badge(study: Study) -> str:
    """Return the number of locations, empty where there are none."""
    count = len(study.protocol_section.contacts_locations_module.locations)
    return grouped(count) if count else ""


def sites_sections(study: Study) -> tuple[Section, ...]:
    """Return the Sites tab of a study."""
    return filtered_sites_sections(study, "")


def filtered_sites_sections(study: Study, words: str) -> tuple[Section, ...]:
    """Return the Sites tab with those locations only that hold every one of the words."""
    module = study.protocol_section.contacts_locations_module
    locations = matching_locations(module.locations, words)
    return existing(
        _contacts_section(module.central_contacts),
        _countries_section(module.locations),
        _removed_countries_section(study),
        *_location_sections(module.locations, locations),
    )


def matching_locations(locations: Sequence[Location], words: str) -> tuple[Location, ...]:
    """Return the locations in which each word occurs; accents and case do not matter."""
    wanted = fold(words).split()
    return tuple(
        location
        for location in locations
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


def open_first(locations: Sequence[Location]) -> tuple[Location, ...]:
    """Return the locations with the open ones first, otherwise in the record's order."""
    return tuple(sorted(locations, key=lambda location: not is_open(location)))


def is_open(location: Location) -> bool:
    """Tell whether a location takes participants, as far as its record says."""
    return status_look(location.status).role is StatusRole.OPEN


def _contacts_section(contacts: Sequence[Contact]) -> Section | None:
    if not contacts:
        return says("Whom to Ask", "This record states no central contact.")
    return Section(
        "Whom to Ask", (FieldList(without_repeated_labels(map(contact_field, contacts))),)
    )


def contact_field(contact: Contact) -> Field:
    """Return a person under the role, with every way to reach them."""
    return Field(
        role_label(contact.role, "Contact"),
        "\n".join(part for part in (contact.name, contact_ways(contact)) if part),
    )


def contact_ways(contact: Contact) -> str:
    """Return telephone and electronic mail in one line."""
    phone = contact.phone or ""
    if contact.phone_ext:
        phone = f"{phone} ext. {contact.phone_ext}".strip()
    return " · ".join(part for part in (phone, contact.email or "") if part)


def _countries_section(locations: Sequence[Location]) -> Section | None:
    if len(locations) < 2:
        return None
    counts = Counter(location.country or NOT_STATED for location in locations)
    open_counts = Counter(one.country or NOT_STATED for one in locations if is_open(one))
    rows = tuple(
        (country, grouped(count), grouped(open_counts[country]) if open_counts else "")
        for country, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    columns = ("Country", "Sites", "Open Sites") if open_counts else ("Country", "Sites")
    return Section(
        "Countries",
        (Table(columns, tuple(row[: len(columns)] for row in rows)),),
        note=grouped(len(counts)),
        is_aside=True,
    )


def _removed_countries_section(study: Study) -> Section | None:
    removed = study.derived_section.misc_info_module.removed_countries
    if not removed:
        return None
    return Section("Removed Countries", (Paragraph("\n".join(removed)),), is_aside=True)


def _location_sections(every: Sequence[Location], shown: Sequence[Location]) -> tuple[Section, ...]:
    if not every:
        return (says("Sites", "This record states no locations."),)
    if not shown:
        return (says("Sites", f"None of the {count_of(len(every), 'site')} matches these words."),)
    open_sites = tuple(one for one in shown if is_open(one))
    others = tuple(one for one in shown if not is_open(one))
    note = _shown_note(len(shown), len(every))
    sections = []
    if open_sites:
        sections.append(_group("Open Sites", open_sites, note))
    if others:
        title = "Other Sites" if open_sites else "Sites"
        sections.append(_group(title, others, "" if open_sites else note))
    return tuple(sections)


def _shown_note(shown: int, every: int) -> str:
    if shown == every:
        return grouped(every)
    return f"{grouped(shown)} of {count_of(every, 'site')} shown"


def _group(title: str, locations: Sequence[Location], note: str) -> Section:
    by_country: dict[str, list[Location]] = {}
    for location in locations:
        by_country.setdefault(location.country or "Country not stated", []).append(location)
    parts = tuple(
        Section(
            country,
            (FieldList(_city_fields(by_country[country])),),
            note=grouped(len(by_country[country])),
        )
        for country in sorted(by_country)
    )
    return Section(title, parts, note=note)


def _city_fields(locations: Sequence[Location]) -> tuple[Field, ...]:
    ordered = sorted(
        locations, key=lambda one: (one.city or "", one.state or "", one.facility or "")
    )
    fields = []
    shown_city = None
    for location in ordered:
        city = _city(location)
        fields.append(site_field(location, "" if city == shown_city else city))
        shown_city = city
    return tuple(fields)


def _city(location: Location) -> str:
    return ", ".join(part for part in (location.city, location.state) if part) or "City not stated"


def site_field(location: Location, label: str) -> Field:
    """Return a location with its people; postcode and status stand behind the facility's name.

    The registry's postcodes are those of facilities: one city has many.
    """
    lines = [location.facility or "Facility not named"]
    lines += [site_person(contact) for contact in location.contacts]
    look = status_look(location.status)
    # A shape does not part from its word at the end of a line.
    status = f"{look.shape}\u00a0{look.word}" if location.status else ""
    note = " · ".join(part for part in (location.zip, status) if part)
    return Field(label, "\n".join(lines), note=note)


def site_person(contact: Contact) -> str:
    """Return a contact or an investigator of a location in one line."""
    role = in_words(contact.role)
    name = ", ".join(part for part in (contact.name, role) if part)
    return " · ".join(part for part in (name, contact_ways(contact)) if part)
