"""The Arms tab: what each arm group is and gets, and each intervention by itself."""

from collections.abc import Iterator

from desktop_app.analysis.assignment import Assignment, assign, other_names
from desktop_app.languages import _, pgettext
from desktop_app.presentation.arms_matrix import matrix_figure
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.fields import existing, figure_section, prose, says
from desktop_app.presentation.group_words import GroupWords, group_words
from desktop_app.presentation.section import Block, Field, FieldList, Paragraph, Section
from desktop_app.presentation.wording import in_words, intervention_title
from desktop_app.study.arms_interventions import ArmGroup, Intervention
from desktop_app.study.base import label
from desktop_app.study.enumerations import ArmGroupType, StudyType
from desktop_app.study.study import Study


def arms_sections(study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
    """Return the Arms tab of a study."""
    module = study.protocol_section.arms_interventions_module
    words = _group_words(study)
    assignment = assign(module)
    if not module.arm_groups and not module.interventions:
        return (says(_("Arms"), _why_nothing(study)),)
    return existing(
        _notes_section(assignment, words),
        figure_section(words.and_interventions, matrix_figure(study)),
        _arms_section(assignment, words, study),
        _interventions_section(assignment, words),
    )


def _group_words(study: Study) -> GroupWords:
    is_observational = study.protocol_section.design_module.study_type == StudyType.OBSERVATIONAL
    return group_words(is_observational)


def _why_nothing(study: Study) -> str:
    match study.protocol_section.design_module.study_type:
        case StudyType.OBSERVATIONAL:
            return _(
                "This is an observational study; it has no arms, and its record states no groups."
            )
        case StudyType.EXPANDED_ACCESS:
            return _(
                "This is an expanded access record: it has no arms, and it states no interventions."
            )
        case _other:
            return _("This record states neither arms nor interventions.")


def _notes_section(assignment: Assignment, words: GroupWords) -> Section | None:
    notes = (*_unassigned(assignment, words), *_mismatches(assignment, words))
    if not notes:
        return None
    return Section(_("To Note"), tuple(Paragraph(note, is_quiet=True) for note in notes))


def _unassigned(assignment: Assignment, words: GroupWords) -> Iterator[str]:
    if not assignment.arms:
        return
    for intervention in assignment.interventions_without_arm:
        title = intervention_title(intervention.type, intervention.name)
        yield words.unassigned.format(intervention=title)
    unnamed = [
        arm.label or words.untitled
        for arm in assignment.arms_without_intervention
        if arm.type != ArmGroupType.NO_INTERVENTION
    ]
    if len(unnamed) == len(assignment.arms) > 1:
        yield words.nothing_named_for_any
    else:
        yield from (words.nothing_named_for.format(title=title) for title in unnamed)


def _mismatches(assignment: Assignment, words: GroupWords) -> Iterator[str]:
    """Yield where the titles in the record do not tell what belongs together."""
    for title, count in assignment.shared_arm_labels:
        yield words.same_title(count, title)
    for intervention, title in assignment.unknown_arm_labels:
        name = intervention_title(intervention.type, intervention.name)
        yield words.assigned_to_none.format(intervention=name, title=title)
    for arm, name in assignment.unknown_intervention_names:
        yield words.names_none.format(title=arm.label or "", intervention=name)


def _arms_section(assignment: Assignment, words: GroupWords, study: Study) -> Section:
    if not assignment.arms:
        kind = study.protocol_section.design_module.study_type
        why = (
            _("This is an expanded access record: it has no arms.")
            if kind == StudyType.EXPANDED_ACCESS
            else words.none_stated
        )
        return says(words.title, why)
    parts = tuple(_arm_part(arm, given, words) for arm, given in assignment.by_arm)
    return Section(words.title, parts, note=str(len(parts)))


def _arm_part(arm: ArmGroup, given: tuple[Intervention, ...], words: GroupWords) -> Section:
    listed = [intervention_title(one.type, one.name) for one in given]
    listed += other_names(arm, given)
    interventions = Field(
        _("Interventions"), "\n".join(listed) or _no_interventions(arm), is_absent=not listed
    )
    blocks: tuple[Block, ...] = (*prose(arm.description), FieldList((interventions,)))
    return Section(arm.label or words.untitled, blocks, note=in_words(arm.type))


def _no_interventions(arm: ArmGroup) -> str:
    if arm.type == ArmGroupType.NO_INTERVENTION:
        return pgettext("no interventions", "None")
    return _("None named in this record")


def _interventions_section(assignment: Assignment, words: GroupWords) -> Section:
    if not assignment.by_intervention:
        return says(_("Interventions"), _("This record states no interventions."))
    parts = tuple(
        _intervention_part(intervention, arms, words)
        for intervention, arms in assignment.by_intervention
    )
    return Section(_("Interventions"), parts, note=str(len(parts)))


def _intervention_part(
    intervention: Intervention, arms: tuple[ArmGroup, ...], words: GroupWords
) -> Section:
    labels = [arm.label or "" for arm in arms]
    labels += [title for title in intervention.arm_group_labels if title not in labels]
    fields = []
    if intervention.other_names:
        fields.append(
            Field(label(Intervention, "other_names"), "\n".join(intervention.other_names))
        )
    if labels:
        fields.append(Field(words.given_in, "\n".join(labels)))
    blocks: tuple[Block, ...] = prose(intervention.description)
    blocks += (FieldList(tuple(fields)),) if fields else ()
    return Section(
        intervention.name or _("Untitled intervention"), blocks, note=in_words(intervention.type)
    )
