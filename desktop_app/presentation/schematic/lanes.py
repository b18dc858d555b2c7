"""Arms, groups, or interventions where the record has no arms, as lanes."""

from collections import defaultdict

from desktop_app.analysis.assignment import Assignment
from desktop_app.analysis.schematic import Lane
from desktop_app.presentation.wording import in_words, intervention_title
from desktop_app.study.arms_interventions import ArmGroup
from desktop_app.study.enumerations import ArmGroupType, StudyType
from desktop_app.study.study import ProtocolSection


def lane_names(study_type: str | None, has_arms: bool) -> tuple[str, str]:
    """Return one lane and several in words."""
    match study_type:
        case StudyType.OBSERVATIONAL:
            return "group", "groups"
        case StudyType.EXPANDED_ACCESS if not has_arms:
            return "intervention", "interventions"
        case _:
            return "arm", "arms"


def lanes_of(protocol: ProtocolSection, assignment: Assignment) -> tuple[Lane, ...]:
    """Return a lane for every arm group; at least one, which may say that none is stated."""
    study_type = protocol.design_module.study_type
    if assignment.arms:
        return _arms(assignment, study_type)
    if study_type == StudyType.EXPANDED_ACCESS:
        return _interventions(assignment)
    noun = lane_names(study_type, False)[1].capitalize()
    titles = intervention_titles(assignment)
    is_asked = study_type != StudyType.OBSERVATIONAL and not titles
    remark = "nor any intervention" if is_asked else ""
    return (Lane(f"{noun} not stated", given=titles, remark=remark, is_stated=False),)


def intervention_titles(assignment: Assignment) -> tuple[str, ...]:
    """Return the interventions as arms name them, in the record's order."""
    return tuple(intervention_title(one.type, one.name) for one, _ in assignment.by_intervention)


def _interventions(assignment: Assignment) -> tuple[Lane, ...]:
    lanes = tuple(
        Lane(_title(one.name), in_words(one.type)) for one, _ in assignment.by_intervention
    )
    return lanes or (Lane("Interventions not stated", is_stated=False),)


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
    remark = "no intervention named" if is_asked and not given else ""
    is_titled = bool(arm.label and arm.label.strip())
    return Lane(_title(arm.label), in_words(arm.type), given, gets, remark, is_titled)


def _title(text: str | None) -> str:
    return text if text and text.strip() else "Title not stated"
