"""Which arm group gets which intervention, as a picture with its words."""

from collections.abc import Iterator
from functools import partial

from desktop_app.analysis.arms_matrix import Matrix, draw_matrix
from desktop_app.analysis.assignment import Assignment, assign
from desktop_app.presentation.section import Figure
from desktop_app.presentation.wording import in_words, intervention_title
from desktop_app.study.enumerations import StudyType
from desktop_app.study.study import Study


def matrix_figure(study: Study) -> Figure | None:
    """Return arm groups against interventions, or None where a grid would tell nothing.

    With one arm group or none there is nothing to compare.
    """
    assignment = assign(study.protocol_section.arms_interventions_module)
    if len(assignment.by_arm) < 2 or not assignment.by_intervention:
        return None
    matrix = _matrix(assignment, _noun(study))
    title = f"{matrix.row_noun.capitalize()}s and interventions"
    return Figure(
        "arms-matrix", title, tuple(_words(assignment, matrix)), partial(draw_matrix, matrix)
    )


def _noun(study: Study) -> str:
    kind = study.protocol_section.design_module.study_type
    return "group" if kind == StudyType.OBSERVATIONAL else "arm"


def _matrix(assignment: Assignment, noun: str) -> Matrix:
    return Matrix(
        tuple(arm.label or f"Untitled {noun}" for arm in assignment.arms),
        tuple(intervention_title(one.type, one.name) for one, _ in assignment.by_intervention),
        assignment.links,
        noun,
        "intervention",
    )


def _words(assignment: Assignment, matrix: Matrix) -> Iterator[str]:
    """Yield a line for each arm group, and one for the interventions that none of them gets."""
    for arm, name, columns in zip(assignment.arms, matrix.rows, matrix.by_row(), strict=True):
        given = "; ".join(matrix.columns[column] for column in columns)
        kind = f" ({in_words(arm.type)})" if arm.type else ""
        yield f"{name}{kind}: {given or 'none of the interventions'}"
    linked = {column for _, column in matrix.dots}
    others = [name for column, name in enumerate(matrix.columns) if column not in linked]
    if others:
        yield f"In no {matrix.row_noun}: {'; '.join(others)}"
