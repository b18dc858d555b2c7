"""Where a day stands on an axis of time, and which years or months are marked on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from desktop_app.analysis.pictures.shapes import TextMeasure, Type
from desktop_app.analysis.time_axis.marks import Mark
from desktop_app.conventions import date_text
from desktop_app.study.dates import PartialDate

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000)
"""Distances of ticks, in months."""
_LONGEST_IN_MONTHS = 30
"""Months from which on years are marked only."""
_DAYS_OF_A_MONTH = 30.44
_LEAST_ROOM = 12.0
"""Days that are shown before the first date and behind the last at the least."""
_ROOM = 0.02


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Numbers of days as distances from the left edge of a picture."""

    first: float
    last: float
    left: float
    right: float

    def x(self, day: float) -> float:
        """Return where a day begins."""
        share = (day - self.first) / (self.last - self.first)
        return self.left + share * (self.right - self.left)

    @property
    def month(self) -> float:
        """Return the breadth of a month."""
        return (self.right - self.left) / (self.last - self.first) * _DAYS_OF_A_MONTH


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a year or a month."""

    x: float
    words: str


def scale_for(marks: Sequence[Mark], left: float, right: float) -> TimeScale:
    """Return a scale that holds all of some marks, with a little room at both ends."""
    first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
    room = max((last - first) * _ROOM, _LEAST_ROOM)
    return TimeScale(first - room, last + room, left, right)


def ticks(scale: TimeScale, width: float, measure: TextMeasure) -> tuple[Tick, ...]:
    """Return as many ticks as there is room for between 0 and a width."""
    fitting = (step for step in _STEPS if _fits(step, scale, measure))
    step = next(fitting, _STEPS[-1])
    return tuple(
        tick
        for tick in _all_ticks(scale, step)
        if _is_inside(tick.x, measure.width(tick.words, Type.SMALL) / 2, width)
    )


def _fits(step: int, scale: TimeScale, measure: TextMeasure) -> bool:
    if step < 12 and (scale.last - scale.first) > _LONGEST_IN_MONTHS * _DAYS_OF_A_MONTH:
        return False
    words = "2000" if step >= 12 else date_text(PartialDate(2000, 12))
    return step * scale.month * 0.95 >= measure.width(words, Type.SMALL) + measure.em


def _is_inside(x: float, half: float, width: float) -> bool:
    return half <= x <= width - half


def _all_ticks(scale: TimeScale, step: int) -> Iterator[Tick]:
    for month in range(_first_month(scale, step), MAXYEAR * 12 + 12, step):
        year, number = divmod(month, 12)
        day = date(year, number + 1, 1).toordinal()
        if day > scale.last:
            return
        if day >= scale.first:
            stated = PartialDate(year, 0 if step >= 12 else number + 1)
            yield Tick(scale.x(day), str(year) if step >= 12 else date_text(stated))


def _first_month(scale: TimeScale, step: int) -> int:
    year = date.fromordinal(max(1, int(scale.first))).year
    return max(year * 12 // step * step, _first_multiple(step))


def _first_multiple(step: int) -> int:
    """Return the first multiple of a step in months that a calendar has."""
    return -(-MINYEAR * 12 // step) * step
