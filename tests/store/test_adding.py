from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.errors import RecordFormatError
from desktop_app.readers.reading import ReadRecord, SourceFormat, left_out
from desktop_app.store.adding import Outcome, batches
from desktop_app.store.library import Library
from desktop_app.store.prepared import prepare
from tests.store.synthetic import content, part, read_record, record


def test_a_new_study_is_added(library: Library) -> None:
    added = library.add(record(7, origin="seven.json"))
    assert added.nct_id == "NCT00000007"
    assert added.outcome is Outcome.ADDED
    assert added.note == ""
    assert added.origin == "seven.json"
    assert added.brief_title == "Study number 7"


def test_the_same_document_again_is_the_same(library: Library) -> None:
    library.add(record())
    added = library.add(record())
    assert added.outcome is Outcome.SAME
    assert added.note == "The library already holds this version."
    assert len(library.versions("NCT00000001")) == 1


def test_the_same_content_in_another_layout_is_the_same(library: Library) -> None:
    library.add(read_record(content()))
    assert library.add(read_record(content(), indent=4)).outcome is Outcome.SAME


def test_the_same_content_downloaded_a_day_later_is_the_same(library: Library) -> None:
    for version in ("2026-01-02", "2026-01-03"):
        value = content()
        value["derivedSection"] = {"miscInfoModule": {"versionHolder": version}}
        added = library.add(read_record(value))
    assert added.outcome is Outcome.SAME


def test_documents_that_differ_in_what_cannot_be_read_are_two(library: Library) -> None:
    one, other = (
        replace(record(), document=replace(record().document, content=spring), oddities=(odd,))
        for spring, odd in (
            (b"Spring", left_out("startDate", "'Spring'", "it is no date")),
            (b"Autumn", left_out("startDate", "'Autumn'", "it is no date")),
        )
    )
    assert library.add(one).outcome is Outcome.ADDED
    assert library.add(other).outcome is not Outcome.SAME
    assert len(library.versions("NCT00000001")) == 2


def test_what_is_odd_is_told_in_plain_words(library: Library) -> None:
    odd = [
        left_out("protocolSection.statusModule.startDateStruct.date", value, "it is no date")
        for value in ("Spring", "Summer")
    ]
    one = library.add(replace(record(), oddities=(odd[0],)))
    two = library.add(replace(record(2), oddities=tuple(odd)))
    assert one.note == "1 thing in it is odd; the Record tab says what."
    assert two.note == "2 things in it are odd; the Record tab says what."


def test_an_empty_module_is_the_same_as_none(library: Library) -> None:
    library.add(record())
    assert library.add(record(oversightModule={})).outcome is Outcome.SAME


def test_a_newer_version_takes_the_place_of_the_older_which_stays(library: Library) -> None:
    library.add(record(date="2024-05-01", origin="old.json"))
    added = library.add(record(date="2024-06-01", origin="new.json"))
    assert added.outcome is Outcome.UPDATED
    assert added.note == "It takes the place of the version of 2024-05-01, which is kept."
    assert [version.origin for version in library.versions("NCT00000001")] == [
        "new.json",
        "old.json",
    ]
    assert library.count() == 1


def test_an_older_version_is_kept_and_replaces_nothing(library: Library) -> None:
    library.add(record(date="2024-06-01"))
    added = library.add(record(date="2024-05-01"))
    assert added.outcome is Outcome.OLDER
    assert added.note == (
        "Kept as an older version; the version of 2024-06-01 stays the current one."
    )
    dates = [str(version.record_date) for version in library.versions("NCT00000001")]
    assert dates == ["2024-06-01", "2024-05-01"]


def test_a_version_without_a_date_is_older_than_any_with_one(library: Library) -> None:
    library.add(record(date="1999-01"))
    assert library.add(record(date=None)).outcome is Outcome.OLDER


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        (SourceFormat.CTGOV_JSON, SourceFormat.CTGOV_XML, Outcome.OLDER),
        (SourceFormat.CTGOV_XML, SourceFormat.REGISTRY_PAGE, Outcome.OLDER),
        (SourceFormat.REGISTRY_PAGE, SourceFormat.CTGOV_JSON, Outcome.UPDATED),
        (SourceFormat.CTGOV_JSON, SourceFormat.CTGOV_JSON, Outcome.UPDATED),
    ],
)
def test_of_the_same_date_the_fuller_format_is_current_and_then_the_later(
    library: Library, first: SourceFormat, second: SourceFormat, outcome: Outcome
) -> None:
    library.add(record(source=first, conditionsModule={"conditions": ["Gout"]}))
    assert library.add(record(source=second)).outcome is outcome


def test_a_part_of_a_record_is_added_where_there_is_nothing_better(library: Library) -> None:
    added = library.add(part())
    assert added.outcome is Outcome.ADDED
    assert added.note == "Only part of a record: it lacks Study Design, Eligibility."
    assert not library.versions("NCT00000001")[0].is_whole


def test_a_part_of_a_newer_record_does_not_take_the_place_of_a_whole_one(library: Library) -> None:
    library.add(record(date="2024-05-01"))
    added = library.add(part(date="2025-05-01"))
    assert added.outcome is Outcome.OLDER
    assert added.note == (
        "Only part of a record: it lacks Study Design, Eligibility. Kept as a version; "
        "the version of 2024-05-01, which is whole, stays the current one."
    )


def test_a_whole_record_takes_the_place_of_a_part(library: Library) -> None:
    library.add(part(date="2025-05-01"))
    assert library.add(record(date="2024-05-01")).outcome is Outcome.UPDATED


def test_an_older_version_that_comes_back_is_not_kept_twice(library: Library) -> None:
    old = record(date="2024-05-01")
    library.add(old)
    library.add(record(date="2024-06-01"))
    added = library.add(old)
    assert added.outcome is Outcome.OLDER
    assert "already keeps this version" in added.note
    assert len(library.versions("NCT00000001")) == 2


@pytest.mark.parametrize("nct_id", [None, "", "ISRCTN12345678"])
def test_a_record_without_an_nct_number_is_refused_in_a_sentence(
    library: Library, nct_id: str | None
) -> None:
    with pytest.raises(RecordFormatError, match=r"study\.json cannot be kept in the library"):
        library.add(record(identification={"nctId": nct_id}))
    assert library.count() == 0


def test_many_records_are_told_of_in_their_order(library: Library) -> None:
    numbers = [5, 3, 9, 3, 1]
    added = list(library.add_all((record(number) for number in numbers), batch_size=2))
    assert [one.nct_id for one in added] == [f"NCT0000000{number}" for number in numbers]
    assert [one.outcome.name for one in added] == ["ADDED", "ADDED", "ADDED", "SAME", "ADDED"]


def test_several_versions_in_one_batch_leave_the_newest_current(library: Library) -> None:
    dates = ["2024-02-01", "2024-03-01", "2024-01-01"]
    added = list(library.add_all(record(date=date) for date in dates))
    assert [one.outcome.name for one in added] == ["ADDED", "UPDATED", "OLDER"]
    current = library.get("NCT00000001")
    assert current is not None
    assert str(current.version.record_date) == "2024-03-01"
    assert library.count_matches("study") == 1


def test_records_may_come_prepared(library: Library) -> None:
    added = list(library.add_all([prepare(record(1)), record(2)]))
    assert [one.outcome for one in added] == [Outcome.ADDED, Outcome.ADDED]
    assert library.count() == 2


def test_what_came_before_a_failure_is_added_and_told_of(library: Library) -> None:
    def failing() -> Iterator[ReadRecord]:
        yield record(1)
        yield record(2)
        raise ZeroDivisionError

    added = library.add_all(failing())
    assert [next(added).nct_id, next(added).nct_id] == ["NCT00000001", "NCT00000002"]
    with pytest.raises(ZeroDivisionError):
        next(added)
    assert library.count() == 2


def test_giving_up_between_two_batches_keeps_the_first(library: Library) -> None:
    adding = library.add_all((record(number) for number in range(1, 9)), batch_size=4)
    assert next(adding).nct_id == "NCT00000001"
    adding.close()  # type: ignore[attr-defined]
    assert library.count() == 4


def test_a_batch_ends_after_its_time() -> None:
    assert [len(batch) for batch in batches([record(1), record(2)], 100, seconds=0.0)] == [1, 1]


def test_a_number_written_otherwise_is_the_same_study(library: Library) -> None:
    library.add(record(42, date="2024-05-01"))
    added = library.add(record(42, date="2024-06-01", identification={"nctId": "nct42"}))
    assert added.nct_id == "NCT00000042"
    assert added.outcome is Outcome.UPDATED
