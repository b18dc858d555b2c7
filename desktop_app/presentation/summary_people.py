"""Who leads, supports and answers for a study, for the Summary tab."""

from desktop_app.languages import _, pgettext
from desktop_app.presentation.fields import (
    element,
    existing,
    field_section,
    stated,
    without_repeated_labels,
)
from desktop_app.presentation.section import Field, Section
from desktop_app.presentation.wording import in_words, role_label
from desktop_app.study.base import label
from desktop_app.study.contacts_locations import Official
from desktop_app.study.identification import Organization
from desktop_app.study.sponsors import ResponsibleParty, Sponsor, SponsorCollaboratorsModule
from desktop_app.study.study import ProtocolSection


def people_sections(protocol: ProtocolSection) -> tuple[Section, ...]:
    """Return the section "Who"."""
    sponsors = protocol.sponsor_collaborators_module
    fields = [
        sponsor_field("lead_sponsor", sponsors.lead_sponsor),
        *(sponsor_field("collaborators", sponsor) for sponsor in sponsors.collaborators),
        responsible_party_field(sponsors.responsible_party),
        *(official_field(one) for one in protocol.contacts_locations_module.overall_officials),
    ]
    organization = protocol.identification_module.organization
    if organization.full_name and organization.full_name != sponsors.lead_sponsor.name:
        title = label(Organization, "full_name")
        fields.append(stated(title, organization.full_name, in_words(organization.class_)))
    # Translators: The title above sponsors, responsible party and officials.
    return existing(
        field_section(
            pgettext("section of a study", "Who"), without_repeated_labels(fields), is_aside=True
        )
    )


def sponsor_field(name: str, sponsor: Sponsor) -> Field:
    """Return a sponsor with its class."""
    return element(SponsorCollaboratorsModule, name, sponsor.name or "", in_words(sponsor.class_))


def responsible_party_field(party: ResponsibleParty) -> Field:
    """Return who answers for the record, in all words that the record has of it."""
    lines = (
        in_words(party.type),
        party.investigator_full_name,
        party.investigator_title,
        party.investigator_affiliation,
        party.old_name_title,
        party.old_organization,
    )
    return element(
        SponsorCollaboratorsModule, "responsible_party", "\n".join(line for line in lines if line)
    )


def official_field(official: Official) -> Field:
    """Return an official under the role."""
    lines = (official.name, official.affiliation)
    return stated(
        role_label(official.role, _("Overall Official")), "\n".join(line for line in lines if line)
    )
