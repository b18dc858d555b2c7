"""What is odd in the record about what the schematic shows."""

from collections.abc import Iterator

from desktop_app.analysis.assignment import Assignment
from desktop_app.analysis.schematic import Course
from desktop_app.analysis.schematic.rows import and_more
from desktop_app.languages import _, ngettext
from desktop_app.presentation.group_words import GroupWords, group_words
from desktop_app.presentation.wording import intervention_title
from desktop_app.punctuation import listed_long
from desktop_app.study.design import DesignInfo
from desktop_app.study.enumerations import DesignAllocation, InterventionalAssignment, StudyType
from desktop_app.study.study import ProtocolSection

_MOST_NAMED = 6


def notes_on(protocol: ProtocolSection, assignment: Assignment, course: Course) -> tuple[str, ...]:
    """Return quiet sentences below the picture."""
    if not assignment.arms:
        return ()
    is_observational = protocol.design_module.study_type == StudyType.OBSERVATIONAL
    return (
        *_steps(course, len(assignment.arms)),
        *_loose(assignment, is_observational),
        *_shared(assignment, group_words(is_observational)),
        *_contradiction(protocol.design_module.design_info, len(assignment.arms)),
    )


def _steps(course: Course, arms: int) -> Iterator[str]:
    if course is Course.STEPS and arms > 1:
        yield _(
            "The arms are numbered in the order of the record’s list; "
            "what leads from one to the next is not stated."
        )


def _loose(assignment: Assignment, is_observational: bool) -> Iterator[str]:
    loose = assignment.interventions_without_arm
    names = [intervention_title(one.type, one.name) for one in loose]
    if names:
        shown = names[:_MOST_NAMED]
        shown += [and_more(len(names) - _MOST_NAMED)] if len(names) > _MOST_NAMED else []
        without = (
            _("Named without a group: {names}.")
            if is_observational
            else _("Named without an arm: {names}.")
        )
        yield without.format(names=listed_long(shown))


def _shared(assignment: Assignment, words: GroupWords) -> Iterator[str]:
    for title, count in assignment.shared_arm_labels[:_MOST_NAMED]:
        yield words.same_title(count, title)


def _contradiction(info: DesignInfo, arms: int) -> Iterator[str]:
    if info.intervention_model == InterventionalAssignment.SINGLE_GROUP and arms > 1:
        yield ngettext(
            "The record states a single group assignment, and {count} arm.",
            "The record states a single group assignment, and {count} arms.",
            arms,
        ).format(count=arms)
    if info.allocation == DesignAllocation.RANDOMIZED and arms == 1:
        yield _("The record states a randomized allocation, and one arm.")
