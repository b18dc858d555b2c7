"""The design of a study in one sentence."""

from collections.abc import Iterator

from desktop_app.languages import _
from desktop_app.presentation.brief.facts import (
    access_types,
    is_expanded_access,
    is_observational,
)
from desktop_app.presentation.wording import has_phase, in_words, phase_of, within
from desktop_app.punctuation import labelled, listed, said_within
from desktop_app.study.design import DesignInfo, DesignModule
from desktop_app.study.enumerations import (
    DesignAllocation,
    DesignTimePerspective,
    ObservationalModel,
    StudyType,
)
from desktop_app.study.study import ProtocolSection


def design_sentence(protocol: ProtocolSection) -> str:
    """Return the design in the registry's terms; the cells have counts and what is not stated."""
    design = protocol.design_module
    if is_expanded_access(design):
        kind, types = in_words(design.study_type), access_types(design)
        return _ended(labelled(kind, types) if types else kind)
    name, parts = _name(design), listed(_parts(design))
    return _ended(labelled(name, parts) if parts else name)


def _ended(sentence: str) -> str:
    # Translators: A sentence with its full stop.
    return _("{sentence}.").format(sentence=sentence)


def _name(design: DesignModule) -> str:
    if has_phase(design):
        return _name_with_phase(design.study_type, phase_of(design))
    match design.study_type:
        case StudyType.INTERVENTIONAL:
            return _("Interventional study")
        case StudyType.OBSERVATIONAL:
            return _("Observational study")
        case _other:
            return in_words(design.study_type) or _("Study of a type that is not stated")


def _name_with_phase(kind: StudyType | str | None, phase: str) -> str:
    match kind:
        case StudyType.INTERVENTIONAL:
            return _phased(_("{phase} interventional study"), phase)
        case StudyType.OBSERVATIONAL:
            return _phased(_("{phase} observational study"), phase)
        case None:
            return _phased(_("{phase} study of a type that is not stated"), phase)
        case other:
            # What is no term of the registry is left as it is.
            return f"{phase} {in_words(other)}"


def _phased(words: str, phase: str) -> str:
    if words.startswith("{phase}"):
        return words.format(phase=phase)
    # Two of them may be joined: phase 1/phase 2.
    return words.format(phase="/".join(map(said_within, phase.split("/"))))


def _parts(design: DesignModule) -> Iterator[str]:
    info = design.design_info
    if is_observational(design):
        yield _model(info)
        if info.time_perspective == DesignTimePerspective.OTHER:
            yield _("other time perspective")
        else:
            yield within(info.time_perspective)
        return
    yield _allocation(info)
    yield within(info.intervention_model)
    if info.masking_info.masking:
        yield _("masking {masking}").format(masking=within(info.masking_info.masking))
    if info.primary_purpose:
        yield _("primary purpose {purpose}").format(purpose=within(info.primary_purpose))


def _model(info: DesignInfo) -> str:
    if not info.observational_model:
        return ""
    if info.observational_model == ObservationalModel.OTHER:
        return _("other model")
    # Translators: The model of an observational study: cohort model.
    return _("{model} model").format(model=within(info.observational_model))


def _allocation(info: DesignInfo) -> str:
    if info.allocation == DesignAllocation.NA:
        return _("allocation not applicable")
    return within(info.allocation)
