"""Periods of a flow with a column for each group: boxes for those who started and completed.

Between them leads the way. Beside it stand those who left, and the record's own milestones: it does
not say in which order they are passed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.lettering import set_lines
from desktop_app.analysis.pictures.shapes import Ink, Shape, Spot, Text, TextMeasure, Type
from desktop_app.analysis.result_pictures.flow_boxes import (
    ARROW,
    Column,
    beside_height,
    beside_shapes,
    box_height,
    box_shapes,
    left_height,
    left_shapes,
    said_of,
    way,
)
from desktop_app.analysis.result_pictures.flows import Flow, Period, Step, StepKind
from desktop_app.analysis.result_pictures.labels import short, told_apart
from desktop_app.punctuation import listed

_MOST_TITLE_LINES = 3
_BESIDE = (StepKind.REACHED, StepKind.LEFT)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part of a picture, and where it ends."""

    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...]
    bottom: float


def columns_of(count: int, width: float, gap: float) -> tuple[Column, ...]:
    """Return columns of a width side by side."""
    return tuple(Column(number, number * (width + gap), width) for number in range(count))


def header(
    titles: tuple[str, ...], columns: tuple[Column, ...], measure: TextMeasure
) -> tuple[tuple[Text, ...], float]:
    """Return the titles of the groups, their last lines at one height, and where they end."""
    strong = Type.SMALL_STRONG
    width = columns[0].width if columns else 0.0
    texts = told_apart(titles, width, strong, measure, _MOST_TITLE_LINES)
    step, most = measure.line_height(strong), max(map(len, texts), default=0)
    shapes: list[Text] = []
    for lines, column in zip(texts, columns, strict=True):
        shapes += set_lines(lines, column.x, (most - len(lines)) * step, strong, measure)
    return tuple(shapes), most * step + 0.4 * measure.em


def period_column(
    flow: Flow, period: Period, columns: tuple[Column, ...], top: float, measure: TextMeasure
) -> Drawn:
    """Return one period of all groups; a step stands at the same height in every column."""
    shapes: list[Shape] = list(_title(period, columns, top, measure))
    spots: list[Spot] = []
    top += len(shapes) * measure.line_height(Type.SMALL) + (0.25 * measure.em if shapes else 0)
    before = None
    for step in _ordered(period):
        arrow = _arrow(before, step) * measure.em
        height = _height(period, step, columns, measure)
        for column in columns:
            shapes += _cell(period, step, column, top + arrow, measure)
            shapes += _way(step, column, top, arrow, height, measure) if before else ()
            spots.append(_spot(flow, step, column, top + arrow, height))
        top, before = top + arrow + height, step
    return Drawn(tuple(shapes), tuple(spots), top)


def _arrow(before: Step | None, step: Step) -> float:
    """Return how far a step is from the one above it, in sizes of running text."""
    if before is None or step.kind in _BESIDE:
        return 0.0
    return ARROW / 2 if before.kind in _BESIDE else ARROW


def _way(
    step: Step, column: Column, top: float, arrow: float, height: float, measure: TextMeasure
) -> Iterator[Shape]:
    """Yield the way to a step: past what stands beside it, and an arrow to a box."""
    if step.kind in _BESIDE:
        return way(column, top, top + height, False, measure)
    return way(column, top, top + arrow, True, measure)


def _spot(flow: Flow, step: Step, column: Column, top: float, height: float) -> Spot:
    said = listed((flow.groups[column.group], said_of(step, column.group)))
    return Spot(column.x, top, column.width, height, said)


def _title(
    period: Period, columns: tuple[Column, ...], top: float, measure: TextMeasure
) -> tuple[Text, ...]:
    width = columns[-1].right if columns else 0.0
    lines = short(period.title, width, Type.SMALL, measure, 2)
    return set_lines(lines, 0, top, Type.SMALL, measure, ink=Ink.QUIET)


def _ordered(period: Period) -> tuple[Step, ...]:
    """Return the steps with those who left before those who completed."""
    left = [step for step in period.steps if step.kind is StepKind.LEFT]
    ends = [step for step in period.steps if step.kind is StepKind.COMPLETED]
    others = [step for step in period.steps if step not in left and step not in ends]
    return (*others, *left, *ends)


def _height(period: Period, step: Step, columns: tuple[Column, ...], measure: TextMeasure) -> float:
    if step.kind is StepKind.REACHED:
        return max(beside_height(step, column, measure) for column in columns)
    if step.kind is StepKind.LEFT:
        return max(left_height(period, step, column, measure) for column in columns)
    return max(box_height(step, column, measure) for column in columns)


def _cell(
    period: Period, step: Step, column: Column, top: float, measure: TextMeasure
) -> Iterator[Shape]:
    if step.kind is StepKind.REACHED:
        yield from beside_shapes(step, column, top, measure)
    elif step.kind is StepKind.LEFT:
        yield from left_shapes(period, step, column, top, measure)
    else:
        yield from box_shapes(period, step, column, top, measure)
