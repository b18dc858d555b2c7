"""The axis of ages that suits a study."""

import pytest

from desktop_app.analysis.age_bar import age_scale
from desktop_app.study.ages import Age, AgeUnit


def _age(text: str) -> Age | None:
    return Age.parse(text) if text else None


@pytest.mark.parametrize(
    ("lowest", "highest", "unit"),
    [
        ("18 Years", "65 Years", AgeUnit.YEAR),
        ("8 Months", "", AgeUnit.YEAR),
        ("", "", AgeUnit.YEAR),
        ("1 Minute", "5 Years", AgeUnit.YEAR),
        ("18 Months", "3 Years", AgeUnit.MONTH),
        ("29 Days", "24 Months", AgeUnit.MONTH),
        ("30 Weeks", "36 Weeks", AgeUnit.WEEK),
        ("0 Days", "7 Days", AgeUnit.DAY),
        ("1 Minute", "1 Hour", AgeUnit.MINUTE),
        ("", "0 Days", AgeUnit.DAY),
        ("N/A", "N/A", AgeUnit.YEAR),
    ],
)
def test_the_unit_goes_with_the_limits(lowest: str, highest: str, unit: AgeUnit) -> None:
    scale = age_scale(_age(lowest), _age(highest))
    assert scale.unit is unit
    assert 2 <= len(scale.ticks) <= 9


def test_a_scale_of_small_units_ends_behind_the_limit() -> None:
    scale = age_scale(None, Age.parse("16 Weeks"))
    assert scale.share(16 * 7) < 1
    assert scale.words(scale.ticks[-1]).endswith(" weeks")


def test_years_are_open_at_the_end_unless_a_limit_is_beyond_a_hundred() -> None:
    assert age_scale(Age.parse("18 Years"), None).words(100) == "100+ years"
    beyond = age_scale(Age.parse("18 Years"), Age.parse("120 Years"))
    assert (beyond.end, beyond.is_open) == (120, False)


def test_what_is_older_than_the_axis_stands_at_its_end() -> None:
    scale = age_scale(Age.parse("18 Years"), Age.parse("999999 Years"))
    assert scale.share(float("inf")) == scale.share(999_999 * 365.25) == 1
