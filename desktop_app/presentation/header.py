"""What stands above the tabs: which study it is, where it stands, when it was updated last."""

from dataclasses import dataclass

from desktop_app.conventions import date_text
from desktop_app.languages import _, ngettext
from desktop_app.presentation.age_words import age_range_within, age_range_words
from desktop_app.presentation.status import StatusLook, status_look
from desktop_app.presentation.wording import (
    NOT_STATED,
    enrollment_of,
    grouped,
    in_words,
    is_enrollment_stated,
    is_not_applicable,
    participants_counted,
    phase_of,
    sex_words,
    sites_counted,
)
from desktop_app.punctuation import listed, with_note
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


def study_header(study: Study) -> StudyHeader:
    """Return the header; it never lacks an element, it says what is not stated."""
    protocol = study.protocol_section
    identification = protocol.identification_module
    return StudyHeader(
        nct_id=identification.nct_id or _(NOT_STATED),
        org_study_id=identification.org_study_id_info.id or "",
        title=identification.brief_title
        or identification.official_title
        or _("No title in this record"),
        status=status_look(protocol.status_module.overall_status),
        phase=phase_of(protocol.design_module),
        study_type=in_words(protocol.design_module.study_type) or _(NOT_STATED),
        facts=_facts(study),
    )


def _facts(study: Study) -> tuple[str, ...]:
    protocol = study.protocol_section
    facts = [
        protocol.sponsor_collaborators_module.lead_sponsor.name or _("Sponsor not stated"),
        participants(protocol),
        sex_and_ages(protocol.eligibility_module),
        study_dates(protocol),
        last_updated(study),
    ]
    return tuple(facts)


def sex_and_ages(eligibility: EligibilityModule) -> str:
    """Return who can take part: ``Female, 19 to 40 years``."""
    if not eligibility.sex:
        return age_range_words(eligibility)
    return listed((sex_words(eligibility.sex), age_range_within(eligibility)))


def participants(protocol: ProtocolSection) -> str:
    """Return the enrollment as a phrase: ``12 participants (estimated)``."""
    enrollment = protocol.design_module.enrollment_info
    number, kind = enrollment_of(protocol.design_module)
    if is_enrollment_stated(enrollment):
        return with_note(participants_counted(enrollment.count or 0), kind)
    if is_not_applicable(number):
        return _("Enrollment not applicable")
    return _("Enrollment not stated")


def study_dates(protocol: ProtocolSection) -> str:
    """Return start and completion as a phrase: ``2018-10-01 → 2026-06-30``."""
    status = protocol.status_module
    start, end = status.start_date_struct.date, status.completion_date_struct.date
    if start is None and end is None:
        return _("Dates not stated")
    begin = date_text(start) if start else _("start not stated")
    finish = date_text(end) if end else _("completion not stated")
    return f"{begin} → {finish}"


def last_updated(study: Study) -> str:
    """Return when the study was updated last at the registry: ``last updated 4 Dec 2025``.

    Its age is not told: it would stand beside that of the copy, see `as_of`, and be taken for it.
    """
    version = record_date(study)
    if version is None:
        return _("Record date not stated")
    return _("last updated {date}").format(date=date_text(version))


def site_count(protocol: ProtocolSection) -> str:
    """Return sites and countries as a phrase: ``12 sites in 3 countries``."""
    locations = protocol.contacts_locations_module.locations
    if not locations:
        return _(NOT_STATED)
    countries = sorted({location.country for location in locations if location.country})
    sites = sites_counted(len(locations))
    if not countries:
        return sites
    if len(countries) == 1:
        # Translators: 12 sites in China.
        return _("{sites} in {country}").format(sites=sites, country=countries[0])
    words = ngettext("{sites} in {count} country", "{sites} in {count} countries", len(countries))
    return words.format(sites=sites, count=grouped(len(countries)))
