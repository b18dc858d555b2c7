"""How participants come into their arms, or how groups are observed."""

from collections.abc import Iterator

from desktop_app.analysis.schematic import Junction
from desktop_app.languages import _, pgettext
from desktop_app.presentation.wording import all_within, in_words, within
from desktop_app.punctuation import labelled
from desktop_app.study.base import label
from desktop_app.study.codes import code_label
from desktop_app.study.design import DesignInfo, DesignModule, ExpandedAccessTypes, MaskingBlock
from desktop_app.study.enumerations import (
    DesignAllocation,
    DesignMasking,
    DesignTimePerspective,
    InterventionalAssignment,
    ObservationalModel,
    StudyType,
)


def junction_of(design: DesignModule, arms: int) -> Junction | None:
    """Return what stands between the population and so many arms; None for a straight line."""
    match design.study_type:
        case StudyType.OBSERVATIONAL:
            return _observed(design)
        case StudyType.EXPANDED_ACCESS:
            return _access(design.expanded_access_types)
        case _other:
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
        yield _("Intervention model not stated")
    allocation = info.allocation
    if is_asked and _is_straight(info, arms) and allocation not in (None, DesignAllocation.NA):
        yield within(allocation)
    elif not is_asked and allocation:
        yield labelled(pgettext("within a sentence", "allocation"), within(allocation))
    masking = _masking(info.masking_info)
    if masking or is_asked:
        yield masking or _("masking not stated")


def _masking(masking: MaskingBlock) -> str:
    who = all_within(masking.who_masked)
    if masking.masking == DesignMasking.NONE:
        if not who:
            return _("open label")
        return _("open label, yet named as masked: {who}").format(who=who)
    if not masking.masking:
        return _("masked: {who}").format(who=who) if who else ""
    # Translators: The first is how the study is masked: double masked: participant, investigator.
    words = _("{masking} masked: {who}")
    return words.format(masking=within(masking.masking), who=who or _("who is not stated"))


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
            return Junction(label(DesignInfo, "allocation"), (_("not stated"),), is_stated=False)
        case DesignAllocation.NA:
            return Junction(label(DesignInfo, "allocation"), (within(info.allocation),))
        case DesignAllocation.RANDOMIZED:
            return Junction(in_words(info.allocation), (_("ratio not stated"),))
        case _other:
            return Junction(in_words(info.allocation))


def _observed(design: DesignModule) -> Junction:
    info = design.design_info
    lines = (
        _model(info.observational_model),
        _perspective(info.time_perspective),
        *_registry(design),
    )
    # Translators: How groups of an observational study are watched.
    return Junction(pgettext("groups of a study", "Observed"), lines, is_decision=False)


def _model(model: str | None) -> str:
    """Return the words of the record, with what they are about where they do not tell."""
    if not model:
        return _("model not stated")
    return _("Other model") if model == ObservationalModel.OTHER else in_words(model)


def _perspective(perspective: str | None) -> str:
    if not perspective:
        return _("time perspective not stated")
    is_other = perspective == DesignTimePerspective.OTHER
    return _("Other time perspective") if is_other else in_words(perspective)


def _registry(design: DesignModule) -> Iterator[str]:
    if design.patient_registry:
        yield label(DesignModule, "patient_registry")
    if design.target_duration:
        yield labelled(label(DesignModule, "target_duration"), design.target_duration)


def _access(types: ExpandedAccessTypes) -> Junction:
    stated = tuple(
        label(ExpandedAccessTypes, name)
        for name in ("individual", "intermediate", "treatment")
        if getattr(types, name)
    )
    title = code_label(StudyType.EXPANDED_ACCESS)
    return Junction(title, stated or (_("type not stated"),), is_decision=False)
