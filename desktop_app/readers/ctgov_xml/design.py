"""Reads how a study is designed, in its form of today and of before 2017."""

import re

from desktop_app.languages import N_
from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.markup import markup, textblock
from desktop_app.readers.ctgov_xml.masking import masking
from desktop_app.readers.ctgov_xml.values import Held, flag_of, held, number_of
from desktop_app.readers.ctgov_xml.wordings import code_in, code_of, known_code
from desktop_app.study.codes import Code
from desktop_app.study.enumerations import (
    BioSpecRetention,
    DesignAllocation,
    DesignTimePerspective,
    EnrollmentType,
    InterventionalAssignment,
    ObservationalModel,
    Phase,
    PrimaryPurpose,
    StudyType,
)

_REGISTRY = "Observational [Patient Registry]"
_OLD_ELEMENT = re.compile(r"(?:^|,)\s*([A-Z][A-Za-z ]{3,40}):\s+")
_OLD_NAMES: dict[str, tuple[str, type[Code]]] = {
    "Allocation": ("allocation", DesignAllocation),
    "Intervention Model": ("intervention_model", InterventionalAssignment),
    "Primary Purpose": ("primary_purpose", PrimaryPurpose),
    "Observational Model": ("observational_model", ObservationalModel),
    "Time Perspective": ("time_perspective", DesignTimePerspective),
}


def design(study: Part) -> Held:
    """Read type, phases, design, biospecimens and enrollment."""
    types = study.part("expanded_access_info")
    enrollment = study.part("enrollment")
    kind = code_of(enrollment, enrollment.attribute("type"), EnrollmentType)
    return held(
        **_study_type(study),
        target_duration=study.text("target_duration"),
        phases=phases(study),
        expanded_access_types=held(
            individual=flag_of(types, "expanded_access_type_individual"),
            intermediate=flag_of(types, "expanded_access_type_intermediate"),
            treatment=flag_of(types, "expanded_access_type_treatment"),
        ),
        design_info=_design_info(study),
        bio_spec=held(
            retention=code_in(study, "biospec_retention", BioSpecRetention),
            description=textblock(study, "biospec_descr"),
        ),
        enrollment_info=held(count=number_of(study, "enrollment"), type=kind),
    )


def _study_type(study: Part) -> Held:
    part = study.part("study_type")
    if part.own_text == _REGISTRY:
        return held(study_type=StudyType.OBSERVATIONAL, patient_registry=True)
    return held(study_type=code_of(part, part.own_text, StudyType))


def phases(study: Part) -> tuple[Phase | str, ...]:
    """Return one phase, or the two of ``Phase 1/Phase 2``."""
    part = study.part("phase")
    text = part.own_text
    if text is None:
        return ()
    several = tuple(known_code(word, Phase) for word in text.split("/"))
    known = tuple(phase for phase in several if phase is not None)
    if len(known) == len(several):
        return known
    code = code_of(part, text, Phase)
    return (code,) if code else ()


def _design_info(study: Part) -> Held:
    info = study.part("study_design_info")
    masks = info.part("masking")
    return _old_design(study.part("study_design")) | held(
        allocation=code_in(info, "allocation", DesignAllocation),
        intervention_model=code_in(info, "intervention_model", InterventionalAssignment),
        intervention_model_description=markup(info, "intervention_model_description"),
        primary_purpose=code_in(info, "primary_purpose", PrimaryPurpose),
        observational_model=code_in(info, "observational_model", ObservationalModel),
        time_perspective=code_in(info, "time_perspective", DesignTimePerspective),
        masking_info=masking(masks, masks.own_text)
        | held(masking_description=markup(info, "masking_description")),
    )


def _old_design(part: Part) -> Held:
    """Read ``Allocation: Randomized, Masking: Double Blind (Subject, Caregiver)`` and the like."""
    before, *pieces = _OLD_ELEMENT.split(part.own_text or "")
    found: Held = {}
    left = [before.strip()] if before.strip() else []
    for name, text in zip(pieces[::2], pieces[1::2], strict=True):
        if name == "Masking":
            found |= held(masking_info=masking(part, text))
        elif name in _OLD_NAMES:
            element, codes = _OLD_NAMES[name]
            found[element] = code_of(part, text, codes)
        else:
            left.append(f"{name}: {text}")
    if left:
        what = N_("has no place in the registry's present records: {text}")
        part.report(what, text=repr(", ".join(left)))
    return found
