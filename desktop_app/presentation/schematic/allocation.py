"""How participants come into their arms, or how groups are observed."""

from collections.abc import Iterator

from desktop_app.analysis.schematic import Junction
from desktop_app.presentation.wording import in_words
from desktop_app.study.base import label
from desktop_app.study.codes import code_label
from desktop_app.study.design import DesignInfo, DesignModule, ExpandedAccessTypes, MaskingBlock
from desktop_app.study.enumerations import (
    DesignAllocation,
    DesignMasking,
    InterventionalAssignment,
    StudyType,
)

_UNKNOWN = "not stated"


def junction_of(design: DesignModule, arms: int) -> Junction | None:
    """Return what stands between the population and so many arms; None for a straight line."""
    match design.study_type:
        case StudyType.OBSERVATIONAL:
            return _observed(design)
        case StudyType.EXPANDED_ACCESS:
            return _access(design.expanded_access_types)
        case _:
            return _allocated(design.design_info, arms)


def caption_of(design: DesignModule, arms: int) -> str:
    """Return what is said of all arms: model, masking, and an allocation that is not drawn."""
    return " · ".join(_caption(design, arms))


def _caption(design: DesignModule, arms: int) -> Iterator[str]:
    info = design.design_info
    is_asked = design.study_type in (None, StudyType.INTERVENTIONAL)
    if info.intervention_model:
        yield in_words(info.intervention_model)
    elif is_asked:
        yield "Intervention model not stated"
    allocation = info.allocation
    if is_asked and _is_straight(info, arms) and allocation not in (None, DesignAllocation.NA):
        yield in_words(allocation).lower()
    elif not is_asked and allocation:
        yield f"{label(DesignInfo, 'allocation').lower()}: {in_words(allocation).lower()}"
    masking = _masking(info.masking_info)
    if masking or is_asked:
        yield masking or "masking not stated"


def _masking(masking: MaskingBlock) -> str:
    who = ", ".join(code_label(role).lower() for role in masking.who_masked)
    if masking.masking == DesignMasking.NONE:
        return f"open label, yet named as masked: {who}" if who else "open label"
    if not masking.masking:
        return f"masked: {who}" if who else ""
    return f"{in_words(masking.masking).lower()} masked: {who or 'who is not stated'}"


def _is_straight(info: DesignInfo, arms: int) -> bool:
    """Tell whether nothing parts: one arm, or a single group that is not randomized."""
    if info.allocation == DesignAllocation.RANDOMIZED:
        return False
    return arms <= 1 or info.intervention_model == InterventionalAssignment.SINGLE_GROUP


def _allocated(info: DesignInfo, arms: int) -> Junction | None:
    if _is_straight(info, arms):
        return None
    match info.allocation:
        case None:
            return Junction("Allocation", (_UNKNOWN,), is_stated=False)
        case DesignAllocation.NA:
            return Junction("Allocation", ("not applicable",))
        case DesignAllocation.RANDOMIZED:
            return Junction(in_words(info.allocation), ("ratio not stated",))
        case _:
            return Junction(in_words(info.allocation))


def _observed(design: DesignModule) -> Junction:
    info = design.design_info
    lines = (
        _of_what(in_words(info.observational_model), "model"),
        _of_what(in_words(info.time_perspective), "time perspective"),
        *_registry(design),
    )
    return Junction("Observed", lines, is_decision=False)


def _of_what(words: str, what: str) -> str:
    """Return the words of the record, with what they are about where they do not tell."""
    if not words:
        return f"{what} not stated"
    return f"{words} {what}" if words == "Other" else words


def _registry(design: DesignModule) -> Iterator[str]:
    if design.patient_registry:
        yield label(DesignModule, "patient_registry")
    if design.target_duration:
        yield f"{label(DesignModule, 'target_duration')}: {design.target_duration}"


def _access(types: ExpandedAccessTypes) -> Junction:
    stated = tuple(
        label(ExpandedAccessTypes, name)
        for name in ("individual", "intermediate", "treatment")
        if getattr(types, name)
    )
    title = StudyType.EXPANDED_ACCESS.label
    return Junction(title, stated or ("type not stated",), is_decision=False)
