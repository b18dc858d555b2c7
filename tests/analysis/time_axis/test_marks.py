"""What the dates of a study allow to draw between them."""

from desktop_app.analysis.time_axis.marks import Kind, Mark, contradictions, stretches
from desktop_app.study.dates import PartialDate


def _mark(date: str, kind: Kind = Kind.ACTUAL) -> Mark:
    return Mark("Name", PartialDate.parse(date), kind)


def test_a_partial_date_covers_all_days_that_it_may_mean() -> None:
    month, year = _mark("2020-02"), _mark("2019")
    assert month.last - month.first == 29
    assert year.last - year.first == 365


def test_a_stretch_is_actual_only_between_actual_dates() -> None:
    start, primary = _mark("2019-01-01"), _mark("2020-01-01")
    end = _mark("2021-01-01", Kind.ESTIMATED)
    assert [one.kind for one in stretches(start, primary, end)] == [Kind.ACTUAL, Kind.ESTIMATED]
    unstated = _mark("2021-01-01", Kind.UNSTATED)
    assert [one.kind for one in stretches(start, None, unstated)] == [Kind.UNSTATED]


def test_dates_in_the_wrong_order_have_no_stretch_between_them() -> None:
    early, late = _mark("2017-03"), _mark("2020-03-01")
    assert stretches(late, None, early) == ()
    assert stretches(early, late, _mark("2018")) == ()
    assert list(contradictions(late, None, early)) == [(early, late)]


def test_a_month_does_not_contradict_a_day_within_it() -> None:
    day, month = _mark("2018-10-15"), _mark("2018-10")
    assert not list(contradictions(day, month, month))
    assert stretches(day, month, month)


def test_nothing_is_drawn_without_a_start_or_without_an_end() -> None:
    assert stretches(None, _mark("2020"), _mark("2021")) == ()
    assert stretches(_mark("2020"), None, None) == ()
