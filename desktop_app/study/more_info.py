"""Limitations, agreements and point of contact of posted results."""

from pydantic import Field

from desktop_app.study.base import RecordModel, empty
from desktop_app.study.codes import Coded
from desktop_app.study.markup import MarkupText
from desktop_app.study.result_enumerations import AgreementRestrictionType


class LimitationsAndCaveats(RecordModel):
    """What limits the results, in the sponsor's words."""

    description: MarkupText | None = Field(default=None, title="Description")


class CertainAgreement(RecordModel):
    """What investigators may publish."""

    pi_sponsor_employee: bool | None = Field(
        default=None, title="Principal Investigator Employed by the Sponsor"
    )
    restriction_type: Coded[AgreementRestrictionType] | None = Field(
        default=None, title="Restriction Type"
    )
    restrictive_agreement: bool | None = Field(default=None, title="Restrictive Agreement")
    other_details: MarkupText | None = Field(default=None, title="Other Details")


class PointOfContact(RecordModel):
    """Whom to ask about the results."""

    title: str | None = Field(default=None, title="Title")
    organization: str | None = Field(default=None, title="Organization")
    email: str | None = Field(default=None, title="Email")
    phone: str | None = Field(default=None, title="Phone")
    phone_ext: str | None = Field(default=None, title="Extension")


class MoreInfoModule(RecordModel):
    """What stands beside the results."""

    limitations_and_caveats: LimitationsAndCaveats = Field(
        default_factory=empty(LimitationsAndCaveats), title="Limitations and Caveats"
    )
    certain_agreement: CertainAgreement = Field(
        default_factory=empty(CertainAgreement), title="Certain Agreements"
    )
    point_of_contact: PointOfContact = Field(
        default_factory=empty(PointOfContact), title="Results Point of Contact"
    )
