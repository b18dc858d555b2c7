"""The key facts of the brief: the cells of its grid, and the design in one sentence."""

from desktop_app.languages import N_, _
from desktop_app.presentation.age_words import age_range_words, states_ages
from desktop_app.presentation.fields import stated
from desktop_app.presentation.group_words import group_words
from desktop_app.presentation.header import site_count
from desktop_app.presentation.section import Field
from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import (
    NOT_APPLICABLE,
    date_words,
    enrollment_words,
    in_words,
    masking_words,
    sex_words,
    yes_no,
)
from desktop_app.punctuation import listed
from desktop_app.study.base import label
from desktop_app.study.date_structs import PartialDateStruct
from desktop_app.study.design import DesignInfo, DesignModule, ExpandedAccessTypes
from desktop_app.study.enumerations import StudyType
from desktop_app.study.study import ProtocolSection

# The labels of the cells, in English; they are said where they are shown.
ALLOCATION, MODEL, MASKING = N_("Allocation"), N_("Model"), N_("Masking")
PRIMARY_PURPOSE, OBSERVATIONAL_MODEL = N_("Primary purpose"), N_("Observational model")
TIME_PERSPECTIVE, SAMPLING_METHOD = N_("Time perspective"), N_("Sampling method")
PATIENT_REGISTRY, EXPANDED_ACCESS_TYPES = N_("Patient registry"), N_("Expanded access types")
PARTICIPANTS, AGES, SEX = N_("Participants"), N_("Ages"), N_("Sex")
HEALTHY_VOLUNTEERS, START, COMPLETION = N_("Healthy volunteers"), N_("Start"), N_("Completion")
COUNTRIES_AND_SITES = N_("Countries and sites")
FACTS = (
    *(ALLOCATION, MODEL, MASKING, PRIMARY_PURPOSE, OBSERVATIONAL_MODEL, TIME_PERSPECTIVE),
    *(SAMPLING_METHOD, PATIENT_REGISTRY, EXPANDED_ACCESS_TYPES, PARTICIPANTS, AGES, SEX),
    *(HEALTHY_VOLUNTEERS, START, COMPLETION, COUNTRIES_AND_SITES),
)


def is_observational(design: DesignModule) -> bool:
    """Tell whether the elements of an observational study apply."""
    if design.study_type is not None:
        return design.study_type == StudyType.OBSERVATIONAL
    return bool(design.design_info.observational_model or design.design_info.time_perspective)


def is_expanded_access(design: DesignModule) -> bool:
    """Tell whether the record is of expanded access, which is no study with a design."""
    return design.study_type == StudyType.EXPANDED_ACCESS


def key_facts(protocol: ProtocolSection) -> tuple[Field, ...]:
    """Return the cells of the grid in rows of four; each says what is not stated."""
    design = protocol.design_module
    if is_expanded_access(design):
        return (*_access_facts(protocol), *_people_facts(protocol), _sites(protocol))
    info = design.design_info
    first = _observational_facts(protocol) if is_observational(design) else _trial_facts(info)
    return (
        *first,
        _arm_count(protocol),
        _enrollment(design),
        *_people_facts(protocol),
        date_fact(_(START), protocol.status_module.start_date_struct),
        date_fact(_(COMPLETION), protocol.status_module.completion_date_struct),
        _sites(protocol),
    )


def _trial_facts(info: DesignInfo) -> tuple[Field, ...]:
    return (
        stated(_(ALLOCATION), in_words(info.allocation)),
        stated(_(MODEL), in_words(info.intervention_model)),
        stated(_(MASKING), masking_words(info.masking_info)),
        stated(_(PRIMARY_PURPOSE), in_words(info.primary_purpose)),
    )


def _observational_facts(protocol: ProtocolSection) -> tuple[Field, ...]:
    design = protocol.design_module
    info = design.design_info
    follow_up = ""
    if design.target_duration:
        follow_up = _("target follow-up {duration}").format(duration=design.target_duration)
    return (
        stated(_(OBSERVATIONAL_MODEL), in_words(info.observational_model)),
        stated(_(TIME_PERSPECTIVE), in_words(info.time_perspective)),
        stated(_(SAMPLING_METHOD), in_words(protocol.eligibility_module.sampling_method)),
        stated(_(PATIENT_REGISTRY), yes_no(design.patient_registry), follow_up),
    )


def _access_facts(protocol: ProtocolSection) -> tuple[Field, ...]:
    status = protocol.status_module
    return (
        stated(_(EXPANDED_ACCESS_TYPES), access_types(protocol.design_module)),
        stated(_("Availability"), status_look(status.overall_status).word),
        _access_date(_(START), status.start_date_struct),
        _access_date(_(COMPLETION), status.completion_date_struct),
    )


def access_types(design: DesignModule) -> str:
    """Return the types of expanded access, as a list."""
    types = design.expanded_access_types
    return listed(
        label(ExpandedAccessTypes, name)
        for name in ExpandedAccessTypes.model_fields
        if getattr(types, name)
    )


def _access_date(title: str, struct: PartialDateStruct) -> Field:
    return date_fact(title, struct) if struct.date else Field(title, _(NOT_APPLICABLE))


def _people_facts(protocol: ProtocolSection) -> tuple[Field, ...]:
    eligibility = protocol.eligibility_module
    return (
        stated(_(AGES), age_range_words(eligibility) if states_ages(eligibility) else ""),
        stated(
            _(SEX),
            sex_words(eligibility.sex),
            _("gender based") if eligibility.gender_based else "",
        ),
        stated(_(HEALTHY_VOLUNTEERS), yes_no(eligibility.healthy_volunteers)),
    )


def _arm_count(protocol: ProtocolSection) -> Field:
    arms = protocol.arms_interventions_module.arm_groups
    title = group_words(is_observational(protocol.design_module)).title
    return stated(title, str(len(arms)) if arms else "")


def _enrollment(design: DesignModule) -> Field:
    return stated(_(PARTICIPANTS), *enrollment_words(design.enrollment_info))


def date_fact(title: str, struct: PartialDateStruct) -> Field:
    """Return a date with its kind, and that the kind is not stated where it is not."""
    day, kind = date_words(struct)
    missing = "" if struct.date is None else _("type not stated")
    return stated(title, day, kind or missing)


def _sites(protocol: ProtocolSection) -> Field:
    return stated(_(COUNTRIES_AND_SITES), site_count(protocol))
