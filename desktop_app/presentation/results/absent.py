"""Why there are no results, and what the dates of the record lead one to expect."""

from collections.abc import Iterator
from datetime import date

from desktop_app.presentation.results.dates import result_dates
from desktop_app.presentation.section import Block, FieldList, Paragraph, Section
from desktop_app.presentation.wording import age_of_record, date_words, in_words
from desktop_app.study.date_structs import PartialDateStruct
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import Status, StudyType
from desktop_app.study.status import StatusModule
from desktop_app.study.study import Study


def absent_section(study: Study, today: date | None) -> Section:
    """Return the one part of a study without results; ``today`` tells past from future."""
    sentences = tuple(Paragraph(text) for text in _sentences(study, today))
    return Section("Results", (*sentences, *_dates(study.protocol_section.status_module)))


def _sentences(study: Study, today: date | None) -> Iterator[str]:
    yield _posting(study)
    status = study.protocol_section.status_module
    if status.overall_status == Status.WITHDRAWN:
        yield f"Its status is {in_words(status.overall_status)}."
    yield from _submission(study)
    if status.disp_first_submit_date:
        yield (
            "The record says that a certification of delay, or a request for an extension, was"
            f" first submitted on {status.disp_first_submit_date}."
        )
    yield from _completion(status, today)


def _posting(study: Study) -> str:
    if study.protocol_section.design_module.study_type == StudyType.EXPANDED_ACCESS:
        return "This is an expanded access record; it holds no results."
    if study.has_results:
        return "The record says that it has results, but it holds none."
    return (
        "No results are posted." if study.has_results is False else "This record holds no results."
    )


def _submission(study: Study) -> Iterator[str]:
    status = study.protocol_section.status_module
    tracking = study.derived_section.misc_info_module.submission_tracking
    if status.results_first_submit_date:
        submitted = status.results_first_submit_date
        yield f"The record says that results were submitted on {submitted}; they are not posted."
    elif tracking.estimated_results_first_submit_date:
        submitted = tracking.estimated_results_first_submit_date
        yield (
            f"The registry estimates that results were first submitted on {submitted};"
            " they are not posted."
        )
    elif study.annotation_section.annotation_module.unposted_annotation.unposted_events:
        yield "The registry tells of results that were submitted; they are not posted."


def _completion(status: StatusModule, today: date | None) -> Iterator[str]:
    for name, struct in (
        ("Primary completion", status.primary_completion_date_struct),
        ("Study completion", status.completion_date_struct),
    ):
        if struct.date:
            if today is not None:
                yield f"{name} {_when(struct, struct.date, today)}."
            return
    yield "The record states no completion date."


def _when(struct: PartialDateStruct, day: PartialDate, today: date) -> str:
    words, kind = date_words(struct)
    stated = f"{words} ({kind or 'actual or estimated not stated'})"
    if day.last_day < today:
        return f"was {stated}, {age_of_record(day.last_day, today)}"
    return f"is {stated}" + (", which is to come" if day.first_day > today else "")


def _dates(status: StatusModule) -> tuple[Block, ...]:
    fields = result_dates(status)
    return (FieldList(fields),) if fields else ()
