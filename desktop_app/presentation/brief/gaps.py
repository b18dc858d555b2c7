"""What a record does not state, of what a synopsis of a protocol is expected to state.

The items are those of the WHO Trial Registration Data Set (1.3.1), of the synopsis in ICH M11
and of the synopsis in Regulation (EU) 536/2014 that a registry record has an element for.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from desktop_app.presentation.brief.facts import is_expanded_access, is_observational
from desktop_app.presentation.wording import (
    NOT_STATED,
    enrollment_words,
    maximum_age_words,
    minimum_age_words,
)
from desktop_app.study.base import RecordModel
from desktop_app.study.completeness import lacking_modules
from desktop_app.study.date_structs import PartialDateStruct
from desktop_app.study.enumerations import DesignMasking, Status
from desktop_app.study.study import ProtocolSection, Study

Asked = tuple[str, object]
"""An item by its name, and whether the record states it."""

NEVER_IN_RECORDS = (
    "Not part of registry records: estimands, visit schedule, duration per participant,"
    " benefits and risks, ethics review."
)

_STOPPED: AbstractSet[str] = {Status.SUSPENDED, Status.TERMINATED, Status.WITHDRAWN}


def gaps(study: Study) -> tuple[str, ...]:
    """Return the names of what the record does not state, in the order of a synopsis."""
    protocol = study.protocol_section
    asked = [*_identity(protocol), *_design(protocol), *_treatment(protocol), *_people(protocol)]
    if not is_expanded_access(protocol.design_module):
        asked += [*_outcomes(protocol), *_dates(protocol)]
    asked += [*_conduct(protocol), ("Results", has_results(study))]
    missing = tuple(name for name, is_stated in asked if not is_stated)
    return (*_missing_modules(study), *missing)


def _missing_modules(study: Study) -> tuple[str, ...]:
    """Say first that the record is a part of one, where it is: all else follows from that."""
    lacking = lacking_modules(study)
    if not lacking or study.protocol_section.status_module.overall_status == Status.WITHHELD:
        return ()
    return (f"This is a part of a record, which lacks its {', '.join(lacking)}",)


def has_results(study: Study) -> bool:
    """Tell whether results are posted, or are in the record all the same."""
    return bool(study.has_results) or holds(study.results_section)


def holds(part: RecordModel) -> bool:
    """Tell whether a part of a record states anything."""
    return part != type(part)()


def _identity(protocol: ProtocolSection) -> Iterator[Asked]:
    identification = protocol.identification_module
    sponsors = protocol.sponsor_collaborators_module
    yield "NCT number", identification.nct_id
    yield "Brief title", identification.brief_title
    yield "Official title", identification.official_title
    yield "Recruitment status", protocol.status_module.overall_status
    yield "Why stopped", _says_why_stopped(protocol)
    yield "Lead sponsor", sponsors.lead_sponsor.name
    yield "Responsible party", holds(sponsors.responsible_party)
    yield "Brief summary", protocol.description_module.brief_summary
    yield "Conditions", protocol.conditions_module.conditions


def _says_why_stopped(protocol: ProtocolSection) -> bool:
    status = protocol.status_module
    return bool(status.why_stopped) or status.overall_status not in _STOPPED


def _design(protocol: ProtocolSection) -> Iterator[Asked]:
    design = protocol.design_module
    info = design.design_info
    yield "Study type", design.study_type
    if is_expanded_access(design):
        yield "Expanded access types", holds(design.expanded_access_types)
    elif is_observational(design):
        yield "Observational model", info.observational_model
        yield "Time perspective", info.time_perspective
        yield "Sampling method", protocol.eligibility_module.sampling_method
        yield "Study population", protocol.eligibility_module.study_population
    else:
        masking = info.masking_info
        yield "Phase", design.phases
        yield "Allocation", info.allocation
        yield "Intervention model", info.intervention_model
        yield "Primary purpose", info.primary_purpose
        yield "Masking", masking.masking
        yield "Who is masked", masking.who_masked or masking.masking in (None, DesignMasking.NONE)


def _treatment(protocol: ProtocolSection) -> Iterator[Asked]:
    module = protocol.arms_interventions_module
    design = protocol.design_module
    arms, interventions = module.arm_groups, module.interventions
    noun = "Group" if is_observational(design) else "Arm"
    if not is_expanded_access(design):
        yield f"{noun}s", arms
        if noun == "Arm":
            yield _some("Arm type", (arm.type for arm in arms))
        yield _some(f"{noun} description", (arm.description for arm in arms))
    if noun == "Arm":
        yield "Interventions", interventions
    yield _some("Intervention description", (one.description for one in interventions))


def _some(name: str, values: Iterable[object]) -> Asked:
    """Tell how many of several lack an element: ``Arm type (1 of 3)``."""
    every = [bool(value) for value in values]
    lacking = every.count(False)
    return (name if lacking == len(every) else f"{name} ({lacking} of {len(every)})"), not lacking


def _people(protocol: ProtocolSection) -> Iterator[Asked]:
    eligibility = protocol.eligibility_module
    if not is_expanded_access(protocol.design_module):
        enrollment = protocol.design_module.enrollment_info
        number = enrollment_words(enrollment)[0]
        yield "Enrollment", number != NOT_STATED
        yield "Enrollment type", enrollment.type or number == NOT_STATED
    yield "Minimum age", minimum_age_words(eligibility) != NOT_STATED
    yield "Maximum age", maximum_age_words(eligibility) != NOT_STATED
    yield "Sex", eligibility.sex
    yield "Healthy volunteers", eligibility.healthy_volunteers is not None
    yield "Eligibility criteria", eligibility.eligibility_criteria


def _outcomes(protocol: ProtocolSection) -> Iterator[Asked]:
    module = protocol.outcomes_module
    yield "Primary outcomes", module.primary_outcomes
    yield _some("Outcome time frame", (one.time_frame for one in module.primary_outcomes))
    yield "Secondary outcomes", module.secondary_outcomes


def _dates(protocol: ProtocolSection) -> Iterator[Asked]:
    status = protocol.status_module
    yield from _date("Start date", status.start_date_struct)
    yield from _date("Primary completion date", status.primary_completion_date_struct)
    yield from _date("Completion date", status.completion_date_struct)


def _date(name: str, struct: PartialDateStruct) -> Iterator[Asked]:
    yield name, struct.date
    yield f"{name} type", struct.type or struct.date is None


def _conduct(protocol: ProtocolSection) -> Iterator[Asked]:
    module = protocol.contacts_locations_module
    locations = module.locations
    contacts = any(location.contacts for location in locations)
    yield "Sites", locations
    yield _some("Site status", (location.status for location in locations))
    yield "Contacts", module.central_contacts or contacts
    yield "Overall official", module.overall_officials
    if not is_expanded_access(protocol.design_module):
        has_committee = protocol.oversight_module.oversight_has_dmc
        yield "Data monitoring committee", has_committee is not None
        yield "Plan to share participant data", protocol.ipd_sharing_statement_module.ipd_sharing
