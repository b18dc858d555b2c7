"""Arms, groups, or interventions where the record has no arms, as lanes."""

from collections import defaultdict

from desktop_app.analysis.assignment import Assignment
from desktop_app.analysis.named import Named
from desktop_app.analysis.schematic import Lane
from desktop_app.languages import _
from desktop_app.presentation.wording import in_words, intervention_title
from desktop_app.study.arms_interventions import ArmGroup
from desktop_app.study.enumerations import ArmGroupType, StudyType
from desktop_app.study.study import ProtocolSection


def lanes_are(study_type: str | None, has_arms: bool) -> Named:
    """Return what the lanes stand for."""
    match study_type:
        case StudyType.OBSERVATIONAL:
            return Named.GROUP
        case StudyType.EXPANDED_ACCESS if not has_arms:
            return Named.INTERVENTION
        case _:
            return Named.ARM


def lanes_of(protocol: ProtocolSection, assignment: Assignment) -> tuple[Lane, ...]:
    """Return a lane for every arm group; at least one, which may say that none is stated."""
    study_type = protocol.design_module.study_type
    if assignment.arms:
        return _arms(assignment, study_type)
    if study_type == StudyType.EXPANDED_ACCESS:
        return _interventions(assignment)
    titles = intervention_titles(assignment)
    is_observational = study_type == StudyType.OBSERVATIONAL
    none = _("Groups not stated") if is_observational else _("Arms not stated")
    remark = _("nor any intervention") if not is_observational and not titles else ""
    return (Lane(none, given=titles, remark=remark, is_stated=False),)


def intervention_titles(assignment: Assignment) -> tuple[str, ...]:
    """Return the interventions as arms name them, in the record's order."""
    given = (one for one, _arms in assignment.by_intervention)
    return tuple(intervention_title(one.type, one.name) for one in given)


def _interventions(assignment: Assignment) -> tuple[Lane, ...]:
    lanes = tuple(
        Lane(_title(one.name), in_words(one.type)) for one, _arms in assignment.by_intervention
    )
    return lanes or (Lane(_("Interventions not stated"), is_stated=False),)


def _arms(assignment: Assignment, study_type: str | None) -> tuple[Lane, ...]:
    titles = intervention_titles(assignment)
    gets: defaultdict[int, list[int]] = defaultdict(list)
    for arm, intervention in assignment.links:
        gets[arm].append(intervention)
    unknown: defaultdict[int, list[str]] = defaultdict(list)
    for group, name in assignment.unknown_intervention_names:
        unknown[id(group)].append(name)
    return tuple(
        _arm(arm, tuple(gets[place]), titles, tuple(unknown[id(arm)]), study_type)
        for place, arm in enumerate(assignment.arms)
    )


def _arm(
    arm: ArmGroup,
    gets: tuple[int, ...],
    titles: tuple[str, ...],
    unknown: tuple[str, ...],
    study_type: str | None,
) -> Lane:
    given = (*(titles[place] for place in gets), *(name for name in unknown if name.strip()))
    is_asked = study_type != StudyType.OBSERVATIONAL and arm.type != ArmGroupType.NO_INTERVENTION
    remark = _("no intervention named") if is_asked and not given else ""
    is_titled = bool(arm.label and arm.label.strip())
    return Lane(_title(arm.label), in_words(arm.type), given, gets, remark, is_titled)


def _title(text: str | None) -> str:
    return text if text and text.strip() else _("Title not stated")
