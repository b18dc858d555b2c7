"""Where the names of two limits stand above the bar."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.age_bar.limits import AgeLimit
from desktop_app.analysis.pictures.lettering import set_lines
from desktop_app.analysis.pictures.shapes import Anchor, Ink, Shape, TextMeasure, Type

_GAP = 1.2


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a limit above its age."""

    limit: AgeLimit
    left: float
    top: float
    width: float
    height: float
    anchor: Anchor

    @property
    def bottom(self) -> float:
        """Return the distance of the lower edge from the top of the picture."""
        return self.top + self.height

    def shapes(self, measure: TextMeasure) -> Iterator[Shape]:
        """Yield both lines, on the side that faces the limit."""
        x = self.left + (self.width if self.anchor is Anchor.END else 0)
        yield from set_lines(
            (self.limit.name,), x, self.top, Type.SMALL, measure, ink=Ink.QUIET, anchor=self.anchor
        )
        below = self.top + measure.line_height(Type.SMALL)
        words = (self.limit.words,)
        yield from set_lines(words, x, below, Type.STRONG, measure, anchor=self.anchor)


def labels(
    limits: tuple[tuple[AgeLimit, float], tuple[AgeLimit, float]],
    width: float,
    measure: TextMeasure,
) -> tuple[Label, ...]:
    """Return both labels, beside each other where there is room; limits with their places."""
    # Limits that contradict each other stand in the order of their places.
    (first, at_first), (second, at_second) = sorted(limits, key=lambda pair: pair[1])
    one, two = _width(first, measure), _width(second, measure)
    height = measure.line_height(Type.SMALL) + measure.line_height(Type.STRONG)
    gap = _GAP * measure.em
    first_left, second_left = at_first, at_second - two
    if second_left - first_left - one >= gap:
        return (
            Label(first, first_left, 0, one, height, Anchor.START),
            Label(second, second_left, 0, two, height, Anchor.END),
        )
    if one + gap + two > width:
        lefts = (min(at_first, max(width - one, 0)), min(at_second, max(width - two, 0)))
        top = height
    else:
        left = (at_first + at_second - one - gap - two) / 2
        left = min(max(left, 0), width - one - gap - two)
        lefts, top = (left, left + one + gap), 0.0
    return (
        Label(first, lefts[0], 0, one, height, Anchor.START),
        Label(second, lefts[1], top, two, height, Anchor.START),
    )


def _width(limit: AgeLimit, measure: TextMeasure) -> float:
    return max(measure.width(limit.name, Type.SMALL), measure.width(limit.words, Type.STRONG))
