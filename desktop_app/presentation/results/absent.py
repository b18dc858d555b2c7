"""Why there are no results, and what the dates of the record lead one to expect."""

from collections.abc import Iterator
from datetime import date

from desktop_app.conventions import date_text
from desktop_app.languages import _
from desktop_app.presentation.results.dates import result_dates
from desktop_app.presentation.section import Block, FieldList, Paragraph, Section
from desktop_app.presentation.wording import age_of_record, date_words, in_words
from desktop_app.punctuation import with_note
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import Status, StudyType
from desktop_app.study.status import StatusModule
from desktop_app.study.study import Study


def absent_section(study: Study, today: date | None) -> Section:
    """Return the one part of a study without results; ``today`` tells past from future."""
    sentences = tuple(Paragraph(text) for text in _sentences(study, today))
    return Section(_("Results"), (*sentences, *_dates(study.protocol_section.status_module)))


def _sentences(study: Study, today: date | None) -> Iterator[str]:
    yield _posting(study)
    status = study.protocol_section.status_module
    if status.overall_status == Status.WITHDRAWN:
        yield _("Its status is {status}.").format(status=in_words(status.overall_status))
    yield from _submission(study)
    if status.disp_first_submit_date:
        yield _(
            "The record says that a certification of delay, or a request for an extension, was"
            " first submitted on {date}."
        ).format(date=date_text(status.disp_first_submit_date))
    yield from _completion(status, today)


def _posting(study: Study) -> str:
    if study.protocol_section.design_module.study_type == StudyType.EXPANDED_ACCESS:
        return _("This is an expanded access record; it holds no results.")
    if study.has_results:
        return _("The record says that it has results, but it holds none.")
    if study.has_results is False:
        return _("No results are posted.")
    return _("This record holds no results.")


def _submission(study: Study) -> Iterator[str]:
    status = study.protocol_section.status_module
    tracking = study.derived_section.misc_info_module.submission_tracking
    if status.results_first_submit_date:
        submitted = status.results_first_submit_date
        words = _("The record says that results were submitted on {date}; they are not posted.")
        yield words.format(date=date_text(submitted))
    elif tracking.estimated_results_first_submit_date:
        submitted = tracking.estimated_results_first_submit_date
        yield _(
            "The registry estimates that results were first submitted on {date};"
            " they are not posted."
        ).format(date=date_text(submitted))
    elif study.annotation_section.annotation_module.unposted_annotation.unposted_events:
        yield _("The registry tells of results that were submitted; they are not posted.")


def _completion(status: StatusModule, today: date | None) -> Iterator[str]:
    primary, last = status.primary_completion_date_struct, status.completion_date_struct
    struct = primary if primary.date else last
    if struct.date is None:
        yield _("The record states no completion date.")
    elif today is not None:
        words, kind = date_words(struct)
        stated = with_note(words, kind or _("actual or estimated not stated"))
        sentence = _primary if primary.date else _study_completion
        age = age_of_record(struct.date.last_day, today)
        yield sentence(struct.date, today).format(date=stated, age=age)


def _primary(day: PartialDate, today: date) -> str:
    if day.last_day < today:
        return _("Primary completion was {date}, {age}.")
    if day.first_day > today:
        return _("Primary completion is {date}, which is to come.")
    return _("Primary completion is {date}.")


def _study_completion(day: PartialDate, today: date) -> str:
    if day.last_day < today:
        return _("Study completion was {date}, {age}.")
    if day.first_day > today:
        return _("Study completion is {date}, which is to come.")
    return _("Study completion is {date}.")


def _dates(status: StatusModule) -> tuple[Block, ...]:
    fields = result_dates(status)
    return (FieldList(fields),) if fields else ()
