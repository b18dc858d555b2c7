"""Lays out an axis of time."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.notes import bottom_of, note_shapes
from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Ink,
    Line,
    Picture,
    Shape,
    Spot,
    Text,
    TextMeasure,
    Type,
)
from desktop_app.analysis.time_axis.marks import Mark, TimeAxis
from desktop_app.analysis.time_axis.names import Names, name_shapes, set_names
from desktop_app.analysis.time_axis.scale import TimeScale, scale_for, ticks
from desktop_app.analysis.time_axis.symbols import extent, mark_shape, radius_of, stretch_shapes
from desktop_app.punctuation import labelled

_LANE = 1.5
"""The height of the lane of the study and that of the record, in sizes of running text."""
_WIDEST = 80


@dataclass(frozen=True, slots=True)
class _Frame:
    """How the parts stand below each other."""

    scale: TimeScale
    above: Names
    below: Names
    width: float
    em: float
    tick_height: float

    @property
    def study(self) -> float:
        """Return the middle of the study's lane."""
        return self.above.height + _LANE * self.em / 2

    @property
    def axis(self) -> float:
        return self.above.height + (_LANE * self.em if self.above.names else 0)

    @property
    def record(self) -> float:
        """Return the middle of the record's lane."""
        return self.axis + self.tick_height + _LANE * self.em / 2

    @property
    def names_below(self) -> float:
        return self.axis + self.tick_height + (_LANE * self.em if self.below.names else 0)

    @property
    def height(self) -> float:
        return self.names_below + self.below.height


def draw_time_axis(axis: TimeAxis, width: float, measure: TextMeasure) -> Picture:
    """Return the axis for a width; it holds one mark at the least."""
    frame = _frame(axis, min(width, _WIDEST * measure.em), measure)
    notes = tuple(note_shapes(axis.notes, frame.height + measure.em / 2, frame.width, measure))
    height = bottom_of(notes, frame.height, measure)
    shapes = (
        *_axis_shapes(frame, measure),
        *_above_shapes(axis, frame, measure),
        *_below_shapes(axis, frame, measure),
        *notes,
    )
    return Picture(frame.width, height, shapes, tuple(_spots(axis, frame, measure)))


def _frame(axis: TimeAxis, width: float, measure: TextMeasure) -> _Frame:
    inset = measure.em
    scale = scale_for((*axis.above, *axis.record), inset, width - inset)
    return _Frame(
        scale,
        set_names(axis.above, scale, width, measure),
        # Of names on one pole the first stands nearest to the axis.
        set_names(axis.record[::-1], scale, width, measure),
        width,
        measure.em,
        measure.line_height(Type.SMALL) + measure.em * 0.4,
    )


def _axis_shapes(frame: _Frame, measure: TextMeasure) -> Iterator[Shape]:
    yield Line(0, frame.axis, frame.width, frame.axis, Ink.RULE)
    baseline = frame.axis + measure.em * 0.4 + measure.ascent(Type.SMALL)
    for tick in ticks(frame.scale, frame.width, measure):
        if frame.above.names:
            yield Line(tick.x, frame.above.height, tick.x, frame.axis, Ink.FAINT)
        yield Line(tick.x, frame.axis, tick.x, frame.axis + measure.em * 0.35, Ink.RULE)
        if frame.below.names:
            top = frame.axis + frame.tick_height
            yield Line(tick.x, top, tick.x, frame.names_below, Ink.FAINT)
        words = tick.words
        width = measure.width(words, Type.SMALL)
        yield Text(tick.x, baseline, words, Type.SMALL, Ink.QUIET, Anchor.MIDDLE, width)


def _above_shapes(axis: TimeAxis, frame: _Frame, measure: TextMeasure) -> Iterator[Shape]:
    edge = frame.above.height
    yield from name_shapes(frame.above, frame.study, edge, measure, is_above=True)
    if axis.today:
        x = frame.scale.x(axis.today.middle)
        yield Line(x, frame.study, x, frame.axis, Ink.ALERT, is_dashed=True)
    yield from stretch_shapes(axis.stretches, frame.scale, frame.study, measure)
    for mark in axis.study:
        yield mark_shape(mark, frame.scale, frame.study, measure)


def _below_shapes(axis: TimeAxis, frame: _Frame, measure: TextMeasure) -> Iterator[Shape]:
    yield from name_shapes(frame.below, frame.record, frame.names_below, measure, is_above=False)
    for mark in axis.record:
        yield mark_shape(mark, frame.scale, frame.record, measure)


def _spots(axis: TimeAxis, frame: _Frame, measure: TextMeasure) -> Iterator[Spot]:
    for marks, y in ((axis.study, frame.study), (axis.record, frame.record)):
        for mark in marks:
            yield _spot(mark, y, frame, measure)


def _spot(mark: Mark, y: float, frame: _Frame, measure: TextMeasure) -> Spot:
    left, right = extent(mark, frame.scale, measure)
    radius = radius_of(mark, measure)
    words = labelled(mark.name, mark.words)
    return Spot(left, y - radius, right - left, 2 * radius, words, mark.name)
