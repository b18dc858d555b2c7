"""The elements of a record that lists show, as the library keeps them."""

from typing import NamedTuple

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.entries.values import count_of, date_of, part_of, text_of, texts_of


class SummaryValues(NamedTuple):
    """The row of a study in lists; several texts stand in lines, absent ones are empty."""

    brief_title: str = ""
    overall_status: str = ""
    study_type: str = ""
    phases: str = ""
    enrollment_count: int | None = None
    enrollment_type: str = ""
    record_date: str | None = None
    lead_sponsor: str = ""
    start_date: str | None = None
    completion_date: str | None = None
    conditions: str = ""


def summary_values(protocol: JsonObject) -> SummaryValues:
    """Return the row of a study from the section of its protocol."""
    identification = part_of(protocol, "identificationModule")
    status = part_of(protocol, "statusModule")
    design = part_of(protocol, "designModule")
    enrollment = part_of(design, "enrollmentInfo")
    sponsors = part_of(protocol, "sponsorCollaboratorsModule")
    conditions = texts_of(part_of(protocol, "conditionsModule"), "conditions")
    return SummaryValues(
        brief_title=text_of(identification, "briefTitle")
        or text_of(identification, "officialTitle"),
        overall_status=text_of(status, "overallStatus"),
        study_type=text_of(design, "studyType"),
        phases="\n".join(texts_of(design, "phases")),
        enrollment_count=count_of(enrollment, "count"),
        enrollment_type=text_of(enrollment, "type"),
        record_date=record_date_of(status),
        lead_sponsor=text_of(part_of(sponsors, "leadSponsor"), "name"),
        start_date=date_of(part_of(status, "startDateStruct"), "date"),
        completion_date=date_of(part_of(status, "completionDateStruct"), "date"),
        conditions="\n".join(" ".join(one.splitlines()) for one in conditions),
    )


def record_date_of(status: JsonObject) -> str | None:
    """Return the date of the record's version: of its last update, posted or else submitted."""
    posted = date_of(part_of(status, "lastUpdatePostDateStruct"), "date")
    return posted or date_of(status, "lastUpdateSubmitDate")
