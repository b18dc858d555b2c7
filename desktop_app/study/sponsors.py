"""Sponsor and collaborators: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel, empty
from desktop_app.study.codes import Coded
from desktop_app.study.enumerations import AgencyClass, ResponsiblePartyType


class ResponsibleParty(RecordModel):
    """Who answers for the record."""

    type: Coded[ResponsiblePartyType] | None = Field(default=None, title="Responsible Party")
    investigator_full_name: str | None = Field(default=None, title="Investigator")
    investigator_title: str | None = Field(default=None, title="Investigator's Title")
    investigator_affiliation: str | None = Field(default=None, title="Investigator's Affiliation")
    old_name_title: str | None = Field(default=None, title="Name and Title")
    old_organization: str | None = Field(default=None, title="Organization")


class Sponsor(RecordModel):
    """A lead sponsor or a collaborator."""

    name: str | None = Field(default=None, title="Sponsor")
    class_: Coded[AgencyClass] | None = Field(default=None, alias="class", title="Sponsor Class")


class SponsorCollaboratorsModule(RecordModel):
    """Who leads and supports the study."""

    responsible_party: ResponsibleParty = Field(
        default_factory=empty(ResponsibleParty), title="Responsible Party"
    )
    lead_sponsor: Sponsor = Field(default_factory=empty(Sponsor), title="Lead Sponsor")
    collaborators: tuple[Sponsor, ...] = Field(default=(), title="Collaborators")
