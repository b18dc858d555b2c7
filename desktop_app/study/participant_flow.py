"""Participant flow (results): data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.markup import MarkupText
from desktop_app.study.measures import MeasureGroup


class FlowStats(RecordModel):
    """How many of one group reached a milestone or left."""

    group_id: str | None = Field(default=None, title="Group id")
    comment: MarkupText | None = Field(default=None, title="Comment")
    num_subjects: str | None = Field(default=None, title="Participants")
    num_units: str | None = Field(default=None, title="Units")


class FlowMilestone(RecordModel):
    """A stage of the study."""

    type: str | None = Field(default=None, title="Type")
    comment: MarkupText | None = Field(default=None, title="Comment")
    achievements: tuple[FlowStats, ...] = Field(default=(), title="Achievements")


class DropWithdraw(RecordModel):
    """A reason for leaving."""

    type: str | None = Field(default=None, title="Type")
    comment: MarkupText | None = Field(default=None, title="Comment")
    reasons: tuple[FlowStats, ...] = Field(default=(), title="Reasons")


class FlowPeriod(RecordModel):
    """A part of the study with its milestones."""

    title: str | None = Field(default=None, title="Title")
    milestones: tuple[FlowMilestone, ...] = Field(default=(), title="Milestones")
    drop_withdraws: tuple[DropWithdraw, ...] = Field(default=(), title="Not Completed")


class ParticipantFlowModule(RecordModel):
    """How participants passed through the study."""

    pre_assignment_details: MarkupText | None = Field(default=None, title="Pre-assignment Details")
    recruitment_details: MarkupText | None = Field(default=None, title="Recruitment Details")
    type_units_analyzed: str | None = Field(default=None, title="Type of Units Analyzed")
    groups: tuple[MeasureGroup, ...] = Field(default=(), title="Groups")
    periods: tuple[FlowPeriod, ...] = Field(default=(), title="Periods")
