"""A site and its people in words."""

from collections.abc import Sequence

from desktop_app.analysis.site_map.places import is_on_globe
from desktop_app.languages import _
from desktop_app.presentation.section import Field
from desktop_app.presentation.status import StatusRole, status_look, status_role
from desktop_app.presentation.wording import in_words, role_label
from desktop_app.punctuation import as_recorded, labelled
from desktop_app.study.contacts_locations import Contact, Location


def open_first(locations: Sequence[Location]) -> tuple[Location, ...]:
    """Return the locations with the open ones first, otherwise in the record's order."""
    return tuple(sorted(locations, key=lambda location: not is_open(location)))


def is_open(location: Location) -> bool:
    """Tell whether a location takes participants, as far as its record says."""
    return status_role(location.status) is StatusRole.OPEN


def contact_field(contact: Contact) -> Field:
    """Return a person under the role, with every way to reach them."""
    return Field(
        role_label(contact.role, _("Contact")),
        "\n".join(part for part in (contact.name, contact_ways(contact)) if part),
    )


def contact_ways(contact: Contact) -> str:
    """Return telephone and electronic mail in one line."""
    phone = contact.phone or ""
    if contact.phone_ext:
        # Translators: A telephone number with its extension.
        phone = _("{phone} ext. {extension}").format(phone=phone, extension=contact.phone_ext)
        phone = phone.strip()
    return " · ".join(part for part in (phone, contact.email or "") if part)


def city_words(location: Location) -> str:
    """Return the city with its state, or that neither is stated."""
    return as_recorded((location.city or "", location.state or "")) or _("City not stated")


def site_field(location: Location, label: str) -> Field:
    """Return a location with its people; postcode and status stand behind the facility's name.

    The registry's postcodes are those of facilities: one city has many.
    """
    lines = [location.facility or _("Facility not named")]
    lines += [site_person(contact) for contact in location.contacts]
    parts = (location.zip, status_words(location), coordinates_note(location))
    return Field(label, "\n".join(lines), note=" · ".join(part for part in parts if part))


def coordinates_note(location: Location) -> str:
    """Return what is odd about the coordinates of a location; empty where nothing is."""
    point = location.geo_point
    if point is None or point.lat is None or point.lon is None or is_on_globe(point.lat, point.lon):
        return ""
    place = f"{point.lat:g}, {point.lon:g}"
    return labelled(_("coordinates off the globe"), place)


def status_words(location: Location) -> str:
    """Return shape and word of a location's status, empty where none is stated.

    A shape does not part from its word at the end of a line.
    """
    look = status_look(location.status)
    return f"{look.shape}\u00a0{look.word}" if location.status else ""


def site_person(contact: Contact) -> str:
    """Return a contact or an investigator of a location in one line."""
    role = in_words(contact.role)
    name = as_recorded((contact.name or "", role))
    return " · ".join(part for part in (name, contact_ways(contact)) if part)
