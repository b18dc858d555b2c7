"""What the registry remarks about results: what was submitted and returned, and violations."""

from collections.abc import Iterator

from desktop_app.languages import N_, _
from desktop_app.presentation.fields import date_element, element, present
from desktop_app.presentation.results.texts import ABSENT, fields_of, text_field
from desktop_app.presentation.section import Block, FieldList, Paragraph, Section, Table
from desktop_app.presentation.wording import NOT_STATED, date_words, in_words
from desktop_app.punctuation import listed
from desktop_app.study.annotation import (
    AnnotationModule,
    UnpostedAnnotation,
    UnpostedEvent,
    ViolationAnnotation,
    ViolationEvent,
)
from desktop_app.study.base import label
from desktop_app.study.derived import (
    FirstMcpInfo,
    MiscInfoModule,
    SubmissionInfo,
    SubmissionTracking,
)
from desktop_app.study.study import Study

_UNKNOWN_DATE = N_("Date unknown")
_RELEASES = N_(
    "Results are released to the registry, unreleased when they are taken back, and reset when the"
    " registry's review returns them."
)


def remark_sections(study: Study) -> Iterator[Section]:
    """Yield what the registry remarks, part by part, where there is anything."""
    annotation = study.annotation_section.annotation_module
    yield from _unposted(annotation.unposted_annotation)
    yield from _violations(annotation.violation_annotation)
    yield from _submissions(study.derived_section.misc_info_module.submission_tracking)


def _unposted(annotation: UnpostedAnnotation) -> Iterator[Section]:
    party = text_field(
        UnpostedAnnotation, "unposted_responsible_party", annotation.unposted_responsible_party
    )
    rows = tuple((in_words(one.type) or ABSENT, _date(one)) for one in annotation.unposted_events)
    columns = (label(UnpostedEvent, "type"), label(UnpostedEvent, "date"))
    title = label(UnpostedAnnotation, "unposted_events")
    blocks: tuple[Block, ...] = (FieldList((party,)),) if party else ()
    blocks += _listed(title, columns, rows)
    if blocks:
        yield Section(label(AnnotationModule, "unposted_annotation"), blocks)


def _listed(
    name: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[Block, ...]:
    if not rows:
        return ()
    return (Paragraph(_(_RELEASES), is_quiet=True), Table(columns, rows, name))


def _date(event: UnpostedEvent) -> str:
    unknown = _(_UNKNOWN_DATE) if event.date_unknown else ""
    return listed((str(event.date or ""), unknown)) or _(NOT_STATED)


def _violations(annotation: ViolationAnnotation) -> Iterator[Section]:
    events = annotation.violation_events
    if events:
        parts = tuple(_violation(event) for event in events)
        yield Section(label(AnnotationModule, "violation_annotation"), parts, note=str(len(parts)))


def _violation(event: ViolationEvent) -> Section:
    names = ("creation_date", "issued_date", "release_date", "posted_date")
    dates = (date_element(ViolationEvent, name, getattr(event, name)) for name in names)
    fields = (
        *fields_of(text_field(ViolationEvent, "description", event.description)),
        *present(dates),
    )
    blocks = (FieldList(fields or (element(ViolationEvent, "description", ""),)),)
    return Section(in_words(event.type) or _("Untitled event"), blocks)


def _submissions(tracking: SubmissionTracking) -> Iterator[Section]:
    estimated = tracking.estimated_results_first_submit_date
    posted = date_words(tracking.first_mcp_info.post_date_struct)
    shown = present(
        (
            date_element(SubmissionTracking, "estimated_results_first_submit_date", estimated),
            element(FirstMcpInfo, "post_date_struct", *posted),
        )
    )
    rows = tuple(_submission(one) for one in tracking.submission_infos)
    blocks: tuple[Block, ...] = (FieldList(shown),) if shown else ()
    blocks += _listed(label(SubmissionTracking, "submission_infos"), _submission_heads(), rows)
    if blocks:
        yield Section(label(MiscInfoModule, "submission_tracking"), blocks)


def _submission_heads() -> tuple[str, ...]:
    names = ("mcp_release_n", "release_date", "unrelease_date", "reset_date")
    return tuple(label(SubmissionInfo, name) for name in names)


def _submission(one: SubmissionInfo) -> tuple[str, ...]:
    number = ABSENT if one.mcp_release_n is None else str(one.mcp_release_n)
    unknown = _(_UNKNOWN_DATE) if one.unrelease_date_unknown else ABSENT
    return (
        number,
        str(one.release_date or ABSENT),
        str(one.unrelease_date or unknown),
        str(one.reset_date or ABSENT),
    )
