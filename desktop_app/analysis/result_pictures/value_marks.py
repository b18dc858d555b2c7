"""How a value looks in a plot: a bar from 0, or a point with its interval."""

from collections.abc import Iterator

from desktop_app.analysis.pictures.shapes import Box, Ink, Line, Shape, Spot, TextMeasure
from desktop_app.analysis.result_pictures.axis import Axis
from desktop_app.analysis.result_pictures.symbols import RADIUS, symbol
from desktop_app.analysis.result_pictures.values import Value

_BAR = 0.34
_CAP = 0.24


def bar_shapes(value: Value, axis: Axis, y: float, has_whole: bool, em: float) -> Iterator[Shape]:
    """Yield a bar from 0, within a hollow one for the whole that it is a part of."""
    if value.number is None:
        return
    zero, end, half = axis.x(0), axis.x(value.number), _BAR * em
    if has_whole and value.whole is not None and 0 <= value.number <= value.whole:
        whole = axis.x(value.whole)
        if whole > zero:
            yield Box(zero, y - half, whole - zero, 2 * half, Ink.RULE, Ink.GROUND)
    if end == zero:
        # A nought is a value too, and told apart from a value that is no number.
        yield Line(zero, y - half, zero, y + half, Ink.ACCENT, 2.5)
        return
    yield Box(min(zero, end), y - half, abs(end - zero), 2 * half, Ink.ACCENT, Ink.ACCENT)


def point_shapes(
    value: Value, number: int, axis: Axis, y: float, measure: TextMeasure
) -> Iterator[Shape]:
    """Yield a symbol at the value, and a line with caps as far as its limits are stated."""
    if value.number is None:
        return
    x = axis.x(value.number)
    for limit in (value.low, value.high):
        if limit is not None:
            end = axis.x(limit)
            yield Line(x, y, end, y, Ink.TEXT, 1.2)
            yield Line(end, y - _CAP * measure.em, end, y + _CAP * measure.em, Ink.TEXT, 1.2)
    yield symbol(number, x, y, RADIUS * measure.em)


def value_spot(
    value: Value, said: str, axis: Axis, y: float, is_bar: bool, em: float
) -> Spot | None:
    """Return the place of a value, wide enough to be pointed at; None where nothing is drawn."""
    if value.number is None:
        return None
    places = [axis.x(number) for number in value.numbers]
    if is_bar:
        places.append(axis.x(0))
    left, right, half = min(places) - 0.5 * em, max(places) + 0.5 * em, 0.5 * em
    return Spot(left, y - half, right - left, 2 * half, said)
