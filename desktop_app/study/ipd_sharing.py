"""Individual participant data sharing: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.enumerations import IpdSharing, IpdSharingInfoType
from desktop_app.study.markup import MarkupText


class IpdSharingStatementModule(RecordModel):
    """What of the participants' data will be shared, when and with whom."""

    ipd_sharing: Coded[IpdSharing] | None = Field(
        default=None, title="Plan to Share Individual Participant Data"
    )
    description: MarkupText | None = Field(default=None, title="IPD Sharing Plan")
    info_types: tuple[Coded[IpdSharingInfoType], ...] = Field(
        default=(), title="Supporting Information"
    )
    time_frame: MarkupText | None = Field(default=None, title="IPD Sharing Time Frame")
    access_criteria: MarkupText | None = Field(default=None, title="IPD Sharing Access Criteria")
    url: str | None = Field(default=None, title="IPD Sharing Address")
