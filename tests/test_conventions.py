from collections.abc import Iterator
from datetime import date

import pytest

from desktop_app.conventions import (
    Form,
    date_text,
    decimal_text,
    follow,
    following,
    form_of,
    iso_text,
    number_text,
    territory_of,
)
from desktop_app.study.dates import PartialDate


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    with following(Form.RECORD):
        yield


def test_dates_and_numbers_are_written_as_in_records_unless_asked_otherwise() -> None:
    assert date_text(date(2025, 12, 4)) == "2025-12-04"
    assert [number_text(number) for number in (9999, 12345, -12345)] == [
        *("9999", "12\u202f345", "-12\u202f345"),
    ]
    assert decimal_text("3.5") == "3.5"


@pytest.mark.parametrize(
    ("stated", "record", "reader"),
    [
        ("2025-12-04", "2025-12-04", "4 Dec 2025"),
        ("2025-05", "2025-05", "May 2025"),
        ("2025", "2025", "2025"),
        ("0950-01", "0950-01", "Jan 950"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_stated(stated: str, record: str, reader: str) -> None:
    day = PartialDate.parse(stated)
    assert date_text(day) == iso_text(day) == record
    with following(Form.READER):
        assert date_text(day) == reader
        assert iso_text(day) == record


def test_the_month_comes_first_where_people_write_it_so() -> None:
    with following(Form.READER, "US"):
        assert date_text(date(2025, 12, 4)) == "Dec 4, 2025"
        assert date_text(PartialDate(2025, 12)) == "Dec 2025"
    with following(Form.READER, "GB"):
        assert date_text(date(2025, 12, 4)) == "4 Dec 2025"


def test_numbers_have_commas_for_readers_of_english() -> None:
    follow(Form.READER)
    assert [number_text(number) for number in (9999, 1234567)] == ["9999", "1,234,567"]
    assert decimal_text("3.5") == "3.5"


@pytest.mark.parametrize(
    ("setting", "locale", "form"),
    [
        ("", "en_US.UTF-8", Form.READER),
        ("", "de_DE", Form.READER),
        ("iso", "de_DE.UTF-8", Form.RECORD),
        ("", "C", Form.RECORD),
        ("", "C.UTF-8", Form.RECORD),
        ("", "POSIX", Form.RECORD),
        ("", "", Form.RECORD),
    ],
)
def test_the_form_is_the_settings_or_that_of_the_locale(
    setting: str, locale: str, form: Form
) -> None:
    assert form_of(setting, locale) is form


@pytest.mark.parametrize(
    ("locale", "territory"),
    [("en_US.UTF-8", "US"), ("zh_Hans_CN", "CN"), ("de-AT", "AT"), ("fr@euro", ""), ("C", "")],
)
def test_the_territory_is_read_off_the_locale(locale: str, territory: str) -> None:
    assert territory_of(locale) == territory
