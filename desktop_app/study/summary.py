"""The few elements of a study that lists show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.study.dates import PartialDate

if TYPE_CHECKING:
    from desktop_app.study.study import Study


class StudySummary(NamedTuple):
    """One row of a list of studies; codes are the registry's own (``PHASE2``)."""

    nct_id: str
    brief_title: str
    overall_status: str
    study_type: str
    phases: tuple[str, ...]
    enrollment_count: int | None
    enrollment_type: str
    record_date: PartialDate | None
    lead_sponsor: str = ""
    start_date: PartialDate | None = None
    completion_date: PartialDate | None = None
    conditions: tuple[str, ...] = ()


def record_date(study: Study) -> PartialDate | None:
    """Return the date of the record's version: of its last update, posted or else submitted."""
    status = study.protocol_section.status_module
    return status.last_update_post_date_struct.date or status.last_update_submit_date


def summarize(study: Study) -> StudySummary:
    """Return the row of a study; absent texts are empty."""
    protocol = study.protocol_section
    identification = protocol.identification_module
    design = protocol.design_module
    status = protocol.status_module
    return StudySummary(
        nct_id=identification.nct_id or "",
        brief_title=identification.brief_title or identification.official_title or "",
        overall_status=str(status.overall_status or ""),
        study_type=str(design.study_type or ""),
        phases=tuple(str(phase) for phase in design.phases),
        enrollment_count=design.enrollment_info.count,
        enrollment_type=str(design.enrollment_info.type or ""),
        record_date=record_date(study),
        lead_sponsor=protocol.sponsor_collaborators_module.lead_sponsor.name or "",
        start_date=status.start_date_struct.date,
        completion_date=status.completion_date_struct.date,
        conditions=tuple(
            " ".join(one.splitlines()) for one in protocol.conditions_module.conditions
        ),
    )
