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
    date_unknown: bool | None = Field(default=None, title="Date unknown")


class UnpostedAnnotation(RecordModel):
    """Results that were submitted and are not posted."""

    unposted_responsible_party: str | None = Field(default=None, title="Unposted responsible party")
    unposted_events: tuple[UnpostedEvent, ...] = Field(default=(), title="Unposted events")


class ViolationEvent(RecordModel):
    """A step in a violation procedure of the U.S. FDA."""

    type: Coded[ViolationEventType] | None = Field(default=None, title="Type")
    description: MarkupText | None = Field(default=None, title="Description")
    creation_date: PartialDate | None = Field(default=None, title="Creation date")
    issued_date: PartialDate | None = Field(default=None, title="Issued date")
    release_date: PartialDate | None = Field(default=None, title="Release date")
    posted_date: PartialDate | None = Field(default=None, title="Posted date")


class ViolationAnnotation(RecordModel):
    """Violations of the duty to report."""

    violation_events: tuple[ViolationEvent, ...] = Field(default=(), title="Violation events")


class AnnotationModule(RecordModel):
    """Remarks that the registry adds."""

    unposted_annotation: UnpostedAnnotation = Field(
        default_factory=empty(UnpostedAnnotation), title="Unposted annotation"
    )
    violation_annotation: ViolationAnnotation = Field(
        default_factory=empty(ViolationAnnotation), title="Violation annotation"
    )


class AnnotationSection(RecordModel):
    """What the registry remarks about the record."""

    annotation_module: AnnotationModule = Field(
        default_factory=empty(AnnotationModule), title="Annotation"
    )
