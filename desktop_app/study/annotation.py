"""Annotations by the registry: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.base import RecordModel, empty
from desktop_app.study.codes import Coded
from desktop_app.study.dates import PartialDate
from desktop_app.study.markup import MarkupText
from desktop_app.study.result_enumerations import UnpostedEventType, ViolationEventType


class UnpostedEvent(RecordModel):
    """A submission of results that was released or returned."""

    type: Coded[UnpostedEventType] | None = Field(default=None, title="Type")
    date: PartialDate | None = Field(default=None, title="Date")
    date_unknown: bool | None = Field(default=None, title="Date Unknown")


class UnpostedAnnotation(RecordModel):
    """Results that were submitted and are not posted."""

    unposted_responsible_party: str | None = Field(default=None, title="Responsible Party")
    unposted_events: tuple[UnpostedEvent, ...] = Field(default=(), title="Submission Events")


class ViolationEvent(RecordModel):
    """A step in a violation procedure of the U.S. FDA."""

    type: Coded[ViolationEventType] | None = Field(default=None, title="Type")
    description: MarkupText | None = Field(default=None, title="Description")
    creation_date: PartialDate | None = Field(default=None, title="Creation Date")
    issued_date: PartialDate | None = Field(default=None, title="Issued Date")
    release_date: PartialDate | None = Field(default=None, title="Release Date")
    posted_date: PartialDate | None = Field(default=None, title="Posted Date")


class ViolationAnnotation(RecordModel):
    """Violations of the duty to report."""

    violation_events: tuple[ViolationEvent, ...] = Field(default=(), title="Violation Events")


class AnnotationModule(RecordModel):
    """Remarks that the registry adds."""

    unposted_annotation: UnpostedAnnotation = Field(
        default_factory=empty(UnpostedAnnotation), title="Unposted Results"
    )
    violation_annotation: ViolationAnnotation = Field(
        default_factory=empty(ViolationAnnotation), title="Violations"
    )


class AnnotationSection(RecordModel):
    """What the registry remarks about the record."""

    annotation_module: AnnotationModule = Field(
        default_factory=empty(AnnotationModule), title="Annotation"
    )
