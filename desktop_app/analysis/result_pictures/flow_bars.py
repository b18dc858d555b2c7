"""A period of a flow in little room: one bar for each group, as long as the group was large."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.lettering import set_lines
from desktop_app.analysis.pictures.shapes import Anchor, Box, Ink, Shape, Spot, TextMeasure, Type
from desktop_app.analysis.result_pictures.flow_boxes import said_of
from desktop_app.analysis.result_pictures.flow_columns import Drawn
from desktop_app.analysis.result_pictures.flows import Flow, Period, StepKind
from desktop_app.analysis.result_pictures.labels import short, told_apart
from desktop_app.punctuation import listed, listed_long

_LABEL = 0.34
_MOST_LINES = 2
_BAR = 0.36
_GAP = 0.45


@dataclass(frozen=True, slots=True)
class _Frame:
    flow: Flow
    period: Period
    width: float
    measure: TextMeasure
    label: float
    numbers: float

    @property
    def left(self) -> float:
        return self.label + 0.8 * self.measure.em

    @property
    def reach(self) -> float:
        return max(self.width - self.left - self.numbers, 0.0)


def bar_period(flow: Flow, period: Period, top: float, width: float, measure: TextMeasure) -> Drawn:
    """Return a bar for those who started in each group, filled as far as they completed."""
    frame = _frame(flow, period, width, measure)
    lines = short(period.title, width, Type.SMALL_STRONG, measure, 2)
    shapes: list[Shape] = list(set_lines(lines, 0, top, Type.SMALL_STRONG, measure))
    top += len(lines) * measure.line_height(Type.SMALL_STRONG) + 0.3 * measure.em
    spots: list[Spot] = []
    largest = _largest(period)
    titles = told_apart(flow.groups, frame.label, Type.SMALL, measure, _MOST_LINES)
    for group, title in enumerate(titles):
        height = max(len(title), 1) * measure.line_height(Type.SMALL)
        shapes += set_lines(title, 0, top, Type.SMALL, measure)
        shapes += _bar(frame, group, largest, top + height / 2)
        shapes += _numbers(frame, group, top + height / 2)
        spots.append(Spot(0, top, width, height, _said(frame, group)))
        top += height + _GAP * measure.em
    return Drawn(tuple(shapes), tuple(spots), top - _GAP * measure.em)


def _frame(flow: Flow, period: Period, width: float, measure: TextMeasure) -> _Frame:
    widest = max((measure.width(title[:200], Type.SMALL) for title in flow.groups), default=0.0)
    words = [_words(period, group)[:80] for group in range(len(flow.groups))]
    numbers = max((measure.width(text, Type.SMALL) for text in words), default=0.0)
    return _Frame(
        flow,
        period,
        width,
        measure,
        min(widest + 1, _LABEL * width),
        min(numbers + 0.8 * measure.em, 0.4 * width),
    )


def _largest(period: Period) -> float:
    started = period.step(StepKind.STARTED)
    return max((count.number or 0.0 for count in started.counts), default=0.0) if started else 0.0


def _bar(frame: _Frame, group: int, largest: float, y: float) -> Iterator[Box]:
    started, completed = (
        frame.period.step(kind) for kind in (StepKind.STARTED, StepKind.COMPLETED)
    )
    number = started.counts[group].number if started else None
    if not number or number < 0:
        return
    half, length = _BAR * frame.measure.em, frame.reach * number / largest
    share = frame.period.share(completed, group) if completed else None
    if share:
        yield Box(frame.left, y - half, length * share, 2 * half, None, Ink.ACCENT)
    yield Box(frame.left, y - half, length, 2 * half, Ink.ACCENT)


def _numbers(frame: _Frame, group: int, y: float) -> Iterator[Shape]:
    measure, small = frame.measure, Type.SMALL
    room = frame.numbers - 0.4 * measure.em
    lines = short(_words(frame.period, group), room, small, measure, 1)
    top, end = y - measure.line_height(small) / 2, Anchor.END
    yield from set_lines(lines, frame.width, top, small, measure, ink=Ink.QUIET, anchor=end)


def _words(period: Period, group: int) -> str:
    """Return how many completed and started: ``40 / 45``."""
    steps = (period.step(StepKind.COMPLETED), period.step(StepKind.STARTED))
    counts = [step.counts[group].words if step else "" for step in steps]
    return " / ".join(count or "–" for count in counts)


def _said(frame: _Frame, group: int) -> str:
    steps = listed_long(said_of(step, group) for step in frame.period.steps)
    return listed((frame.flow.groups[group], steps))
