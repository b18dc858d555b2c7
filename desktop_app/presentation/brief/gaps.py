"""What a record does not state, of what a synopsis of a protocol is expected to state.

The items are those of the WHO Trial Registration Data Set (1.3.1), of the synopsis in ICH M11
and of the synopsis in Regulation (EU) 536/2014 that a registry record has an element for.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from desktop_app.languages import N_, _
from desktop_app.presentation.age_words import has_no_maximum, has_no_minimum
from desktop_app.presentation.brief.facts import is_expanded_access, is_observational
from desktop_app.presentation.group_words import group_words
from desktop_app.presentation.wording import is_enrollment_stated
from desktop_app.punctuation import listed, with_note
from desktop_app.study.base import RecordModel
from desktop_app.study.completeness import lacking_modules
from desktop_app.study.date_structs import PartialDateStruct
from desktop_app.study.enumerations import DesignMasking, Status
from desktop_app.study.study import ProtocolSection, Study

Asked = tuple[str, object]
"""An item by its name, and whether the record states it."""

NEVER_IN_RECORDS = N_(
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
    asked += [*_conduct(protocol), (_("Results"), has_results(study))]
    missing = tuple(name for name, is_stated in asked if not is_stated)
    return (*_missing_modules(study), *missing)


def _missing_modules(study: Study) -> tuple[str, ...]:
    """Say first that the record is a part of one, where it is: all else follows from that."""
    lacking = lacking_modules(study)
    if not lacking or study.protocol_section.status_module.overall_status == Status.WITHHELD:
        return ()
    words = _("This is a part of a record, which lacks its {parts}")
    return (words.format(parts=listed(lacking)),)


def has_results(study: Study) -> bool:
    """Tell whether results are posted, or are in the record all the same."""
    return bool(study.has_results) or holds(study.results_section)


def holds(part: RecordModel) -> bool:
    """Tell whether a part of a record states anything."""
    return part != type(part)()


def _identity(protocol: ProtocolSection) -> Iterator[Asked]:
    identification = protocol.identification_module
    sponsors = protocol.sponsor_collaborators_module
    yield _("NCT number"), identification.nct_id
    yield _("Brief title"), identification.brief_title
    yield _("Official title"), identification.official_title
    yield _("Recruitment status"), protocol.status_module.overall_status
    yield _("Why stopped"), _says_why_stopped(protocol)
    yield _("Lead sponsor"), sponsors.lead_sponsor.name
    yield _("Responsible party"), holds(sponsors.responsible_party)
    yield _("Brief summary"), protocol.description_module.brief_summary
    yield _("Conditions"), protocol.conditions_module.conditions


def _says_why_stopped(protocol: ProtocolSection) -> bool:
    status = protocol.status_module
    return bool(status.why_stopped) or status.overall_status not in _STOPPED


def _design(protocol: ProtocolSection) -> Iterator[Asked]:
    design = protocol.design_module
    info = design.design_info
    yield _("Study type"), design.study_type
    if is_expanded_access(design):
        yield _("Expanded access types"), holds(design.expanded_access_types)
    elif is_observational(design):
        yield _("Observational model"), info.observational_model
        yield _("Time perspective"), info.time_perspective
        yield _("Sampling method"), protocol.eligibility_module.sampling_method
        yield _("Study population"), protocol.eligibility_module.study_population
    else:
        masking = info.masking_info
        says_who = masking.who_masked or masking.masking in (None, DesignMasking.NONE)
        yield _("Phase"), design.phases
        yield _("Allocation"), info.allocation
        yield _("Intervention model"), info.intervention_model
        yield _("Primary purpose"), info.primary_purpose
        yield _("Masking"), masking.masking
        yield _("Who is masked"), says_who


def _treatment(protocol: ProtocolSection) -> Iterator[Asked]:
    module = protocol.arms_interventions_module
    design = protocol.design_module
    arms, interventions = module.arm_groups, module.interventions
    are_groups = is_observational(design)
    if not is_expanded_access(design):
        yield group_words(are_groups).title, arms
        if not are_groups:
            yield _some(_("Arm type"), (arm.type for arm in arms))
        name = _("Group description") if are_groups else _("Arm description")
        yield _some(name, (arm.description for arm in arms))
    if not are_groups:
        yield _("Interventions"), interventions
    yield _some(_("Intervention description"), (one.description for one in interventions))


def _some(name: str, values: Iterable[object]) -> Asked:
    """Tell how many of several lack an element: ``Arm type (1 of 3)``."""
    every = [bool(value) for value in values]
    lacking = every.count(False)
    if lacking in (0, len(every)):
        return name, not lacking
    # Translators: How many of all lack an element: Arm type (1 of 3).
    share = _("{count} of {whole}").format(count=lacking, whole=len(every))
    return with_note(name, share), False


def _people(protocol: ProtocolSection) -> Iterator[Asked]:
    eligibility = protocol.eligibility_module
    if not is_expanded_access(protocol.design_module):
        enrollment = protocol.design_module.enrollment_info
        is_stated = is_enrollment_stated(enrollment)
        yield _("Enrollment"), is_stated
        yield _("Enrollment type"), enrollment.type or not is_stated
    yield _("Minimum age"), eligibility.minimum_age or has_no_minimum(eligibility)
    yield _("Maximum age"), eligibility.maximum_age or has_no_maximum(eligibility)
    yield _("Sex"), eligibility.sex
    yield _("Healthy volunteers"), eligibility.healthy_volunteers is not None
    yield _("Eligibility criteria"), eligibility.eligibility_criteria


def _outcomes(protocol: ProtocolSection) -> Iterator[Asked]:
    module = protocol.outcomes_module
    yield _("Primary outcomes"), module.primary_outcomes
    yield _some(_("Outcome time frame"), (one.time_frame for one in module.primary_outcomes))
    yield _("Secondary outcomes"), module.secondary_outcomes


def _dates(protocol: ProtocolSection) -> Iterator[Asked]:
    status = protocol.status_module
    start, primary = status.start_date_struct, status.primary_completion_date_struct
    completion = status.completion_date_struct
    yield _("Start date"), start.date
    yield _("Start date type"), _says_type(start)
    yield _("Primary completion date"), primary.date
    yield _("Primary completion date type"), _says_type(primary)
    yield _("Completion date"), completion.date
    yield _("Completion date type"), _says_type(completion)


def _says_type(struct: PartialDateStruct) -> bool:
    return bool(struct.type) or struct.date is None


def _conduct(protocol: ProtocolSection) -> Iterator[Asked]:
    module = protocol.contacts_locations_module
    locations = module.locations
    contacts = any(location.contacts for location in locations)
    yield _("Sites"), locations
    yield _some(_("Site status"), (location.status for location in locations))
    yield _("Contacts"), module.central_contacts or contacts
    yield _("Overall official"), module.overall_officials
    if not is_expanded_access(protocol.design_module):
        has_committee = protocol.oversight_module.oversight_has_dmc
        yield _("Data monitoring committee"), has_committee is not None
        yield _("Plan to share participant data"), protocol.ipd_sharing_statement_module.ipd_sharing
