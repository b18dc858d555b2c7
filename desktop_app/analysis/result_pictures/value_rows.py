"""The rows of a plot of a measure: what stands beside each, and how high it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.shapes import TextMeasure, Type
from desktop_app.analysis.result_pictures.labels import short, told_apart
from desktop_app.analysis.result_pictures.symbols import MOST_SYMBOLS
from desktop_app.analysis.result_pictures.values import Value, ValuePlot

_ROW = 1.3
"""The height of one value, in sizes of running text."""
_GAP = 0.35
_MOST_LINES = 2
_MOST_LABEL = 0.38


@dataclass(frozen=True, slots=True)
class Band:
    """Values below each other beside their label, below a heading if they begin a class."""

    heading: tuple[str, ...]
    label: tuple[str, ...]
    values: tuple[Value, ...]
    row: str


def is_keyed(plot: ValuePlot) -> bool:
    """Tell whether groups are told by symbols and a key, not by a label at each value."""
    return len(plot.rows) > 1 and 1 < len(plot.groups) <= MOST_SYMBOLS


def _is_by_row(plot: ValuePlot) -> bool:
    return is_keyed(plot) or (len(plot.groups) == 1 and len(plot.rows) > 1)


def bands_of(plot: ValuePlot, width: float, measure: TextMeasure) -> Iterator[Band]:
    """Yield the bands from top to bottom, their texts broken for a plot of a width."""
    room = label_room(plot, width, measure)
    return (
        _by_row(plot, room, measure) if _is_by_row(plot) else _by_group(plot, width, room, measure)
    )


def _by_row(plot: ValuePlot, room: float, measure: TextMeasure) -> Iterator[Band]:
    most = max(_MOST_LINES, min(max(len(row.values) for row in plot.rows), 4))
    texts = [row.label for row in plot.rows]
    labels = told_apart(texts, room, Type.SMALL, measure, most)
    for row, label in zip(plot.rows, labels, strict=True):
        yield Band((), label, row.values, row.label)


def _by_group(plot: ValuePlot, width: float, room: float, measure: TextMeasure) -> Iterator[Band]:
    labels = told_apart(plot.groups, room, Type.SMALL, measure, _MOST_LINES)
    for row in plot.rows:
        heading = short(row.label, width, Type.SMALL_STRONG, measure, _MOST_LINES)
        for value in row.values:
            yield Band(heading, labels[value.group], (value,), row.label)
            heading = ()


def label_room(plot: ValuePlot, width: float, measure: TextMeasure) -> float:
    """Return the width of the labels: as much as they need, up to a share of the picture."""
    labels = [row.label for row in plot.rows] if _is_by_row(plot) else list(plot.groups)
    most = _MOST_LABEL * width
    # A text of such a length does not fit anyway; measuring it would only cost time.
    return min(max((measure.width(text[:200], Type.SMALL) for text in labels), default=0) + 1, most)


def heading_height(band: Band, measure: TextMeasure) -> float:
    """Return what the heading of a band takes."""
    gap = 0.3 * measure.em if band.heading else 0.0
    return len(band.heading) * measure.line_height(Type.SMALL_STRONG) + gap


def band_height(band: Band, measure: TextMeasure) -> float:
    """Return what the values and the label of a band take, with the distance to the next."""
    label = len(band.label) * measure.line_height(Type.SMALL)
    return max(label, len(band.values) * row_height(measure)) + _GAP * measure.em


def row_height(measure: TextMeasure) -> float:
    """Return the height of one value."""
    return max(_ROW * measure.em, measure.line_height(Type.SMALL))
