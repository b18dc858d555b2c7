import json
from datetime import UTC, date, datetime

import pytest

from desktop_app.conventions import Form, following
from desktop_app.presentation.as_of import AsOf, as_of
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import Study
from tests.studies import study_with

TODAY = date(2026, 11, 26)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def held(day: str) -> Study:
    module = {"miscInfoModule": {"versionHolder": day}}
    raw = json.dumps({"protocolSection": {}, "derivedSection": module}).encode()
    return read_ctgov_json(raw)[0]


def test_a_record_is_of_the_day_of_the_registrys_data() -> None:
    assert as_of(held("2026-10-03"), imported_at=NOON) == AsOf(date(2026, 10, 3))


def test_a_record_that_was_looked_up_is_of_that_day() -> None:
    assert as_of(held("2026-10-03"), NOON) == AsOf(date(2026, 11, 20))
    assert as_of(held("2026-11-25"), NOON) == AsOf(date(2026, 11, 25))
    assert as_of(study_with(), NOON) == AsOf(date(2026, 11, 20))


def test_of_a_record_that_states_no_day_the_import_is_told() -> None:
    assert as_of(study_with()) is None
    told = as_of(study_with(), imported_at=NOON)
    assert told is not None
    assert told.words(TODAY) == "Imported on 2026-11-20 · 6 days old"


@pytest.mark.parametrize(
    ("day", "words", "is_stale"),
    [
        (TODAY, "This copy is of 2026-11-26 · 0 days old", False),
        (date(2026, 11, 25), "This copy is of 2026-11-25 · 1 day old", False),
        (date(2026, 10, 27), "This copy is of 2026-10-27 · 30 days old", False),
        (date(2026, 10, 26), "This copy is of 2026-10-26 · 31 days old", True),
        (date(2023, 10, 3), "This copy is of 2023-10-03 · 3 years old", True),
        (date(2027, 1, 1), "This copy is of 2027-01-01 · 0 days old", False),
    ],
)
def test_the_age_is_said_and_after_thirty_days_it_matters(
    day: date, words: str, is_stale: bool
) -> None:
    assert AsOf(day).words(TODAY) == words
    assert AsOf(day).is_stale(TODAY) is is_stale


def test_the_day_is_written_as_readers_do() -> None:
    with following(Form.READER):
        assert AsOf(date(2026, 10, 3)).words(TODAY) == "This copy is of 3 Oct 2026 · 54 days old"
