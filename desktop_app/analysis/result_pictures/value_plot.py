"""Lays out a plot of a measure: labels, marks, and the values as written beside them."""

from collections.abc import Iterator

from desktop_app.analysis.pictures.lettering import set_lines
from desktop_app.analysis.pictures.notes import bottom_of, note_shapes
from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Ink,
    Picture,
    Shape,
    Spot,
    TextMeasure,
    Type,
)
from desktop_app.analysis.result_pictures.axis import (
    axis_shapes,
    title_shapes,
)
from desktop_app.analysis.result_pictures.key import key_shapes
from desktop_app.analysis.result_pictures.labels import short
from desktop_app.analysis.result_pictures.symbols import RADIUS, symbol
from desktop_app.analysis.result_pictures.value_frame import ValueFrame, frame_of
from desktop_app.analysis.result_pictures.value_marks import bar_shapes, point_shapes, value_spot
from desktop_app.analysis.result_pictures.value_rows import (
    Band,
    band_height,
    bands_of,
    heading_height,
    row_height,
)
from desktop_app.analysis.result_pictures.values import Value, ValuePlot
from desktop_app.punctuation import labelled, listed

_WIDEST = 56
"""No plot gets wider than so many sizes of running text; longer ways do not read better."""


def draw_values(plot: ValuePlot, width: float, measure: TextMeasure) -> Picture:
    """Return the plot for a width."""
    width = min(width, _WIDEST * measure.em)
    frame = frame_of(plot, width, measure)
    key, top = key_shapes(plot.groups, width, measure) if frame.is_keyed else ((), 0.0)
    bands = tuple(_placed(plot, top, width, measure))
    bottom = bands[-1][1] + band_height(bands[-1][0], measure) if bands else top
    marks: list[Shape] = []
    spots: list[Spot] = []
    for band, y in bands:
        marks += _band_shapes(frame, band, y)
        spots += _band_spots(frame, band, y)
    title, end = title_shapes(plot.axis_title, frame.axis, bottom, width, measure)
    notes = tuple(note_shapes(plot.notes, end + 0.4 * measure.em, width, measure))
    grid = axis_shapes(frame.axis, top, bottom, measure)
    height = bottom_of(notes, end + 0.3 * measure.em, measure)
    return Picture(width, height, (*key, *grid, *marks, *title, *notes), tuple(spots))


def _placed(
    plot: ValuePlot, top: float, width: float, measure: TextMeasure
) -> Iterator[tuple[Band, float]]:
    """Yield each band with the top of its values, below its heading."""
    for band in bands_of(plot, width, measure):
        top += heading_height(band, measure)
        yield band, top
        top += band_height(band, measure)


def _lines_at(frame: ValueFrame, band: Band, top: float) -> Iterator[tuple[Value, float]]:
    row = row_height(frame.measure)
    top += (band_height(band, frame.measure) - len(band.values) * row) / 2
    for number, value in enumerate(band.values):
        yield value, top + (number + 0.5) * row


def _band_shapes(frame: ValueFrame, band: Band, top: float) -> Iterator[Shape]:
    measure, strong = frame.measure, Type.SMALL_STRONG
    heading = top - len(band.heading) * measure.line_height(strong)
    yield from set_lines(band.heading, 0, heading, strong, measure)
    spare = band_height(band, measure) - len(band.label) * measure.line_height(Type.SMALL)
    yield from set_lines(band.label, 0, top + spare / 2, Type.SMALL, measure)
    for value, y in _lines_at(frame, band, top):
        yield from _mark_shapes(frame, value, y)
        yield from _word_shapes(frame, value, y)


def _mark_shapes(frame: ValueFrame, value: Value, y: float) -> Iterator[Shape]:
    em, number = frame.measure.em, value.group if frame.is_keyed else 0
    if not frame.plot.are_bars:
        yield from point_shapes(value, number, frame.axis, y, frame.measure)
        return
    if frame.is_keyed:
        yield symbol(number, frame.axis.left - (RADIUS + 0.5) * em, y, RADIUS * em)
    yield from bar_shapes(value, frame.axis, y, frame.has_whole, em)


def _word_shapes(frame: ValueFrame, value: Value, y: float) -> Iterator[Shape]:
    """Yield the value as written at the right; in a narrow plot only what cannot be drawn."""
    measure, small = frame.measure, Type.SMALL
    top = y - measure.line_height(small) / 2
    if frame.words_room:
        lines = short(value.words, frame.words_room, small, measure, 1)
        end = Anchor.END
        yield from set_lines(lines, frame.width, top, small, measure, ink=Ink.QUIET, anchor=end)
    elif value.number is None:
        left = frame.axis.left + 0.4 * measure.em
        lines = short(value.words, frame.axis.right - left, small, measure, 1)
        yield from set_lines(lines, left, top, small, measure, ink=Ink.QUIET)


def _band_spots(frame: ValueFrame, band: Band, top: float) -> Iterator[Spot]:
    plot, em = frame.plot, frame.measure.em
    for value, y in _lines_at(frame, band, top):
        said = labelled(listed((plot.groups[value.group], band.row)), value.words)
        spot = value_spot(value, said, frame.axis, y, plot.are_bars, em)
        if spot is not None:
            yield spot
