"""What the registry finds, as rows of a list; knows nothing of windows."""

from desktop_app.registry.answers import FoundStudy
from desktop_app.study.dates import PartialDate
from desktop_app.study.summary import StudySummary


def found_row(study: FoundStudy) -> StudySummary:
    """Return a result as the lists of the library show studies."""
    return StudySummary(
        nct_id=study.nct_id,
        brief_title=study.brief_title,
        overall_status=study.overall_status,
        study_type=study.study_type,
        phases=study.phases,
        enrollment_count=study.enrollment,
        enrollment_type="",
        record_date=_day(study.last_update),
        lead_sponsor=study.lead_sponsor,
        start_date=_day(study.start_date),
        conditions=study.conditions,
    )


def _day(text: str) -> PartialDate | None:
    """Return a date that the registry told, None where it is none."""
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None
