"""What is odd in the record about what the schematic shows."""

from collections.abc import Iterator

from desktop_app.analysis.assignment import Assignment
from desktop_app.analysis.schematic import Course
from desktop_app.presentation.schematic.lanes import lane_names
from desktop_app.presentation.wording import intervention_title
from desktop_app.study.design import DesignInfo
from desktop_app.study.enumerations import DesignAllocation, InterventionalAssignment
from desktop_app.study.study import ProtocolSection

_MOST_NAMED = 6


def notes_on(protocol: ProtocolSection, assignment: Assignment, course: Course) -> tuple[str, ...]:
    """Return quiet sentences below the picture."""
    one, several = lane_names(protocol.design_module.study_type, True)
    if not assignment.arms:
        return ()
    return (
        *_steps(course, len(assignment.arms)),
        *_loose(assignment, one),
        *_shared(assignment, several),
        *_contradiction(protocol.design_module.design_info, len(assignment.arms)),
    )


def _steps(course: Course, arms: int) -> Iterator[str]:
    if course is Course.STEPS and arms > 1:
        yield (
            "The arms are numbered in the order of the record’s list; "
            "what leads from one to the next is not stated."
        )


def _loose(assignment: Assignment, noun: str) -> Iterator[str]:
    loose = assignment.interventions_without_arm
    names = [intervention_title(one.type, one.name) for one in loose]
    if names:
        more = f"; and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        yield f"Named without {_article(noun)}: {'; '.join(names[:_MOST_NAMED])}{more}."


def _article(noun: str) -> str:
    return f"an {noun}" if noun == "arm" else f"a {noun}"


def _shared(assignment: Assignment, nouns: str) -> Iterator[str]:
    for title, count in assignment.shared_arm_labels[:_MOST_NAMED]:
        yield f"{count} {nouns} share the title “{title}”."


def _contradiction(info: DesignInfo, arms: int) -> Iterator[str]:
    if info.intervention_model == InterventionalAssignment.SINGLE_GROUP and arms > 1:
        yield f"The record states a single group assignment, and {arms} arms."
    if info.allocation == DesignAllocation.RANDOMIZED and arms == 1:
        yield "The record states a randomized allocation, and one arm."
