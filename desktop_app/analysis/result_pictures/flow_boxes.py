"""The parts of one column of a flow: a step with its count, the way on, and those who left."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.lettering import set_lines
from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Box,
    Ink,
    Line,
    Path,
    Shape,
    TextMeasure,
    Type,
)
from desktop_app.analysis.result_pictures.flows import Count, Period, Step
from desktop_app.analysis.result_pictures.labels import short
from desktop_app.punctuation import labelled

ARROW = 1.0
"""The way from one box to the next, in sizes of running text."""
_PAD = 0.4
_STEM = 0.8
_BRANCH = 0.9
_MOST_NAME_LINES = 2


@dataclass(frozen=True, slots=True)
class Column:
    """Where a group stands."""

    group: int
    x: float
    width: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width


def said_of(step: Step, group: int) -> str:
    """Return a step in words: ``Started: 45``."""
    return labelled(step.name, step.counts[group].words)


def box_height(step: Step, column: Column, measure: TextMeasure) -> float:
    """Return the height of a step."""
    lines, _ = _texts(step, column, column.width - 2 * _PAD * measure.em, Type.STRONG, measure)
    text = max(len(lines) * measure.line_height(Type.SMALL), measure.line_height(Type.STRONG))
    return text + 0.5 * measure.em


def box_shapes(
    period: Period, step: Step, column: Column, top: float, measure: TextMeasure
) -> Iterator[Shape]:
    """Yield a step with its count; the tint shows which part of those who started reached it."""
    height = box_height(step, column, measure)
    share = period.share(step, column.group)
    if share:
        yield Box(column.x, top, column.width * share, height, None, Ink.ACCENT_TINT)
    yield Box(column.x, top, column.width, height, Ink.RULE)
    pad = _PAD * measure.em
    lines, count = _texts(step, column, column.width - 2 * pad, Type.STRONG, measure)
    middle = top + height / 2
    text = len(lines) * measure.line_height(Type.SMALL)
    yield from set_lines(lines, column.x + pad, middle - text / 2, Type.SMALL, measure)
    number = middle - measure.line_height(Type.STRONG) / 2
    end = column.right - pad
    yield from set_lines(count, end, number, Type.STRONG, measure, anchor=Anchor.END)


def way(
    column: Column, top: float, bottom: float, has_arrow: bool, measure: TextMeasure
) -> Iterator[Shape]:
    """Yield the line that leads down to the next step."""
    x, head = column.x + _STEM * measure.em, 0.32 * measure.em
    yield Line(x, top, x, bottom - (head if has_arrow else 0), Ink.RULE)
    if has_arrow:
        points = ((x - 0.7 * head, bottom - head), (x + 0.7 * head, bottom - head), (x, bottom))
        yield Path(points, None, Ink.RULE, is_closed=True)


def beside_height(step: Step, column: Column, measure: TextMeasure) -> float:
    """Return the height of a milestone that stands beside the way."""
    lines, _ = _texts(step, column, _room_beside(column, measure), Type.SMALL, measure)
    return max(len(lines), 1) * measure.line_height(Type.SMALL) + 0.3 * measure.em


def beside_shapes(step: Step, column: Column, top: float, measure: TextMeasure) -> Iterator[Shape]:
    """Yield a milestone beside the way: the record lists it, and does not say when it comes."""
    top += 0.3 * measure.em
    lines, count = _texts(step, column, _room_beside(column, measure), Type.SMALL, measure)
    yield from set_lines(lines, _left(column, measure), top, Type.SMALL, measure)
    end = column.right - _PAD * measure.em
    yield from set_lines(count, end, top, Type.SMALL, measure, anchor=Anchor.END)


def _room_beside(column: Column, measure: TextMeasure) -> float:
    return column.right - _PAD * measure.em - _left(column, measure)


def left_height(period: Period, step: Step, column: Column, measure: TextMeasure) -> float:
    """Return the height of those who left with their reasons."""
    lines = sum(len(lines) for lines, *_ in _left_texts(period, step, column, measure))
    return lines * measure.line_height(Type.SMALL) + 0.7 * measure.em


def left_shapes(
    period: Period, step: Step, column: Column, top: float, measure: TextMeasure
) -> Iterator[Shape]:
    """Yield a branch from the way, and beside it how many left, and why."""
    top += 0.45 * measure.em
    x = column.x + _STEM * measure.em
    middle = top + measure.line_height(Type.SMALL) / 2
    yield Line(x, middle, x + _BRANCH * measure.em, middle, Ink.RULE)
    for lines, count, inset, type in _left_texts(period, step, column, measure):
        ink = Ink.TEXT if type is Type.SMALL_STRONG else Ink.QUIET
        left = _left(column, measure) + inset
        yield from set_lines(lines, left, top, Type.SMALL, measure, ink=ink)
        end = column.right - _PAD * measure.em
        yield from set_lines(count, end, top, type, measure, ink=ink, anchor=Anchor.END)
        top += max(len(lines), 1) * measure.line_height(Type.SMALL)


def _left(column: Column, measure: TextMeasure) -> float:
    return column.x + (_STEM + _BRANCH + 0.35) * measure.em


def _left_texts(
    period: Period, step: Step, column: Column, measure: TextMeasure
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], float, Type]]:
    """Yield name, count, indent and type of those who left, and of each reason that anybody had."""
    room = _room_beside(column, measure)
    yield *_texts(step, column, room, Type.SMALL_STRONG, measure), 0.0, Type.SMALL_STRONG
    inset = 0.5 * measure.em
    for reason in period.reasons:
        if is_told(reason.counts[column.group]):
            yield *_texts(reason, column, room - inset, Type.SMALL, measure), inset, Type.SMALL


def is_told(count: Count) -> bool:
    """Tell whether a reason is shown in the column of a group: it is somebody's, or unreadable."""
    return bool(count.words) and count.number != 0


def _texts(
    step: Step, column: Column, room: float, type: Type, measure: TextMeasure
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of a name, and the count behind them."""
    count = short(step.counts[column.group].words, room * 0.5, type, measure, 1)
    taken = max((measure.width(line, type) for line in count), default=0.0)
    name = short(step.name, room - taken - 0.5 * measure.em, Type.SMALL, measure, _MOST_NAME_LINES)
    return name, count
