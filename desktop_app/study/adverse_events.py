"""Adverse events (results): data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.markup import MarkupText
from desktop_app.study.result_enumerations import EventAssessment


class EventGroup(RecordModel):
    """A column of the adverse event tables, with its totals."""

    id: str | None = Field(default=None, title="Id")
    title: str | None = Field(default=None, title="Title")
    description: MarkupText | None = Field(default=None, title="Description")
    deaths_num_affected: int | None = Field(default=None, title="Deaths, Participants Affected")
    deaths_num_at_risk: int | None = Field(default=None, title="Deaths, Participants at Risk")
    serious_num_affected: int | None = Field(
        default=None, title="Serious Events, Participants Affected"
    )
    serious_num_at_risk: int | None = Field(
        default=None, title="Serious Events, Participants at Risk"
    )
    other_num_affected: int | None = Field(
        default=None, title="Other Events, Participants Affected"
    )
    other_num_at_risk: int | None = Field(default=None, title="Other Events, Participants at Risk")


class EventStats(RecordModel):
    """One event in one group."""

    group_id: str | None = Field(default=None, title="Group id")
    num_events: int | None = Field(default=None, title="Events")
    num_affected: int | None = Field(default=None, title="Participants Affected")
    num_at_risk: int | None = Field(default=None, title="Participants at Risk")


class AdverseEvent(RecordModel):
    """One kind of event in all groups."""

    term: str | None = Field(default=None, title="Term")
    organ_system: str | None = Field(default=None, title="Organ System")
    source_vocabulary: str | None = Field(default=None, title="Source Vocabulary")
    assessment_type: Coded[EventAssessment] | None = Field(
        default=None, title="Collection Approach"
    )
    notes: MarkupText | None = Field(default=None, title="Notes")
    stats: tuple[EventStats, ...] = Field(default=(), title="Stats")


class AdverseEventsModule(RecordModel):
    """Deaths, serious and other adverse events."""

    frequency_threshold: str | None = Field(
        default=None, title="Frequency Threshold for Other Adverse Events (%)"
    )
    time_frame: str | None = Field(default=None, title="Time Frame")
    description: MarkupText | None = Field(default=None, title="Description")
    all_cause_mortality_comment: MarkupText | None = Field(
        default=None, title="All-cause Mortality Comment"
    )
    event_groups: tuple[EventGroup, ...] = Field(default=(), title="Groups")
    serious_events: tuple[AdverseEvent, ...] = Field(default=(), title="Serious Adverse Events")
    other_events: tuple[AdverseEvent, ...] = Field(default=(), title="Other Adverse Events")
