import pytest

from desktop_app.store import summaries
from desktop_app.store.library import Library
from desktop_app.store.summaries import first_row
from tests.store.synthetic import record


def test_keys_ascend_with_dates() -> None:
    dates = [
        None,
        "0001-01-01",
        "2024-05",
        "2024-05-02",
        "9999",
    ]
    keys = [first_row(date) for date in dates]
    assert keys == sorted(set(keys))


def test_a_day_with_more_studies_than_it_has_room_for_loses_none(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summaries, "_ROWS_A_DAY", 4)
    list(library.add_all(record(number, "2024-05-01") for number in range(1, 12)))
    list(library.add_all(record(number, "2024-05-02") for number in range(12, 23)))
    assert library.count() == 22
    assert len({summary.nct_id for summary in library.search("asthma").summaries}) == 22


def test_the_latest_arrival_of_a_day_is_the_first(library: Library) -> None:
    for number in (3, 1, 2):
        library.add(record(number))
    listed = [summary.nct_id[-1] for summary in library.summaries(limit=5)]
    assert listed == ["2", "1", "3"]


def test_a_study_is_found_in_the_list_by_its_position(library: Library) -> None:
    list(library.add_all(record(number, f"2024-05-{number:02d}") for number in range(1, 9)))
    listed = [summary.nct_id for summary in library.summaries(limit=20)]
    assert [library.position(nct_id) for nct_id in listed] == list(range(8))
    assert library.position("NCT99999999") is None
    assert library.position("no number") is None


def test_the_row_of_a_study_is_found_by_its_number_and_by_a_former_one(library: Library) -> None:
    library.add(record(31, identification={"nctIdAliases": ["NCT00000030"]}))
    row = library.summary("NCT00000031")
    assert row is not None
    assert row.nct_id == "NCT00000031"
    assert library.summary("NCT00000030") == row
    assert library.summary("NCT00000032") is None
    assert library.summary("no number") is None
