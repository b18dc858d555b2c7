"""Days as distances, and the years and months that are marked."""

from itertools import pairwise

import pytest

from desktop_app.analysis.time_axis.marks import Kind, Mark
from desktop_app.analysis.time_axis.scale import TimeScale, scale_for, ticks
from desktop_app.study.dates import PartialDate
from tests.laid_out import PlainMeasure


def _scale(*dates: str, width: float = 600) -> TimeScale:
    marks = [Mark("Name", PartialDate.parse(date), Kind.ACTUAL) for date in dates]
    return scale_for(marks, 10, width - 10)


def _words(scale: TimeScale, width: float = 600) -> list[str]:
    return [tick.words for tick in ticks(scale, width, PlainMeasure())]


def test_a_long_axis_is_marked_with_years() -> None:
    words = _words(_scale("2018-10-01", "2026-06-30"))
    assert words == [str(year) for year in range(2019, 2027)]


def test_a_short_axis_is_marked_with_months() -> None:
    assert "2020-04" in _words(_scale("2020-03-01", "2020-09"))
    assert _words(_scale("2020-03-10"))


def test_half_a_century_is_marked_with_round_years() -> None:
    words = _words(_scale("1980", "2030"), width=340)
    assert words
    assert all(int(word) % 5 == 0 for word in words)


@pytest.mark.parametrize("dates", [("0001", "9999-12-31"), ("9999-12",), ("0001-01-01",)])
def test_the_ends_of_the_calendar_are_no_trouble(dates: tuple[str, ...]) -> None:
    scale = _scale(*dates)
    assert len(_words(scale)) < 12
    assert scale.x(scale.first) == 10


def test_every_tick_has_room_for_its_words() -> None:
    measure = PlainMeasure(26)
    for dates in (("2019", "2021"), ("1999-01", "2026-11"), ("1900", "2100")):
        placed = ticks(_scale(*dates, width=340), 340, measure)
        for one, other in pairwise(placed):
            assert other.x - one.x > 60, (dates, one, other)
