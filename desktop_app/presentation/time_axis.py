"""The dates of a study as a picture with its words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from desktop_app.analysis.time_axis import Kind, Mark, Stretch, TimeAxis, draw_time_axis
from desktop_app.analysis.time_axis.marks import contradictions, stretches
from desktop_app.conventions import date_text
from desktop_app.languages import _
from desktop_app.presentation.section import Figure
from desktop_app.presentation.wording import within
from desktop_app.punctuation import labelled, with_note
from desktop_app.study.base import label
from desktop_app.study.date_structs import DateStruct, PartialDateStruct
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import DateType
from desktop_app.study.status import StatusModule
from desktop_app.study.study import Study

_KINDS: dict[str, Kind] = {DateType.ACTUAL: Kind.ACTUAL, DateType.ESTIMATED: Kind.ESTIMATED}


def time_axis_figure(study: Study, today: date | None) -> Figure | None:
    """Return the dates of a study and of its record on an axis, or None where there are none."""
    axis = time_axis(study.protocol_section.status_module, today)
    return _figure(axis) if axis.study or axis.record else None


def course_figure(study: Study, today: date | None) -> Figure | None:
    """Return the dates of a study alone on an axis, or None where there are none."""
    axis = time_axis(study.protocol_section.status_module, today)
    return _figure(replace(axis, record=())) if axis.study else None


def _figure(axis: TimeAxis) -> Figure:
    words = tuple(_words(axis))
    return Figure("time-axis", _("Time axis"), words, partial(draw_time_axis, axis))


def time_axis(status: StatusModule, today: date | None) -> TimeAxis:
    """Return what stands on the axis."""
    start = _stated("start_date_struct", status.start_date_struct)
    primary = _stated("primary_completion_date_struct", status.primary_completion_date_struct)
    completion = _stated("completion_date_struct", status.completion_date_struct)
    course = stretches(start, primary, completion)
    return TimeAxis(
        tuple(mark for mark in (start, primary, completion) if mark),
        tuple(_record_marks(status)),
        _today(today),
        course,
        tuple(_notes(start, primary, completion)),
    )


def _stated(name: str, struct: PartialDateStruct) -> Mark | None:
    if struct.date is None:
        return None
    kind = _KINDS.get(struct.type, Kind.UNSTATED) if struct.type else Kind.UNSTATED
    words = within(struct.type) or _("type not stated")
    return Mark(label(StatusModule, name), struct.date, kind, words)


def _record_marks(status: StatusModule) -> Iterator[Mark]:
    posted = status.results_first_post_date_struct
    updated = status.last_update_submit_date
    if status.study_first_submit_date:
        yield _event("study_first_submit_date", status.study_first_submit_date)
    if status.results_first_submit_date:
        yield _event("results_first_submit_date", status.results_first_submit_date)
    if posted.date:
        yield _event("results_first_post_date_struct", posted.date, posted)
    if updated:
        yield _event("last_update_submit_date", updated)
    elif status.last_update_post_date_struct.date:
        struct = status.last_update_post_date_struct
        yield _event(
            "last_update_post_date_struct", status.last_update_post_date_struct.date, struct
        )


def _event(name: str, day: PartialDate, struct: DateStruct | None = None) -> Mark:
    words = within(struct.type) if struct else ""
    is_estimated = struct is not None and struct.type == DateType.ESTIMATED
    kind = Kind.ESTIMATED if is_estimated else Kind.EVENT
    return Mark(label(StatusModule, name), day, kind, words)


def _today(today: date | None) -> Mark | None:
    if today is None:
        return None
    return Mark(_("Today"), PartialDate(today.year, today.month, today.day), Kind.TODAY)


def _notes(*course: Mark | None) -> Iterator[str]:
    """Yield what is odd; marks in the order of the course."""
    pairs = tuple(contradictions(*course))
    for late, early in pairs:
        # Translators: The names are labels of dates: Primary Completion Date, Study Start Date.
        words = _("The record states the {late} {late_date}, before the {early} {early_date}.")
        yield words.format(
            late=late.name,
            late_date=date_text(late.date),
            early=early.name,
            early_date=date_text(early.date),
        )
    if pairs:
        yield _("No duration is drawn.")


def _words(axis: TimeAxis) -> Iterator[str]:
    marks = sorted((*axis.above, *axis.record), key=lambda mark: mark.date)
    for mark in marks:
        yield labelled(mark.name, with_note(date_text(mark.date), mark.kind_words))
    for stretch in axis.stretches:
        yield _stretch_words(stretch)
    yield from axis.notes


def _stretch_words(stretch: Stretch) -> str:
    looks = {
        Kind.ACTUAL: _("a filled bar, as both dates are actual"),
        Kind.ESTIMATED: _("a pale, dashed bar, as one of the dates or both are estimated"),
        Kind.UNSTATED: _(
            "an outlined bar, as the record does not state whether the dates are actual"
        ),
    }
    # Translators: Both are labels of dates: Study Start Date to Primary Completion Date.
    ends = _("{begin} to {end}").format(begin=stretch.begin.name, end=stretch.end.name)
    return labelled(ends, looks[stretch.kind])
