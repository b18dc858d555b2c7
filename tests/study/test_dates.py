from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.study.dates import PartialDate, Precision


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2015", Precision.YEAR),
        ("2015-03", Precision.MONTH),
        ("2015-03-01", Precision.DAY),
        ("2015-03-01T09:30", Precision.TIME),
    ],
)
def test_a_date_prints_as_it_was_stated_and_knows_its_precision(
    text: str, precision: Precision
) -> None:
    parsed = PartialDate.parse(text)
    assert str(parsed) == text
    assert parsed.precision is precision


@pytest.mark.parametrize("text", ["", "Spring 2015", "2015-13", "2015-02-30", "15-03-01", "2015-3"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date|must be|out of range"):
        PartialDate.parse(text)


def test_a_partial_date_covers_the_days_that_it_may_mean() -> None:
    month = PartialDate.parse("2024-02")
    assert (month.first_day, month.last_day) == (date(2024, 2, 1), date(2024, 2, 29))
    assert PartialDate.parse("2015").last_day == date(2015, 12, 31)


def test_a_less_precise_date_sorts_before_the_days_that_it_covers() -> None:
    texts = ["2015-03-02", "2016", "2015", "2015-03", "2014-12-31"]
    ordered = sorted(PartialDate.parse(text) for text in texts)
    assert [str(one) for one in ordered] == ["2014-12-31", "2015", "2015-03", "2015-03-02", "2016"]


@given(st.dates())
def test_every_day_survives_reading_and_printing(day: date) -> None:
    assert PartialDate.parse(day.isoformat()).first_day == day
