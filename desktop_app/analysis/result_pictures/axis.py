"""The axis below a plot: a thin line, ticks with their numbers, and what is measured."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.lettering import set_lines
from desktop_app.analysis.pictures.shapes import Anchor, Ink, Line, Shape, Text, TextMeasure, Type
from desktop_app.analysis.result_pictures.labels import short
from desktop_app.analysis.result_pictures.scale import Scale

_TICK = 0.3
_TICK_GAP = 0.6
_STEP = 3.4
_MOST_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale between two edges of a plot."""

    scale: Scale
    left: float
    right: float

    def x(self, number: float) -> float:
        """Return where a number stands."""
        return self.left + self.scale.share(number) * (self.right - self.left)


def most_steps(room: float, measure: TextMeasure) -> int:
    """Return how many steps an axis of a length has room for."""
    return min(max(int(room / (_STEP * measure.em)), 2), 6)


def axis_shapes(axis: Axis, top: float, bottom: float, measure: TextMeasure) -> Iterator[Shape]:
    """Yield grid lines from the top of a plot, the axis at its bottom, and the ticks' numbers."""
    yield from _grid_shapes(axis, top, bottom)
    yield Line(axis.left, bottom, axis.right, bottom, Ink.RULE)
    for tick in axis.scale.ticks:
        x = axis.x(tick)
        yield Line(x, bottom, x, bottom + _TICK * measure.em, Ink.RULE)
    yield from _numbers(axis, bottom, measure)


def _grid_shapes(axis: Axis, top: float, bottom: float) -> Iterator[Line]:
    for tick in axis.scale.ticks:
        is_zero = abs(tick) < axis.scale.step / 2
        x = axis.x(tick)
        yield Line(x, top, x, bottom, Ink.RULE if is_zero else Ink.FAINT)


def _numbers(axis: Axis, bottom: float, measure: TextMeasure) -> Iterator[Text]:
    baseline = bottom + _TICK * measure.em + measure.ascent(Type.SMALL)
    taken = float("-inf")
    for tick in axis.scale.ticks:
        x, words = axis.x(tick), axis.scale.words(tick)
        width = measure.width(words, Type.SMALL)
        if x - width / 2 >= taken:
            yield Text(x, baseline, words, Type.SMALL, Ink.QUIET, Anchor.MIDDLE, width)
            taken = x + width / 2 + _TICK_GAP * measure.em


def overhang(scale: Scale, measure: TextMeasure) -> float:
    """Return how far the numbers at the ends of an axis may reach beyond it."""
    ends = (scale.ticks[0], scale.ticks[-1])
    return max(measure.width(scale.words(end), Type.SMALL) for end in ends) / 2


def title_shapes(
    title: str, axis: Axis, bottom: float, width: float, measure: TextMeasure
) -> tuple[tuple[Text, ...], float]:
    """Return the title below an axis and where the picture goes on; centred where it fits."""
    top = bottom + _TICK * measure.em + measure.line_height(Type.SMALL) + 0.1 * measure.em
    lines = short(title, width, Type.SMALL, measure, _MOST_TITLE_LINES)
    widest = max((measure.width(line, Type.SMALL) for line in lines), default=0.0)
    middle = (axis.left + axis.right) / 2
    middle = min(max(middle, widest / 2), width - widest / 2)
    texts = set_lines(lines, middle, top, Type.SMALL, measure, anchor=Anchor.MIDDLE)
    return texts, top + len(lines) * measure.line_height(Type.SMALL)
