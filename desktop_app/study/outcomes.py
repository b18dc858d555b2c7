"""Outcome measures as planned: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel
from desktop_app.study.markup import MarkupText


class Outcome(RecordModel):
    """An outcome as it was planned."""

    measure: str | None = Field(default=None, title="Outcome Measure")
    description: MarkupText | None = Field(default=None, title="Description")
    time_frame: str | None = Field(default=None, title="Time Frame")


class OutcomesModule(RecordModel):
    """Primary, secondary and other outcomes as planned."""

    primary_outcomes: tuple[Outcome, ...] = Field(default=(), title="Primary Outcomes")
    secondary_outcomes: tuple[Outcome, ...] = Field(default=(), title="Secondary Outcomes")
    other_outcomes: tuple[Outcome, ...] = Field(default=(), title="Other Outcomes")
