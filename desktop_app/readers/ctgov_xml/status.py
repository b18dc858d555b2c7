"""Reads where a study stands, and its dates under their names of today and of before 2018."""

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.markup import markup
from desktop_app.readers.ctgov_xml.values import Held, date_of, date_struct_of, flag_of, held
from desktop_app.readers.ctgov_xml.wordings import code_in
from desktop_app.study.dates import PartialDate
from desktop_app.study.enumerations import Status


def status(study: Part) -> Held:
    """Read the recruitment status and all dates."""
    return held(
        overall_status=code_in(study, "overall_status", Status),
        last_known_status=code_in(study, "last_known_status", Status),
        why_stopped=markup(study, "why_stopped"),
        expanded_access_info=held(has_expanded_access=flag_of(study, "has_expanded_access")),
        status_verified_date=date_of(study, "verification_date"),
        start_date_struct=date_struct_of(study, "start_date"),
        primary_completion_date_struct=date_struct_of(study, "primary_completion_date"),
        completion_date_struct=date_struct_of(study, "completion_date"),
        **_first_dates(study),
        **_disposition_and_update_dates(study),
    )


def _first_dates(study: Part) -> Held:
    return held(
        study_first_submit_date=_renamed(study, "study_first_submitted", "firstreceived_date"),
        study_first_submit_qc_date=date_of(study, "study_first_submitted_qc"),
        study_first_post_date_struct=date_struct_of(study, "study_first_posted"),
        results_first_submit_date=_renamed(
            study, "results_first_submitted", "firstreceived_results_date"
        ),
        results_first_submit_qc_date=date_of(study, "results_first_submitted_qc"),
        results_first_post_date_struct=date_struct_of(study, "results_first_posted"),
    )


def _disposition_and_update_dates(study: Part) -> Held:
    updated = _renamed(study, "last_update_submitted", "lastchanged_date")
    _same_date(study, "last_update_submitted_qc", updated)
    return held(
        disp_first_submit_date=_renamed(
            study, "disposition_first_submitted", "firstreceived_results_disposition_date"
        ),
        disp_first_submit_qc_date=date_of(study, "disposition_first_submitted_qc"),
        disp_first_post_date_struct=date_struct_of(study, "disposition_first_posted"),
        last_update_submit_date=updated,
        last_update_post_date_struct=date_struct_of(study, "last_update_posted"),
    )


def _renamed(study: Part, tag: str, old_tag: str) -> PartialDate | None:
    """Return the date of an element, or else of the element that it replaced in 2017."""
    date = date_of(study, tag)
    return _same_date(study, old_tag, date) if date else date_of(study, old_tag)


def _same_date(study: Part, tag: str, date: PartialDate | None) -> PartialDate | None:
    """Return a date; report an element that should hold the same one and does not."""
    other = date_of(study, tag)
    if other not in (None, date):
        what = N_("{date} has no place beside {other}")
        study.part(tag).report(what, date=str(other), other=str(date))
    return date
