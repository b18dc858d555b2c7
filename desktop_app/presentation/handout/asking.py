"""Whom to ask, what the words mean, and what a handout has no place for."""

from collections.abc import Iterator

from desktop_app.languages import _, pgettext
from desktop_app.presentation.brief.beyond import beyond
from desktop_app.presentation.fields import without_repeated_labels
from desktop_app.presentation.handout.places import has_people
from desktop_app.presentation.section import Block, Field, FieldList, Link, Paragraph, Section
from desktop_app.presentation.site_words import contact_field
from desktop_app.punctuation import listed_long
from desktop_app.study.study import ProtocolSection, Study


def ask_section(protocol: ProtocolSection, address: str) -> Section:
    """Return central contacts, then where the others stand, then the record's own page."""
    contacts = protocol.contacts_locations_module.central_contacts
    blocks: list[Block] = []
    if contacts:
        blocks.append(FieldList(without_repeated_labels(map(contact_field, contacts))))
    else:
        blocks.append(Paragraph(_("The record states no contact for the study as a whole.")))
    if has_people(protocol):
        blocks.append(Paragraph(_("Contacts of open sites stand with their sites above.")))
    blocks.append(Paragraph(_("Ask the study team or your doctor.")))
    if address:
        blocks.append(Link(_("The record in the registry"), address))
    return Section(_("Whom can I ask?"), tuple(blocks))


def words_section(words: tuple[Field, ...]) -> Section | None:
    """Return the terms that occur with what they mean."""
    return Section(_("What do these words mean?"), (FieldList(words),)) if words else None


def rest_section(study: Study) -> Section | None:
    """Return what the record holds and the handout does not."""
    names = tuple(_rest(study))
    if not names:
        return None
    words = _("The record also holds: {names}.").format(names=listed_long(names))
    return Section(_("What is not on this sheet?"), (Paragraph(words),))


def _rest(study: Study) -> Iterator[str]:
    if study.protocol_section.identification_module.official_title:
        yield pgettext("within a sentence", "official title")
    if any(one.description for one in study.protocol_section.outcomes_module.primary_outcomes):
        yield _("descriptions of what is measured")
    yield from beyond(study)
