"""Which arm group gets which intervention, as a picture with its words."""

from collections.abc import Iterator
from functools import partial

from desktop_app.analysis.arms_matrix import Matrix, draw_matrix
from desktop_app.analysis.assignment import Assignment, assign
from desktop_app.analysis.named import Named
from desktop_app.languages import _
from desktop_app.presentation.group_words import GroupWords, group_words
from desktop_app.presentation.section import Figure
from desktop_app.presentation.wording import in_words, intervention_title
from desktop_app.punctuation import labelled, listed_long, with_note
from desktop_app.study.enumerations import StudyType
from desktop_app.study.study import Study


def matrix_figure(study: Study) -> Figure | None:
    """Return arm groups against interventions, or None where a grid would tell nothing.

    With one arm group or none there is nothing to compare.
    """
    assignment = assign(study.protocol_section.arms_interventions_module)
    if len(assignment.by_arm) < 2 or not assignment.by_intervention:
        return None
    words = _group_words(study)
    matrix = _matrix(assignment, words)
    lines = tuple(_words(assignment, matrix, words))
    return Figure("arms-matrix", words.against_interventions, lines, partial(draw_matrix, matrix))


def _group_words(study: Study) -> GroupWords:
    kind = study.protocol_section.design_module.study_type
    return group_words(kind == StudyType.OBSERVATIONAL)


def _matrix(assignment: Assignment, words: GroupWords) -> Matrix:
    return Matrix(
        tuple(arm.label or words.untitled for arm in assignment.arms),
        tuple(intervention_title(one.type, one.name) for one, _arms in assignment.by_intervention),
        assignment.links,
        words.noun,
        Named.INTERVENTION,
    )


def _words(assignment: Assignment, matrix: Matrix, words: GroupWords) -> Iterator[str]:
    """Yield a line for each arm group, and one for the interventions that none of them gets."""
    for arm, name, columns in zip(assignment.arms, matrix.rows, matrix.by_row(), strict=True):
        given = listed_long(matrix.columns[column] for column in columns)
        titled = with_note(name, in_words(arm.type))
        yield labelled(titled, given or _("none of the interventions"))
    linked = {column for _row, column in matrix.dots}
    others = [name for column, name in enumerate(matrix.columns) if column not in linked]
    if others:
        yield labelled(words.in_none, listed_long(others))
