"""Lays out the ages of those who can take part."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.age_bar.bands import Band, band_shapes, band_spots, bands, height_of
from desktop_app.analysis.age_bar.labels import Label, labels
from desktop_app.analysis.age_bar.limits import AgeLimit, Ages, End
from desktop_app.analysis.pictures.notes import bottom_of, note_shapes
from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Box,
    Ink,
    Line,
    Path,
    Picture,
    Shape,
    Spot,
    Text,
    TextMeasure,
    Type,
)
from desktop_app.punctuation import labelled

_BAR = 0.75
"""The height of the bar, in sizes of running text."""
_CAP = 1.3
_LANE = 1.6
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the parts stand below each other, in distances from the top."""

    ages: Ages
    width: float
    labels: tuple[Label, ...]
    groups: tuple[Band, ...]
    lane: float
    axis: float
    bands: float
    end: float
    measure: TextMeasure

    def x(self, days: float) -> float:
        """Return where an age stands; a little room is left at both sides."""
        inset = self.measure.em * 0.6
        return inset + self.ages.scale.share(days) * (self.width - 2 * inset)

    @property
    def em(self) -> float:
        return self.measure.em

    @property
    def middle(self) -> float:
        """Return the middle of the bar."""
        return self.lane + _LANE * self.em / 2


def draw_ages(ages: Ages, width: float, measure: TextMeasure) -> Picture:
    """Return the limits above a bar on an axis of ages, and the age groups below it."""
    frame = _frame(ages, min(width, _WIDEST * measure.em), measure)
    notes = tuple(note_shapes(ages.notes, frame.end, frame.width, measure))
    shapes = (
        *_axis_shapes(frame),
        *_bar_shapes(frame),
        *_cap_shapes(frame),
        *(shape for label in frame.labels for shape in label.shapes(measure)),
        *band_shapes(frame.groups, frame.bands, measure),
        *notes,
    )
    height = bottom_of(notes, frame.end, measure)
    return Picture(frame.width, height, shapes, tuple(_spots(frame)))


def _frame(ages: Ages, width: float, measure: TextMeasure) -> _Frame:
    em = measure.em
    bare = _Frame(ages, width, (), (), 0, 0, 0, 0, measure)
    limits = ((ages.lowest, bare.x(ages.lowest.days)), (ages.highest, bare.x(ages.highest.days)))
    named, groups = labels(limits, width, measure), bands(ages.groups, bare.x, measure)
    lane = max(label.bottom for label in named) + 0.3 * em
    axis = lane + _LANE * em
    below = axis + 0.5 * em + measure.line_height(Type.SMALL)
    end = below + (height_of(groups, measure) + 0.4 * em if groups else 0)
    return _Frame(ages, width, named, groups, lane, axis, below, end, measure)


def _axis_shapes(frame: _Frame) -> Iterator[Shape]:
    scale, measure = frame.ages.scale, frame.measure
    yield Line(0, frame.axis, frame.width, frame.axis, Ink.RULE)
    baseline = frame.axis + 0.4 * frame.em + measure.ascent(Type.SMALL)
    # The last one comes first: it names the unit, and what has no room beside it gives way.
    taken = frame.width
    for tick in scale.ticks[::-1]:
        x = frame.x(tick * scale.unit.value)
        yield Line(x, frame.axis, x, frame.axis + 0.3 * frame.em, Ink.RULE)
        words = scale.words(tick)
        width = measure.width(words, Type.SMALL)
        left = min(max(x - width / 2, 0), frame.width - width)
        if left + width <= taken:
            yield Text(left, baseline, words, Type.SMALL, Ink.QUIET, Anchor.START, width)
            taken = left - 0.5 * frame.em


def _bar_shapes(frame: _Frame) -> Iterator[Shape]:
    ages, middle, half = frame.ages, frame.middle, _BAR * frame.em / 2
    if ages.is_contradictory:
        return
    left, right = frame.x(ages.lowest.days), frame.x(ages.highest.days)
    fill = Ink.ACCENT if ages.is_known else None
    is_open = ages.highest.end is End.NO_LIMIT
    shaft = right - (frame.em if is_open else 0)
    if shaft > left:
        bar = (left, middle - half, shaft - left, 2 * half)
        yield Box(*bar, Ink.ACCENT, fill, is_dashed=not ages.is_known)
    if is_open:
        yield _arrow(min(shaft, right), right, middle, _CAP * frame.em / 2, fill)


def _arrow(left: float, right: float, middle: float, half: float, fill: Ink | None) -> Path:
    points = ((left, middle - half), (right, middle), (left, middle + half))
    return Path(points, Ink.ACCENT, fill, is_closed=True)


def _cap_shapes(frame: _Frame) -> Iterator[Line]:
    half = _CAP * frame.em / 2
    for limit in (frame.ages.lowest, frame.ages.highest):
        if limit.end is End.STATED:
            x = frame.x(limit.days)
            yield Line(x, frame.middle - half, x, frame.middle + half, Ink.ACCENT, 2.5)


def _spots(frame: _Frame) -> Iterator[Spot]:
    half = _CAP * frame.em / 2
    for limit in (frame.ages.lowest, frame.ages.highest):
        x = frame.x(limit.days)
        yield Spot(
            x - half, frame.middle - half, 2 * half, 2 * half, _spot_words(limit), limit.name
        )
    yield from band_spots(frame.groups, frame.bands, frame.measure)


def _spot_words(limit: AgeLimit) -> str:
    return labelled(limit.name, limit.words)
