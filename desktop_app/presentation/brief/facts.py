"""The key facts of the brief: the cells of its grid, and the design in one sentence."""

from desktop_app.presentation.fields import stated
from desktop_app.presentation.header import site_count
from desktop_app.presentation.section import Field
from desktop_app.presentation.status import status_look
from desktop_app.presentation.wording import (
    NOT_APPLICABLE,
    NOT_STATED,
    age_range_words,
    date_words,
    enrollment_words,
    in_words,
    masking_words,
    phase_of,
    sex_words,
    yes_no,
)
from desktop_app.study.date_structs import PartialDateStruct
from desktop_app.study.design import DesignInfo, DesignModule, ExpandedAccessTypes
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.enumerations import StudyType
from desktop_app.study.study import ProtocolSection


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
        date_fact("Start", protocol.status_module.start_date_struct),
        date_fact("Completion", protocol.status_module.completion_date_struct),
        _sites(protocol),
    )


def _trial_facts(info: DesignInfo) -> tuple[Field, ...]:
    return (
        stated("Allocation", in_words(info.allocation)),
        stated("Model", in_words(info.intervention_model)),
        stated("Masking", masking_words(info.masking_info)),
        stated("Primary purpose", in_words(info.primary_purpose)),
    )


def _observational_facts(protocol: ProtocolSection) -> tuple[Field, ...]:
    design = protocol.design_module
    info = design.design_info
    follow_up = f"target follow-up {design.target_duration}" if design.target_duration else ""
    return (
        stated("Observational model", in_words(info.observational_model)),
        stated("Time perspective", in_words(info.time_perspective)),
        stated("Sampling method", in_words(protocol.eligibility_module.sampling_method)),
        stated("Patient registry", yes_no(design.patient_registry), follow_up),
    )


def _access_facts(protocol: ProtocolSection) -> tuple[Field, ...]:
    status = protocol.status_module
    return (
        stated("Expanded access types", _access_types(protocol.design_module)),
        stated("Availability", status_look(status.overall_status).word),
        _access_date("Start", status.start_date_struct),
        _access_date("Completion", status.completion_date_struct),
    )


def _access_types(design: DesignModule) -> str:
    types = design.expanded_access_types
    chosen = [
        field.title or name
        for name, field in ExpandedAccessTypes.model_fields.items()
        if getattr(types, name)
    ]
    return ", ".join(chosen)


def _access_date(title: str, struct: PartialDateStruct) -> Field:
    return date_fact(title, struct) if struct.date else Field(title, NOT_APPLICABLE)


def _people_facts(protocol: ProtocolSection) -> tuple[Field, ...]:
    eligibility = protocol.eligibility_module
    return (
        stated("Ages", _ages(eligibility)),
        stated(
            "Sex", sex_words(eligibility.sex), "gender based" if eligibility.gender_based else ""
        ),
        stated("Healthy volunteers", yes_no(eligibility.healthy_volunteers)),
    )


def _ages(eligibility: EligibilityModule) -> str:
    words = age_range_words(eligibility)
    return NOT_STATED if words == "Ages not stated" else words[:1].upper() + words[1:]


def _arm_count(protocol: ProtocolSection) -> Field:
    arms = protocol.arms_interventions_module.arm_groups
    title = "Groups" if is_observational(protocol.design_module) else "Arms"
    return stated(title, str(len(arms)) if arms else "")


def _enrollment(design: DesignModule) -> Field:
    return stated("Participants", *enrollment_words(design.enrollment_info))


def date_fact(title: str, struct: PartialDateStruct) -> Field:
    """Return a date with its kind, and that the kind is not stated where it is not."""
    day, kind = date_words(struct)
    missing = "" if struct.date is None else "type not stated"
    return stated(title, day, kind or missing)


def _sites(protocol: ProtocolSection) -> Field:
    return stated("Countries and sites", site_count(protocol))


def design_sentence(protocol: ProtocolSection) -> str:
    """Return the design in the registry's terms; the cells have counts and what is not stated."""
    design = protocol.design_module
    kind = in_words(design.study_type) or "Study of a type that is not stated"
    name = f"{kind} study" if design.study_type in StudyType.__members__ else kind
    if is_expanded_access(design):
        types = _access_types(design)
        return f"{kind}: {types}." if types else f"{kind}."
    if design.phases and not phase_of(design).startswith("Not"):
        name = f"{phase_of(design)} {name[:1].lower()}{name[1:]}"
    parts = ", ".join(part for part in _design_parts(design) if part)
    return f"{name}: {parts}." if parts else f"{name}."


def _design_parts(design: DesignModule) -> tuple[str, ...]:
    info = design.design_info
    if is_observational(design):
        model = in_words(info.observational_model).lower()
        perspective = in_words(info.time_perspective).lower()
        return (
            model and f"{model} model",
            f"{perspective} time perspective" if perspective == "other" else perspective,
        )
    allocation = in_words(info.allocation).lower()
    masking = in_words(info.masking_info.masking).lower()
    purpose = in_words(info.primary_purpose).lower()
    return (
        f"allocation {allocation}" if allocation.startswith("not") else allocation,
        in_words(info.intervention_model).lower(),
        masking and f"masking {masking}",
        purpose and f"primary purpose {purpose}",
    )
