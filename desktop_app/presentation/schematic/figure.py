"""The schematic of a study."""

from functools import partial

from desktop_app.analysis.assignment import Assignment, assign
from desktop_app.analysis.schematic import Course, Schematic, draw_schematic
from desktop_app.languages import _, pgettext
from desktop_app.presentation.schematic.allocation import caption_of, junction_of
from desktop_app.presentation.schematic.lanes import intervention_titles, lanes_are, lanes_of
from desktop_app.presentation.schematic.notes import notes_on
from desktop_app.presentation.schematic.outcomes import goals_of
from desktop_app.presentation.schematic.population import population_of
from desktop_app.presentation.schematic.reading import reading_of
from desktop_app.presentation.section import Figure
from desktop_app.study.enumerations import InterventionalAssignment, StudyType
from desktop_app.study.study import ProtocolSection, Study

_COURSES: dict[str, Course] = {
    InterventionalAssignment.CROSSOVER: Course.CROSSOVER,
    InterventionalAssignment.FACTORIAL: Course.GRID,
    InterventionalAssignment.SEQUENTIAL: Course.STEPS,
}


def schematic_figure(study: Study) -> Figure | None:
    """Return the schematic of a study, or None where its record states nothing to be drawn."""
    protocol = study.protocol_section
    if not _states_anything(protocol):
        return None
    schematic = schematic_of(protocol)
    return Figure(
        "schematic", _("Schematic"), reading_of(schematic), partial(draw_schematic, schematic)
    )


def schematic_of(protocol: ProtocolSection) -> Schematic:
    """Return what is drawn, in words."""
    assignment = assign(protocol.arms_interventions_module)
    course = _course(protocol, assignment)
    lanes = lanes_of(protocol, assignment)
    return Schematic(
        caption_of(protocol.design_module, len(assignment.arms)),
        population_of(protocol),
        junction_of(protocol.design_module, len(assignment.arms)),
        course,
        lanes,
        lanes_are(protocol.design_module.study_type, bool(assignment.arms)),
        intervention_titles(assignment),
        goals_of(protocol),
        _crossing() if course is Course.CROSSOVER else (),
        notes_on(protocol, assignment, course),
    )


def _crossing() -> tuple[str, ...]:
    return pgettext("design of a study", "Crossover"), _("periods and order not stated")


def _course(protocol: ProtocolSection, assignment: Assignment) -> Course:
    design = protocol.design_module
    if design.study_type not in (None, StudyType.INTERVENTIONAL) or not assignment.arms:
        return Course.LANES
    course = _COURSES.get(design.design_info.intervention_model or "", Course.LANES)
    if course is Course.GRID and not any(len(given) > 1 for _arm, given in assignment.by_arm):
        # Nothing is combined with anything: a grid would tell less than the lanes.
        return Course.LANES
    return course


def _states_anything(protocol: ProtocolSection) -> bool:
    design, eligibility = protocol.design_module, protocol.eligibility_module
    module = protocol.arms_interventions_module
    stated_people = (eligibility.sex, eligibility.minimum_age, eligibility.maximum_age)
    return bool(
        protocol.conditions_module.conditions
        or module.arm_groups
        or module.interventions
        or protocol.outcomes_module.primary_outcomes
        or design.study_type
        or design.design_info.model_fields_set
        or design.enrollment_info.count is not None
        or any(stated_people)
    )
