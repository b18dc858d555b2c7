"""Whom to ask, what the words mean, and what a handout has no place for."""

from collections.abc import Iterator

from desktop_app.presentation.brief.beyond import beyond
from desktop_app.presentation.fields import without_repeated_labels
from desktop_app.presentation.handout.places import has_people
from desktop_app.presentation.section import Block, Field, FieldList, Link, Paragraph, Section
from desktop_app.presentation.site_words import contact_field
from desktop_app.study.study import ProtocolSection, Study


def ask_section(protocol: ProtocolSection, address: str) -> Section:
    """Return central contacts, then where the others stand, then the record's own page."""
    contacts = protocol.contacts_locations_module.central_contacts
    blocks: list[Block] = []
    if contacts:
        blocks.append(FieldList(without_repeated_labels(map(contact_field, contacts))))
    else:
        blocks.append(Paragraph("The record states no contact for the study as a whole."))
    if has_people(protocol):
        blocks.append(Paragraph("Contacts of open sites stand with their sites above."))
    blocks.append(Paragraph("Ask the study team or your doctor."))
    if address:
        blocks.append(Link("The record in the registry", address))
    return Section("Whom can I ask?", tuple(blocks))


def words_section(words: tuple[Field, ...]) -> Section | None:
    """Return the terms that occur with what they mean."""
    return Section("What do these words mean?", (FieldList(words),)) if words else None


def rest_section(study: Study) -> Section | None:
    """Return what the record holds and the handout does not."""
    names = tuple(_rest(study))
    if not names:
        return None
    words = "; ".join(names)
    return Section("What is not on this sheet?", (Paragraph(f"The record also holds: {words}."),))


def _rest(study: Study) -> Iterator[str]:
    if study.protocol_section.identification_module.official_title:
        yield "official title"
    if any(one.description for one in study.protocol_section.outcomes_module.primary_outcomes):
        yield "descriptions of what is measured"
    yield from beyond(study)
