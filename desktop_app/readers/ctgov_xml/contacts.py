"""Reads people and places."""

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.values import Held, held
from desktop_app.readers.ctgov_xml.wordings import code_in
from desktop_app.study.enumerations import ContactRole, OfficialRole, RecruitmentStatus


def contacts_locations(study: Part) -> Held:
    """Read central contacts, officials and locations."""
    locations = tuple(_location(part) for part in study.parts("location"))
    _check_countries(study, locations)
    contacts = (study.part("overall_contact"), study.part("overall_contact_backup"))
    return held(
        central_contacts=tuple(_contact(part) for part in contacts if part),
        overall_officials=tuple(_official(part) for part in study.parts("overall_official")),
        locations=locations,
    )


def _contact(part: Part) -> Held:
    return held(
        name=whole_name(part),
        role=ContactRole.CONTACT,
        phone=part.text("phone"),
        phone_ext=part.text("phone_ext"),
        email=part.text("email"),
    )


def _official(part: Part) -> Held:
    return held(
        name=whole_name(part),
        affiliation=part.text("affiliation"),
        role=code_in(part, "role", OfficialRole),
    )


def _location(part: Part) -> Held:
    facility = part.part("facility")
    address = facility.part("address")
    contacts = (part.part("contact"), part.part("contact_backup"))
    investigators = tuple(
        held(name=whole_name(person), role=code_in(person, "role", ContactRole))
        for person in part.parts("investigator")
    )
    return held(
        facility=facility.text("name"),
        status=code_in(part, "status", RecruitmentStatus),
        city=address.text("city"),
        state=address.text("state"),
        zip=address.text("zip"),
        country=address.text("country"),
        contacts=tuple(_contact(contact) for contact in contacts if contact) + investigators,
    )


def whole_name(part: Part) -> str | None:
    """Return the whole name; before 2010 it came in pieces."""
    pieces = (part.text("first_name"), part.text("middle_name"), part.text("last_name"))
    name = " ".join(piece for piece in pieces if piece)
    degrees = part.text("degrees")
    return ", ".join(piece for piece in (name, degrees) if piece) or None


def _check_countries(study: Part, locations: tuple[Held, ...]) -> None:
    """Report countries that no location is in; the others only repeat the locations."""
    placed = {location.get("country") for location in locations}
    for country in study.listed("location_countries", "country"):
        if country.own_text not in placed:
            what = N_("no location of the record is in {country}")
            country.report(what, country=repr(country.own_text))
