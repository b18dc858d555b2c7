"""Study status: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel, empty
from desktop_app.study.codes import Coded
from desktop_app.study.date_structs import DateStruct, PartialDateStruct
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import ExpandedAccessStatus, Status
from desktop_app.study.markup import MarkupText


class ExpandedAccessInfo(RecordModel):
    """Whether the product is available outside the study."""

    has_expanded_access: bool | None = Field(default=None, title="Expanded Access Available")
    nct_id: str | None = Field(default=None, title="Expanded Access Record")
    status_for_nct_id: Coded[ExpandedAccessStatus] | None = Field(
        default=None, title="Expanded Access Status"
    )


class StatusModule(RecordModel):
    """Where the study stands, and all dates of the study and of its record."""

    status_verified_date: PartialDate | None = Field(default=None, title="Record Verification Date")
    overall_status: Coded[Status] | None = Field(default=None, title="Overall Recruitment Status")
    last_known_status: Coded[Status] | None = Field(default=None, title="Last Known Status")
    delayed_posting: bool | None = Field(default=None, title="Delayed Posting")
    why_stopped: MarkupText | None = Field(default=None, title="Why Study Stopped")
    expanded_access_info: ExpandedAccessInfo = Field(
        default_factory=empty(ExpandedAccessInfo), title="Expanded Access"
    )
    start_date_struct: PartialDateStruct = Field(
        default_factory=empty(PartialDateStruct), title="Study Start Date"
    )
    primary_completion_date_struct: PartialDateStruct = Field(
        default_factory=empty(PartialDateStruct), title="Primary Completion Date"
    )
    completion_date_struct: PartialDateStruct = Field(
        default_factory=empty(PartialDateStruct), title="Study Completion Date"
    )
    study_first_submit_date: PartialDate | None = Field(default=None, title="First Submitted")
    study_first_submit_qc_date: PartialDate | None = Field(
        default=None, title="First Submitted That Met QC Criteria"
    )
    study_first_post_date_struct: DateStruct = Field(
        default_factory=empty(DateStruct), title="First Posted"
    )
    results_first_submit_date: PartialDate | None = Field(
        default=None, title="Results First Submitted"
    )
    results_first_submit_qc_date: PartialDate | None = Field(
        default=None, title="Results First Submitted That Met QC Criteria"
    )
    results_first_post_date_struct: DateStruct = Field(
        default_factory=empty(DateStruct), title="Results First Posted"
    )
    disp_first_submit_date: PartialDate | None = Field(
        default=None, title="Certification or Extension First Submitted"
    )
    disp_first_submit_qc_date: PartialDate | None = Field(
        default=None, title="Certification or Extension First Submitted That Met QC Criteria"
    )
    disp_first_post_date_struct: DateStruct = Field(
        default_factory=empty(DateStruct), title="Certification or Extension First Posted"
    )
    last_update_submit_date: PartialDate | None = Field(default=None, title="Last Update Submitted")
    last_update_post_date_struct: DateStruct = Field(
        default_factory=empty(DateStruct), title="Last Update Posted"
    )
