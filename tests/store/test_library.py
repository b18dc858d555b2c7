import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.errors import StoreError, StudyNotFoundError
from desktop_app.readers.reading import SourceFormat
from desktop_app.store.library import Library
from desktop_app.study.dates import PartialDate
from tests.store.synthetic import content, open_library, read_record, record


def test_a_library_is_made_on_first_use_and_is_empty(folder: Path) -> None:
    with open_library(folder) as library:
        assert library.path == folder / "library.sqlite3"
        assert library.count() == 0
        assert library.summaries(limit=10) == ()
        assert library.search("anything").summaries == ()
        assert library.last_opened() is None
        assert not library.is_read_only


def test_what_was_added_is_there_after_opening_again(folder: Path) -> None:
    with open_library(folder) as library:
        library.add(record(3))
    with open_library(folder) as library:
        assert library.count() == 1
        assert library.get("NCT00000003") is not None


def test_the_source_document_comes_back_byte_for_byte(library: Library) -> None:
    given = read_record(content(), indent=3, source=SourceFormat.CTGOV_XML, origin="a file")
    library.add(given)
    stored = library.get("NCT00000001")
    assert stored is not None
    assert stored.document == given.document
    assert stored.study == given.study
    assert stored.is_current


@pytest.mark.parametrize("nct_id", ["NCT00000031", "nct00000031", "NCT31", " 31 "])
def test_a_study_is_got_by_its_number_in_any_dress(library: Library, nct_id: str) -> None:
    library.add(record(31))
    stored = library.get(nct_id)
    assert stored is not None
    assert stored.version.nct_id == "NCT00000031"


def test_a_study_is_got_by_its_former_number(library: Library) -> None:
    library.add(record(31, identification={"nctIdAliases": ["NCT00000030"]}))
    stored = library.get("NCT00000030")
    assert stored is not None
    assert stored.version.nct_id == "NCT00000031"
    assert [version.nct_id for version in library.versions("NCT00000030")] == ["NCT00000031"]


def test_a_study_of_its_own_goes_before_a_former_number(library: Library) -> None:
    library.add(record(31, identification={"nctIdAliases": ["NCT00000030"]}))
    library.add(record(30))
    stored = library.get("NCT00000030")
    assert stored is not None
    assert stored.version.nct_id == "NCT00000030"


@pytest.mark.parametrize("nct_id", ["NCT00000099", "", "not a number", "\0"])
def test_a_study_that_is_not_there_is_none(library: Library, nct_id: str) -> None:
    library.add(record(1))
    assert library.get(nct_id) is None
    assert library.versions(nct_id) == ()


def test_a_version_tells_where_and_when_it_came_from(library: Library) -> None:
    given = record(date="2024-05", origin="folder › study.json")
    library.add(given)
    (version,) = library.versions("NCT00000001")
    assert version.record_date == PartialDate(2024, 5)
    assert version.origin == "folder › study.json"
    assert version.format is SourceFormat.CTGOV_JSON
    assert version.size == len(given.document.content)
    assert len(version.sha256) == 64
    assert timedelta(0) <= datetime.now(UTC) - version.imported_at < timedelta(minutes=5)


def test_an_older_version_can_be_read_and_is_not_the_current_one(library: Library) -> None:
    library.add(record(date="2024-01-01"))
    library.add(record(date="2025-01-01"))
    newest, oldest = library.versions("NCT00000001")
    assert library.version(newest.id).is_current
    assert not library.version(oldest.id).is_current
    assert str(library.version(oldest.id).version.record_date) == "2024-01-01"


def test_a_version_that_is_not_there_is_an_error(library: Library) -> None:
    with pytest.raises(StudyNotFoundError):
        library.version(17)


def test_the_list_shows_the_newest_record_first_and_undated_ones_last(library: Library) -> None:
    dates = [None, "2024-05-02", "2026-01-01", "2024-05", "1999", "2024-05-01"]
    list(library.add_all(record(number, date) for number, date in enumerate(dates, 1)))
    listed = [str(summary.record_date) for summary in library.summaries(limit=100)]
    assert listed[:2] == ["2026-01-01", "2024-05-02"]
    assert set(listed[2:4]) == {"2024-05", "2024-05-01"}
    assert listed[4:] == ["1999", "None"]


def test_a_row_of_the_list_holds_what_the_record_says(library: Library) -> None:
    design = {
        "studyType": "INTERVENTIONAL",
        "phases": ["PHASE2", "A NEW PHASE"],
        "enrollmentInfo": {"count": 120, "type": "ESTIMATED"},
    }
    library.add(record(8, "2024-05-01", designModule=design))
    (summary,) = library.summaries(limit=1)
    assert summary.nct_id == "NCT00000008"
    assert summary.brief_title == "Study number 8"
    assert summary.overall_status == "RECRUITING"
    assert summary.study_type == "INTERVENTIONAL"
    assert summary.phases == ("PHASE2", "A NEW PHASE")
    assert summary.enrollment_count == 120
    assert summary.enrollment_type == "ESTIMATED"
    assert summary.record_date == PartialDate(2024, 5, 1)


@pytest.mark.parametrize("count", [None, 0, 2**80])
def test_no_count_no_participants_and_very_many_stay_apart(
    library: Library, count: int | None
) -> None:
    library.add(record(designModule={"enrollmentInfo": {"count": count}}))
    assert library.summaries(limit=1)[0].enrollment_count == count


def test_pages_of_the_list_follow_each_other_without_gaps(library: Library) -> None:
    list(
        library.add_all(record(number, f"2024-01-{number % 28 + 1:02d}") for number in range(1, 71))
    )
    whole = library.summaries(limit=100)
    pages = [library.summaries(offset=offset, limit=9) for offset in range(0, 80, 9)]
    assert [summary for page in pages for summary in page] == list(whole)
    assert len(whole) == 70


def test_the_study_that_was_opened_last_is_remembered(folder: Path) -> None:
    with open_library(folder) as library:
        library.add(record(1))
        library.add(record(2))
        library.set_opened("NCT00000002")
        library.set_opened("nct1")
    with open_library(folder) as library:
        assert library.last_opened() == "NCT00000001"


def test_opening_is_noted_without_waiting_while_records_are_added(library: Library) -> None:
    library.add(record(1))
    adding = threading.Event()
    noted = threading.Event()

    def hold() -> None:
        with open_library(library.path.parent) as other:

            def records() -> object:
                yield record(2)
                adding.set()
                noted.wait(10)

            list(other.add_all(records()))  # type: ignore[arg-type]

    with library.another_reader() as reader:
        thread = threading.Thread(target=hold)
        thread.start()
        adding.wait(10)
        reader.set_opened("NCT00000001")
        assert reader.last_opened() == "NCT00000001"
        noted.set()
        thread.join()
    assert library.last_opened() == "NCT00000001"


def test_another_reader_sees_what_is_added(library: Library) -> None:
    with library.another_reader() as reader:
        library.add(record(4))
        assert reader.count() == 1
        assert reader.search("study 4").summaries[0].nct_id == "NCT00000004"


def test_another_reader_does_not_add(library: Library) -> None:
    with library.another_reader() as reader, pytest.raises(StoreError, match="reading only"):
        reader.add(record(1))


def test_a_library_can_be_closed_twice_and_interrupted_when_closed(folder: Path) -> None:
    library = open_library(folder)
    library.close()
    library.interrupt()
    library.close()
