"""Identification: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel, empty
from desktop_app.study.codes import Coded
from desktop_app.study.enumerations import AgencyClass, OrgStudyIdType, SecondaryIdType


class OrgStudyIdInfo(RecordModel):
    """The identifier that the sponsor gave the study."""

    id: str | None = Field(default=None, title="Organization's Study ID")
    type: Coded[OrgStudyIdType] | None = Field(default=None, title="Organization's Study ID Type")
    link: str | None = Field(default=None, title="Organization's Study ID Link")


class SecondaryIdInfo(RecordModel):
    """Another identifier of the study: a grant, a registry number."""

    id: str | None = Field(default=None, title="Other Study ID")
    type: Coded[SecondaryIdType] | None = Field(default=None, title="Other Study ID Type")
    domain: str | None = Field(default=None, title="Other Study ID Issued By")
    link: str | None = Field(default=None, title="Other Study ID Link")


class Organization(RecordModel):
    """The organization that submitted the record."""

    full_name: str | None = Field(default=None, title="Organization")
    class_: Coded[AgencyClass] | None = Field(
        default=None, alias="class", title="Organization Class"
    )


class IdentificationModule(RecordModel):
    """What the study is called and numbered."""

    nct_id: str | None = Field(default=None, title="NCT Number")
    nct_id_aliases: tuple[str, ...] = Field(default=(), title="Former NCT Numbers")
    org_study_id_info: OrgStudyIdInfo = Field(
        default_factory=empty(OrgStudyIdInfo), title="Organization's Study ID"
    )
    secondary_id_infos: tuple[SecondaryIdInfo, ...] = Field(default=(), title="Other Study IDs")
    brief_title: str | None = Field(default=None, title="Brief Title")
    official_title: str | None = Field(default=None, title="Official Title")
    acronym: str | None = Field(default=None, title="Acronym")
    organization: Organization = Field(default_factory=empty(Organization), title="Organization")
