"""The frame of a plot of a measure: where labels end, the axis runs, and values are written."""

from dataclasses import dataclass

from desktop_app.analysis.pictures.shapes import TextMeasure, Type
from desktop_app.analysis.result_pictures.axis import Axis, most_steps, overhang
from desktop_app.analysis.result_pictures.scale import scale_of
from desktop_app.analysis.result_pictures.symbols import RADIUS
from desktop_app.analysis.result_pictures.value_rows import is_keyed, label_room
from desktop_app.analysis.result_pictures.values import ValuePlot

_NARROWEST_WITH_WORDS = 30
"""In sizes of running text; narrower plots leave the values as written to the table."""
_MOST_WORDS = 0.26
_BEYOND = 0.02


@dataclass(frozen=True, slots=True)
class ValueFrame:
    """A plot with its places; ``words_room`` is 0 where values are not written beside it."""

    plot: ValuePlot
    axis: Axis
    width: float
    measure: TextMeasure
    is_keyed: bool
    words_room: float
    has_whole: bool


def frame_of(plot: ValuePlot, width: float, measure: TextMeasure) -> ValueFrame:
    """Return the frame for a width."""
    keyed, em = is_keyed(plot), measure.em
    gutter = (2 * RADIUS + 0.5) * em if keyed and plot.are_bars else 0.4 * em
    left = label_room(plot, width, measure) + gutter + 0.4 * em
    words = _words_room(plot, width, measure)
    right = width - (words + em if words else 0)
    low, high = _ends(plot)
    scale = scale_of(low, high, most_steps(right - left, measure), plot.are_bars and plot.are_whole)
    beyond = overhang(scale, measure)
    left, right = max(left, beyond), right - beyond
    axis = Axis(scale, left, right)
    return ValueFrame(plot, axis, width, measure, keyed, words, plot.largest_whole > 0)


def _words_room(plot: ValuePlot, width: float, measure: TextMeasure) -> float:
    """Return the width of the values as written, 0 where there is no room for them."""
    if width < _NARROWEST_WITH_WORDS * measure.em:
        return 0.0
    texts = (" ".join(one.words[:80].split()) for one in plot.values())
    widest = max((measure.width(text, Type.SMALL) for text in texts), default=0)
    return min(widest + 1, _MOST_WORDS * width)


def _ends(plot: ValuePlot) -> tuple[float, float]:
    numbers = [number for value in plot.values() for number in value.numbers]
    if plot.are_bars:
        numbers += [0.0, plot.largest_whole]
        return min(numbers), max(numbers)
    low, high = min(numbers, default=0.0), max(numbers, default=0.0)
    # No symbol at the very end of the axis; and where 0 is near, the axis begins there.
    beyond = _BEYOND * (high - low)
    return (
        0.0 if 0 <= low < high / 2 else low - beyond,
        0.0 if low / 2 < high <= 0 else high + beyond,
    )
