"""The boxes before and after the arms: who takes part, how they are observed, what is measured."""

from collections.abc import Iterator

from desktop_app.analysis.pictures.shapes import Anchor, Ink, TextMeasure, Type
from desktop_app.analysis.schematic.block import Block
from desktop_app.analysis.schematic.rows import Frame, Row, and_more, boxed, listed
from desktop_app.analysis.schematic.schematic import Goals, Junction, Population
from desktop_app.languages import _
from desktop_app.punctuation import with_note

_STATED = Frame(Ink.RULE, Ink.PANEL)
_NOT_STATED = Frame(Ink.RULE, None, is_dashed=True)
_OBSERVED = Frame(Ink.ACCENT, Ink.ACCENT_TINT, line_width=1.2)
_MOST_CONDITIONS, _MOST_GOALS = 3, 3
_MOST_LINES = (8, 5, 4)
"""Of one outcome that is shown, of two and of three."""


def population_box(population: Population, width: float, measure: TextMeasure) -> Block:
    """Return what is studied and in whom."""
    if not population.conditions and not population.lines:
        return boxed(_quiet(_("Population not stated")), width, measure, _NOT_STATED)
    rows = _condition_rows(population.conditions) + _detail_rows(population.lines)
    spot = "\n".join((*population.conditions, *population.lines))
    return boxed(rows, width, measure, _STATED, spot=spot)


def observation_box(junction: Junction, width: float, measure: TextMeasure) -> Block:
    """Return how groups are observed."""
    rows = (Row(junction.title, Type.STRONG), *_detail_rows(junction.lines))
    return boxed(rows, width, measure, _OBSERVED, anchor=Anchor.MIDDLE)


def _condition_rows(conditions: tuple[str, ...]) -> tuple[Row, ...]:
    most_lines = 3 if len(conditions) > 1 else 6
    row = Row("", Type.STRONG, most_lines=most_lines, space=0.35)
    return listed(conditions, _MOST_CONDITIONS, row) or _quiet(_("Conditions not stated"))


def _detail_rows(lines: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(
        Row(line, Type.SMALL, most_lines=5, space=0.25 if place else 0.4)
        for place, line in enumerate(lines)
    )


def goals_box(goals: Goals, width: float, measure: TextMeasure) -> Block:
    """Return what is measured first of all, and when."""
    if not goals.goals:
        return boxed(_quiet(goals.name), width, measure, _NOT_STATED, anchor=Anchor.MIDDLE)
    spot = "\n".join(with_note(goal.measure, goal.time_frame) for goal in goals.goals)
    rows = tuple(_goal_rows(goals))
    return boxed(rows, width, measure, _STATED, spot=spot)


def _goal_rows(goals: Goals) -> Iterator[Row]:
    yield Row(goals.name, Type.STRONG)
    shown = goals.goals if len(goals.goals) <= _MOST_GOALS else goals.goals[: _MOST_GOALS - 1]
    most_lines = _MOST_LINES[len(shown) - 1]
    for place, goal in enumerate(shown):
        yield Row(goal.measure, Type.BODY, Ink.TEXT, most_lines, 0.7 if place else 0.4)
        yield Row(goal.time_frame, Type.SMALL, Ink.QUIET, 5 if len(shown) == 1 else 3, 0.15)
    if len(shown) < len(goals.goals):
        yield Row(and_more(len(goals.goals) - len(shown)), Type.SMALL, Ink.QUIET, 1, 0.7)


def _quiet(text: str) -> tuple[Row, ...]:
    return (Row(text, Type.SMALL, Ink.QUIET),)
