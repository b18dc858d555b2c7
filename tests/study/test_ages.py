import pytest

from desktop_app.study.ages import Age, AgeUnit


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("18 Years", 18, AgeUnit.YEAR),
        ("1 Year", 1, AgeUnit.YEAR),
        ("6 Months", 6, AgeUnit.MONTH),
        ("14 Days", 14, AgeUnit.DAY),
        ("1 Minute", 1, AgeUnit.MINUTE),
    ],
)
def test_an_age_is_read_and_printed_in_the_registrys_form(
    text: str, count: int, unit: AgeUnit
) -> None:
    age = Age.parse(text)
    assert (age.count, age.unit) == (count, unit)
    assert str(age) == text


def test_no_limit_is_not_an_age_of_zero() -> None:
    assert Age.parse("N/A").is_no_limit
    assert not Age.parse("0 Years").is_no_limit
    assert str(Age.parse("N/A")) == "No limit"


@pytest.mark.parametrize("text", ["", "eighteen", "18", "18 Fortnights", "-1 Years"])
def test_what_is_no_age_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an age"):
        Age.parse(text)


def test_ages_of_different_units_compare_by_their_length() -> None:
    assert Age.parse("23 Months").in_days < Age.parse("2 Years").in_days < Age().in_days
