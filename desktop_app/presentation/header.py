"""What stands above the tabs: which study it is, where it stands, how old the record is."""

from dataclasses import dataclass
from datetime import date

from desktop_app.presentation.status import StatusLook, status_look
from desktop_app.presentation.wording import (
    NOT_APPLICABLE,
    NOT_STATED,
    age_of_record,
    age_range_words,
    count_of,
    enrollment_of,
    in_words,
    phase_of,
    sex_words,
)
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.study import ProtocolSection, Study
from desktop_app.study.summary import record_date


@dataclass(frozen=True, slots=True)
class StudyHeader:
    """The header of a study; ``facts`` are short phrases to be set in one line."""

    nct_id: str
    org_study_id: str
    title: str
    status: StatusLook
    phase: str
    study_type: str
    facts: tuple[str, ...]


def study_header(study: Study, today: date) -> StudyHeader:
    """Return the header; it never lacks an element, it says what is not stated."""
    protocol = study.protocol_section
    identification = protocol.identification_module
    return StudyHeader(
        nct_id=identification.nct_id or NOT_STATED,
        org_study_id=identification.org_study_id_info.id or "",
        title=identification.brief_title
        or identification.official_title
        or "No title in this record",
        status=status_look(protocol.status_module.overall_status),
        phase=phase_of(protocol.design_module),
        study_type=in_words(protocol.design_module.study_type) or NOT_STATED,
        facts=_facts(study, today),
    )


def _facts(study: Study, today: date) -> tuple[str, ...]:
    protocol = study.protocol_section
    facts = [
        protocol.sponsor_collaborators_module.lead_sponsor.name or "Sponsor not stated",
        participants(protocol),
        sex_and_ages(protocol.eligibility_module),
        study_dates(protocol),
        record_age(study, today),
    ]
    return tuple(facts)


def sex_and_ages(eligibility: EligibilityModule) -> str:
    """Return who can take part: ``Female, 19 to 40 years``."""
    ages = age_range_words(eligibility)
    # A phrase that follows another one begins with a small letter.
    return (
        f"{sex_words(eligibility.sex)}, {ages[:1].lower()}{ages[1:]}" if eligibility.sex else ages
    )


def participants(protocol: ProtocolSection) -> str:
    """Return the enrollment as a phrase: ``12 participants (estimated)``."""
    enrollment = protocol.design_module.enrollment_info
    number, kind = enrollment_of(protocol.design_module)
    if number in (NOT_STATED, NOT_APPLICABLE):
        return f"Enrollment {number.lower()}"
    noun = "participant" if enrollment.count == 1 else "participants"
    return f"{number} {noun} ({kind})"


def study_dates(protocol: ProtocolSection) -> str:
    """Return start and completion as a phrase: ``2018-10-01 → 2026-06-30``."""
    status = protocol.status_module
    start, end = status.start_date_struct.date, status.completion_date_struct.date
    if start is None and end is None:
        return "Dates not stated"
    return f"{start or 'start not stated'} → {end or 'completion not stated'}"


def record_age(study: Study, today: date) -> str:
    """Return the version of the record and its age."""
    version = record_date(study)
    if version is None:
        return "Record date not stated"
    return f"record of {version}, {age_of_record(version.last_day, today)}"


def site_count(protocol: ProtocolSection) -> str:
    """Return sites and countries as a phrase: ``12 sites in 3 countries``."""
    locations = protocol.contacts_locations_module.locations
    if not locations:
        return NOT_STATED
    countries = sorted({location.country for location in locations if location.country})
    where = (
        countries[0] if len(countries) == 1 else count_of(len(countries), "country", "countries")
    )
    return (
        f"{count_of(len(locations), 'site')} in {where}"
        if countries
        else count_of(len(locations), "site")
    )
