"""Several studies in one table: a row a study, for a spreadsheet.

Numbers and dates stand alone in their cells, so that they can be counted and sorted; whether they
are planned or actual stands beside them. Several values of one element are parted by bars.
"""

from collections.abc import Iterable, Iterator

from desktop_app.languages import _
from desktop_app.presentation.age_words import maximum_age_words, minimum_age_words
from desktop_app.presentation.record.addresses import registry_address
from desktop_app.presentation.section import Table
from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import (
    NOT_STATED,
    enrollment_of,
    in_words,
    intervention_title,
    is_enrollment_stated,
    phase_of,
    sex_words,
    yes_no,
)
from desktop_app.study.base import label
from desktop_app.study.contacts_locations import Location
from desktop_app.study.date_structs import PartialDateStruct
from desktop_app.study.design import DesignModule
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.identification import IdentificationModule
from desktop_app.study.status import StatusModule
from desktop_app.study.study import ProtocolSection, Study
from desktop_app.study.summary import record_date

Cell = tuple[str, str]
"""The title of a column and what stands in it."""
_BETWEEN = " | "
_DATES = ("start_date_struct", "primary_completion_date_struct", "completion_date_struct")


def studies_table(studies: Iterable[Study]) -> Table:
    """Return a table with a row for each study, in the order given."""
    rows = tuple(tuple(value for _title, value in _cells(study)) for study in studies)
    return Table(tuple(title for title, _value in _cells(Study())), rows, _("Studies"))


def _cells(study: Study) -> Iterator[Cell]:
    protocol = study.protocol_section
    yield from _identity(protocol.identification_module)
    status = status_look(protocol.status_module.overall_status).word
    yield label(StatusModule, "overall_status"), status
    yield from _design(protocol.design_module)
    yield _("Conditions"), _all(protocol.conditions_module.conditions)
    yield _("Interventions"), _interventions(protocol)
    sponsor = protocol.sponsor_collaborators_module.lead_sponsor.name
    yield _("Lead Sponsor"), sponsor or _(NOT_STATED)
    yield from _enrollment(protocol.design_module)
    yield from _people(protocol.eligibility_module)
    yield from _dates(protocol.status_module)
    yield from _places(protocol.contacts_locations_module.locations)
    yield label(Study, "has_results"), _results(study)
    yield _("Record Date"), str(record_date(study) or _(NOT_STATED))
    address = registry_address(protocol.identification_module.nct_id or "")
    yield _("Address"), address or _(NOT_STATED)


def _identity(module: IdentificationModule) -> Iterator[Cell]:
    for element in ("nct_id", "brief_title", "official_title", "acronym"):
        yield label(IdentificationModule, element), getattr(module, element) or _(NOT_STATED)


def _design(design: DesignModule) -> Iterator[Cell]:
    yield label(DesignModule, "phases"), phase_of(design)
    yield label(DesignModule, "study_type"), in_words(design.study_type) or _(NOT_STATED)


def _interventions(protocol: ProtocolSection) -> str:
    listed = protocol.arms_interventions_module.interventions
    return _all(intervention_title(one.type, one.name) for one in listed)


def _enrollment(design: DesignModule) -> Iterator[Cell]:
    words, _kind = enrollment_of(design)
    is_stated = is_enrollment_stated(design.enrollment_info)
    # A spreadsheet takes a number for one only without the space at its thousands.
    yield _("Enrollment"), str(design.enrollment_info.count) if is_stated else words
    kind = in_words(design.enrollment_info.type) or _(NOT_STATED)
    yield _("Enrollment Type"), kind if is_stated else words


def _people(eligibility: EligibilityModule) -> Iterator[Cell]:
    yield label(EligibilityModule, "sex"), sex_words(eligibility.sex)
    yield label(EligibilityModule, "minimum_age"), minimum_age_words(eligibility)
    yield label(EligibilityModule, "maximum_age"), maximum_age_words(eligibility)
    healthy = yes_no(eligibility.healthy_volunteers) or _(NOT_STATED)
    yield label(EligibilityModule, "healthy_volunteers"), healthy


def _dates(status: StatusModule) -> Iterator[Cell]:
    for element in _DATES:
        struct: PartialDateStruct = getattr(status, element)
        title = label(StatusModule, element)
        yield title, str(struct.date or _(NOT_STATED))
        # Translators: A column that tells whether a date is actual or estimated.
        kind = _("{date} Type").format(date=title)
        yield kind, (in_words(struct.type) if struct.date else "") or _(NOT_STATED)


def _places(locations: tuple[Location, ...]) -> Iterator[Cell]:
    yield _("Countries"), _all(sorted({one.country for one in locations if one.country}))
    yield _("Number of Sites"), str(len(locations) or _(NOT_STATED))


def _results(study: Study) -> str:
    # A record may hold results without saying so.
    has_results = bool(study.results_section.model_fields_set) or study.has_results
    return yes_no(has_results) or _(NOT_STATED)


def _all(values: Iterable[str]) -> str:
    return _BETWEEN.join(values) or _(NOT_STATED)
