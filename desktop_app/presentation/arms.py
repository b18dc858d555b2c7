"""The Arms tab: what each arm group is and gets, and each intervention by itself."""

from collections.abc import Iterator

from desktop_app.analysis.assignment import Assignment, assign
from desktop_app.presentation.arms_matrix import matrix_figure
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.fields import existing, figure_section, prose, says
from desktop_app.presentation.section import Block, Field, FieldList, Paragraph, Section
from desktop_app.presentation.wording import in_words, intervention_title
from desktop_app.study.arms_interventions import ArmGroup, Intervention
from desktop_app.study.enumerations import ArmGroupType, StudyType
from desktop_app.study.study import Study


def arms_badge(study: Study) -> str:
    """Return the number of arm groups, empty where there are none."""
    return str(len(study.protocol_section.arms_interventions_module.arm_groups) or "")


def arms_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Arms tab of a study."""
    module = study.protocol_section.arms_interventions_module
    words = _group_words(study)
    assignment = assign(module)
    if not module.arm_groups and not module.interventions:
        return (says("Arms", _why_nothing(study)),)
    return existing(
        _notes_section(assignment, words),
        figure_section(f"{words[1]} and Interventions", matrix_figure(study)),
        _arms_section(assignment, words, study),
        _interventions_section(assignment, words),
    )


def _group_words(study: Study) -> tuple[str, str]:
    observational = study.protocol_section.design_module.study_type == StudyType.OBSERVATIONAL
    return ("group", "Groups") if observational else ("arm", "Arms")


def _why_nothing(study: Study) -> str:
    match study.protocol_section.design_module.study_type:
        case StudyType.OBSERVATIONAL:
            return (
                "This is an observational study; it has no arms, and its record states no groups."
            )
        case StudyType.EXPANDED_ACCESS:
            return (
                "This is an expanded access record: it has no arms, and it states no interventions."
            )
        case _:
            return "This record states neither arms nor interventions."


def _notes_section(assignment: Assignment, words: tuple[str, str]) -> Section | None:
    notes = (*_unassigned(assignment, words[0]), *_mismatches(assignment, words))
    if not notes:
        return None
    return Section("To Note", tuple(Paragraph(note, is_quiet=True) for note in notes))


def _unassigned(assignment: Assignment, noun: str) -> Iterator[str]:
    if not assignment.arms:
        return
    for intervention in assignment.interventions_without_arm:
        title = intervention_title(intervention.type, intervention.name)
        yield f"{title} is not assigned to any {noun}."
    unnamed = [
        arm.label or f"Untitled {noun}"
        for arm in assignment.arms_without_intervention
        if arm.type != ArmGroupType.NO_INTERVENTION
    ]
    if len(unnamed) == len(assignment.arms) > 1:
        yield f"No intervention is named for any {noun}."
    else:
        yield from (f"No intervention is named for the {noun} {label}" for label in unnamed)


def _mismatches(assignment: Assignment, words: tuple[str, str]) -> Iterator[str]:
    """Yield where the titles in the record do not tell what belongs together."""
    noun, nouns = words[0], words[1].lower()
    for label, count in assignment.shared_arm_labels:
        yield f"{count} {nouns} have the same title: {label}"
    for intervention, label in assignment.unknown_arm_labels:
        title = intervention_title(intervention.type, intervention.name)
        yield f"{title} is assigned to “{label}”, but no {noun} has that title."
    for arm, name in assignment.unknown_intervention_names:
        yield f"The {noun} “{arm.label or ''}” names “{name}”, but no intervention has that name."


def _arms_section(assignment: Assignment, words: tuple[str, str], study: Study) -> Section:
    if not assignment.arms:
        kind = study.protocol_section.design_module.study_type
        why = (
            "This is an expanded access record: it has no arms."
            if kind == StudyType.EXPANDED_ACCESS
            else f"This record states no {words[1].lower()}."
        )
        return says(words[1], why)
    parts = tuple(_arm_part(arm, given, words[0]) for arm, given in assignment.by_arm)
    return Section(words[1], parts, note=str(len(parts)))


def _arm_part(arm: ArmGroup, given: tuple[Intervention, ...], noun: str) -> Section:
    listed = [intervention_title(one.type, one.name) for one in given]
    listed += [name for name in arm.intervention_names if name not in listed]
    interventions = Field(
        "Interventions", "\n".join(listed) or _no_interventions(arm), is_absent=not listed
    )
    blocks: tuple[Block, ...] = (*prose(arm.description), FieldList((interventions,)))
    return Section(arm.label or f"Untitled {noun}", blocks, note=in_words(arm.type))


def _no_interventions(arm: ArmGroup) -> str:
    return "None" if arm.type == ArmGroupType.NO_INTERVENTION else "None named in this record"


def _interventions_section(assignment: Assignment, words: tuple[str, str]) -> Section:
    if not assignment.by_intervention:
        return says("Interventions", "This record states no interventions.")
    parts = tuple(
        _intervention_part(intervention, arms, words)
        for intervention, arms in assignment.by_intervention
    )
    return Section("Interventions", parts, note=str(len(parts)))


def _intervention_part(
    intervention: Intervention, arms: tuple[ArmGroup, ...], words: tuple[str, str]
) -> Section:
    labels = [arm.label or "" for arm in arms]
    labels += [label for label in intervention.arm_group_labels if label not in labels]
    fields = []
    if intervention.other_names:
        fields.append(Field("Other Names", "\n".join(intervention.other_names)))
    if labels:
        fields.append(
            Field(f"Given in {words[1]}" if words[0] == "arm" else words[1], "\n".join(labels))
        )
    blocks: tuple[Block, ...] = prose(intervention.description)
    blocks += (FieldList(tuple(fields)),) if fields else ()
    return Section(
        intervention.name or "Untitled intervention", blocks, note=in_words(intervention.type)
    )
