"""Sponsors, responsible party, officials and contacts on a registry page."""

import re
from collections.abc import Sequence
from typing import Any

from desktop_app.languages import N_
from desktop_app.readers.registry_page.interventions import last_filled
from desktop_app.readers.registry_page.marks import Mark, MarkNames, Token, read_tokens, segments
from desktop_app.readers.registry_page.notes import PageNotes, quote
from desktop_app.readers.registry_page.outline import PageSection
from desktop_app.readers.registry_page.text import filled
from desktop_app.readers.registry_page.values import find_code, put, read_code, stated
from desktop_app.study.codes import Code
from desktop_app.study.enumerations import (
    AgencyClass,
    ContactRole,
    OfficialRole,
    ResponsiblePartyType,
)

_SPONSORS = "protocolSection.sponsorCollaboratorsModule"
_PARTY = f"{_SPONSORS}.responsibleParty"
_CONTACTS = "protocolSection.contactsLocationsModule"


class SponsorRole(Code):
    """What an organization is for the study, as the page says it."""

    LEAD = ("lead", "Lead sponsor")
    COLLABORATOR = ("collaborator", "Collaborator")


_ROLE_MARKS: MarkNames = {"Sponsor Role": SponsorRole}
_PARTY_MARKS: MarkNames = {
    "Responsibility Role": ResponsiblePartyType,
    "Investigator Title": None,
    "Investigator Affiliation": None,
    "Title": None,
    "Affiliation": None,
}
_OFFICIAL_MARKS: MarkNames = {"Role": OfficialRole, "Affiliation": None}
CONTACT_MARKS: MarkNames = {
    "Role": ContactRole,
    "Phone Ext": None,
    "Phone": None,
    "Ext": None,
    "Email": None,
}
_CONTACT_ELEMENTS = {
    "Role": "role",
    "Phone": "phone",
    "Phone Ext": "phoneExt",
    "Ext": "phoneExt",
    "Email": "email",
}
_EMAIL = re.compile(r"[^\s@]{1,100}@[^\s@]{1,200}\Z")
_PHONE = re.compile(r"\+?[\d() ./-]{6,40}\Z")


def read_sponsors(
    default: SponsorRole, section: PageSection, record: dict[str, Any], notes: PageNotes
) -> None:
    """Read the lead sponsor and the collaborators, each with its class and then its role."""
    found = list(segments(read_tokens(section.lines, _ROLE_MARKS)))
    for segment in found:
        if segment.mark:
            role = find_code(SponsorRole, segment.mark.value) or segment.mark.value or default
            _add_sponsor(filled(segment.lines), role, section.heading, record, notes)
    rest = filled(found[-1].lines)
    if len(found) > 1:
        notes.set_apart(section.heading, rest)
        return
    if rest:
        what = N_("No sponsor roles are stated; the first sponsor leads this section.")
        notes.note(_SPONSORS, what)
    for place in range(0, len(rest), 2):
        role = default if place == 0 else SponsorRole.COLLABORATOR
        _add_sponsor(rest[place : place + 2], role, section.heading, record, notes)


def read_responsible_party(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read who answers for the record; an investigator comes with title and affiliation.

    The lines are name, title, affiliation in this order; a lone line after the name is the
    affiliation where the page names that organization as the sponsor.
    """
    lines: list[str] = []
    for token in read_tokens(section.lines, _PARTY_MARKS):
        if isinstance(token, str):
            lines += filled([token])
        elif token.name == "Responsibility Role":
            path = f"{_PARTY}.type"
            put(record, path, read_code(ResponsiblePartyType, token.value, path, notes))
        else:
            name = token.name.removeprefix("Investigator ")
            put(record, f"{_PARTY}.investigator{name}", stated(token.value))
    sponsor = (
        record.get("protocolSection", {})
        .get("sponsorCollaboratorsModule", {})
        .get("leadSponsor", {})
    )
    names = ["FullName", "Title", "Affiliation"]
    if len(lines) == 2 and lines[1] == sponsor.get("name"):
        names.remove("Title")
    if len(lines) >= 3 and lines[1] == sponsor.get("name"):
        lines[1], lines[2] = lines[2], lines[1]
    for name, line in zip(names, lines, strict=False):
        put(record, f"{_PARTY}.investigator{name}", stated(line))
    notes.set_apart(section.heading, lines[len(names) :])


def read_officials(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read the overall officials: the name before the role, the affiliation after it."""
    officials: list[dict[str, str]] = []
    for segment in segments(read_tokens(section.lines, _OFFICIAL_MARKS), ("Role",)):
        before, name = last_filled(segment.lines) if segment.mark else (segment.lines, "")
        rest = [line.removeprefix("Affiliation: ") for line in filled(before)]
        if officials and rest:
            put(officials[-1], "affiliation", stated(rest.pop(0)))
        notes.set_apart(section.heading, rest)
        if segment.mark:
            officials.append({"name": name})
            path = f"{_CONTACTS}.overallOfficials[{len(officials) - 1}].role"
            put(officials[-1], "role", read_code(OfficialRole, segment.mark.value, path, notes))
    put(record, f"{_CONTACTS}.overallOfficials", officials)


def read_central_contacts(section: PageSection, record: dict[str, Any], notes: PageNotes) -> None:
    """Read whom to ask about the whole study."""
    path = f"{_CONTACTS}.centralContacts"
    put(record, path, read_contacts(read_tokens(section.lines, CONTACT_MARKS), path, notes))


def read_contacts(tokens: Sequence[Token], path: str, notes: PageNotes) -> list[dict[str, str]]:
    """Return contacts: each begins with a name; role, telephone and address follow in any order."""
    contacts: list[dict[str, str]] = []
    for token in tokens:
        element, value = _contact_element(token)
        if element == "name" or (element and (not contacts or element in contacts[-1])):
            contacts.append({})
        if element == "role":
            value = read_code(ContactRole, value, f"{path}[{len(contacts) - 1}].role", notes) or ""
        if element and value:
            contacts[-1][element] = value
    return [contact for contact in contacts if contact]


def is_contact_line(token: Token) -> bool:
    """Tell whether a line can only be a part of a contact."""
    return _contact_element(token)[0] not in ("", "name")


def _contact_element(token: Token) -> tuple[str, str]:
    if isinstance(token, Mark):
        return _CONTACT_ELEMENTS[token.name], stated(token.value) or ""
    text = token.strip()
    if not text:
        return "", ""
    if _EMAIL.match(text):
        return "email", text
    return ("phone" if _PHONE.match(text) else "name"), text


def _add_sponsor(
    lines: Sequence[str], role: str, heading: str, record: dict[str, Any], notes: PageNotes
) -> None:
    module = record.setdefault("protocolSection", {}).setdefault("sponsorCollaboratorsModule", {})
    collaborators = module.setdefault("collaborators", [])
    is_lead = role == SponsorRole.LEAD
    if is_lead and "leadSponsor" in module:
        notes.set_apart(heading, lines)
        return
    path = f"{_SPONSORS}." + ("leadSponsor" if is_lead else f"collaborators[{len(collaborators)}]")
    if role not in list(SponsorRole):
        what = N_("{words} is not a known role of a sponsor.")
        notes.note(path, what, words=quote(role))
    name, *rest = lines or [""]
    sponsor = {"name": name}
    put(sponsor, "class", read_code(AgencyClass, rest[0], f"{path}.class", notes) if rest else None)
    if is_lead:
        module["leadSponsor"] = sponsor
    else:
        collaborators.append(sponsor)
    notes.set_apart(heading, rest[1:])
