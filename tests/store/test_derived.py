from pathlib import Path

import pytest

from desktop_app.errors import RecordFormatError, StoreError
from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store import adding, derived, opening
from desktop_app.store.adding import Outcome
from desktop_app.store.derived_state import DERIVED_VERSION
from desktop_app.store.library import Library
from desktop_app.store.process_lock import ProcessLock
from desktop_app.store.rebuilding import preparing
from desktop_app.store.search import SearchResult
from tests.store.synthetic import open_library, part, read_json, record


@pytest.fixture
def filled(folder: Path) -> Path:
    """A library of forty studies, some with several versions."""
    with open_library(folder) as library:
        for number in range(1, 41):
            source = SourceFormat.CTGOV_XML if number == 12 else SourceFormat.CTGOV_JSON
            library.add(record(number, f"2024-01-{number % 28 + 1:02d}", source=source))
        library.add(record(7, "2025-01-01", conditionsModule={"conditions": ["Gout"]}))
        library.add(record(8, "2020-01-01"))
        library.add(part(9, "2026-01-01"))
        library.set_opened("NCT00000007")
    return folder


def seen(library: Library) -> tuple[object, ...]:
    queries = ("", "gout", "asthma", "NCT0000000", "number 3")
    found: list[SearchResult] = [library.search(query) for query in queries]
    return (
        library.count(),
        found,
        library.last_opened(),
        [version.id for version in library.versions("NCT00000009")],
    )


def with_derived_version(monkeypatch: pytest.MonkeyPatch, version: int) -> None:
    for module in (derived, opening):
        monkeypatch.setattr(module, "DERIVED_VERSION", version)


def test_derived_tables_built_again_are_what_they_were(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(filled) as library:
        before = seen(library)
    with_derived_version(monkeypatch, 99)
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(preparing, "STUDIES_ALONE", 15)
    with Library.open(
        filled, reader=read_json, progress=lambda done, total: told.append((done, total))
    ) as library:
        assert seen(library) == before
        assert library.check() == ()
    assert told == [(15, 40), (30, 40), (40, 40)]


def test_an_interrupted_building_is_done_again(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(filled) as library:
        before = seen(library)
    with_derived_version(monkeypatch, 99)
    monkeypatch.setattr(preparing, "STUDIES_ALONE", 15)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Library.open(filled, reader=read_json, progress=stop)
    with open_library(filled) as library:
        assert seen(library) == before


def test_a_building_that_was_stopped_goes_on_where_it_was(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []

    def stop_at_30(done: int, total: int) -> None:
        told.append((done, total))
        if done == 30:
            raise KeyboardInterrupt

    monkeypatch.setattr(preparing, "STUDIES_ALONE", 15)
    with open_library(filled) as library:
        before = seen(library)
        library.trash().put((28, 30, 40))
        with pytest.raises(KeyboardInterrupt):
            library.upkeep().rebuild(stop_at_30)
        assert library.trash().restore((30, 40)) == (30, 40)
    with Library.open(
        filled, reader=read_json, progress=lambda done, total: told.append((done, total))
    ) as library:
        assert library.count() == 39
        assert library.trash().restore((28,)) == (28,)
        assert seen(library) == before
        assert library.check() == ()
    assert told == [(15, 40), (30, 40), (40, 40)]


def test_tables_of_another_version_are_not_gone_on_with(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        raise KeyboardInterrupt

    monkeypatch.setattr(preparing, "STUDIES_ALONE", 15)
    for version in (98, 99, 99):
        with_derived_version(monkeypatch, version)
        with pytest.raises(KeyboardInterrupt):
            Library.open(filled, reader=read_json, progress=stop)
    assert told == [(15, 40), (15, 40), (30, 40)]


def test_a_document_that_is_understood_no_more_keeps_its_study_in_the_library(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_some(document: SourceDocument) -> ReadRecord:
        if b"NCT00000012" in document.content:
            raise RecordFormatError("This is not a record.")
        return read_json(document)

    with_derived_version(monkeypatch, 99)
    with Library.open(filled, reader=read_some) as library:
        assert library.count() == 40
        assert library.search("NCT00000012").summaries[0].brief_title == ""
        with pytest.raises(RecordFormatError):
            library.get("NCT00000012")
    with_derived_version(monkeypatch, 100)
    with open_library(filled) as library:
        assert library.search("NCT00000012").summaries[0].brief_title == "Study number 12"


def test_a_library_that_has_to_be_built_again_is_not_opened_for_reading_only(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_derived_version(monkeypatch, 99)
    with pytest.raises(StoreError, match="brought up to date"):
        open_library(filled, read_only=True)


def test_one_process_at_a_time_builds(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derived, "_SECONDS_TO_WAIT", 0.0)
    lock = ProcessLock.take(filled / "rebuild.lock")
    assert lock is not None
    with open_library(filled) as library:
        upkeep = library.upkeep()
        with pytest.raises(StoreError, match="written by another program"):
            upkeep.rebuild(lambda done, total: None)
        lock.let_go()
        upkeep.rebuild(lambda done, total: None)
        assert library.check() == ()


def test_what_is_added_after_a_building_that_was_stopped_finds_what_is_held(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(preparing, "STUDIES_ALONE", 15)
    with open_library(filled) as library:
        before = seen(library)
        with pytest.raises(KeyboardInterrupt):
            library.upkeep().rebuild(stop)
        assert library.count() == 15
        assert library.add(record(40, "2024-01-13")).outcome is Outcome.SAME
        assert seen(library) == before


def test_what_waited_for_a_building_to_begin_is_not_put_into_half_built_tables(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with open_library(filled) as library:
        before = seen(library)
        monkeypatch.setattr(preparing, "STUDIES_ALONE", 15)
        with pytest.raises(KeyboardInterrupt):
            library.upkeep().rebuild(stop)
        with monkeypatch.context() as patched:
            # As it was a moment before the building began.
            patched.setattr(adding, "derived_version", lambda connection: DERIVED_VERSION)
            with pytest.raises(StoreError, match="written by another program"):
                library.add(record(40, "2024-01-13"))
    with open_library(filled) as library:
        assert seen(library) == before
