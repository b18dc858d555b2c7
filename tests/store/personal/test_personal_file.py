import os
from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreError
from desktop_app.store.personal import plans
from desktop_app.store.personal.schema import APPLICATION_ID, MIGRATIONS
from desktop_app.store.personal.writer import PersonalWriter
from tests.store.synthetic import open_library, record


def test_the_file_is_marked_and_numbered(folder: Path) -> None:
    with open_library(folder) as library:
        connection = apsw.Connection(str(library.personal_path))
    assert connection.pragma("application_id") == APPLICATION_ID
    assert connection.pragma("user_version") == len(MIGRATIONS)
    assert connection.pragma("journal_mode") == "wal"


def test_what_earlier_versions_kept_in_the_library_is_taken_over_once(folder: Path) -> None:
    with open_library(folder) as library:
        library.add(record(3))
        library.add(record(4))
    (folder / "personal.sqlite3").unlink()
    connection = apsw.Connection(str(folder / "library.sqlite3"))
    connection.execute(
        "CREATE TABLE IF NOT EXISTS opened "
        "(nct_number INTEGER PRIMARY KEY, opened_at INTEGER NOT NULL) STRICT"
    )
    connection.execute("INSERT INTO opened VALUES (3, 1000), (4, 900), (9, 2000)")
    connection.close()
    with open_library(folder) as library:
        assert library.last_opened() == "NCT00000003"
        library.set_opened("NCT00000004")
    with open_library(folder) as library:
        assert library.last_opened() == "NCT00000004"
    rows = apsw.Connection(str(folder / "personal.sqlite3")).execute(
        "SELECT nct_number, version_id FROM opened ORDER BY nct_number"
    )
    assert rows.fetchall() == [(3, 1), (4, 2), (9, None)]


BAD = {
    "damaged": b"SQLite format 3\0" + b"\xff" * 5_000,
    "not made by this application": b"Dear diary, " * 400,
}


@pytest.mark.parametrize("told", BAD)
def test_a_bad_file_is_told_of_and_left_and_the_studies_are_read(folder: Path, told: str) -> None:
    folder.mkdir()
    path = folder / "personal.sqlite3"
    path.write_bytes(BAD[told])
    with open_library(folder) as library:
        library.add(record(3))
        assert library.get("NCT00000003") is not None
        assert library.personal.marks((3,)) == {}
        library.set_opened("NCT00000003")
        assert library.last_opened() == "NCT00000003"
        assert "personal.sqlite3" in str(library.personal_problem)
        assert not library.is_personal_kept
        with pytest.raises(StoreError, match=r"personal\.sqlite3"):
            PersonalWriter(path).perform(plans.star((3,), starred=True))
    assert path.read_bytes() == BAD[told]


def test_a_file_with_a_damaged_page_is_told_of(folder: Path) -> None:
    with open_library(folder) as library:
        path = library.personal_path
    writer = PersonalWriter(path)
    writer.perform(plans.star(range(1, 2_000), starred=True))
    writer.close()
    content = bytearray(path.read_bytes())
    content[-4_096 : -4_096 + 200] = b"\xa5" * 200
    path.write_bytes(content)
    with open_library(folder) as library:
        assert "is damaged" in str(library.personal_problem)
        assert library.count() == 0
    assert path.read_bytes() == content


def test_a_file_of_a_newer_version_is_told_of_and_left(folder: Path) -> None:
    with open_library(folder) as library:
        path = library.personal_path
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", len(MIGRATIONS) + 1)
    connection.close()
    before = path.read_bytes()
    with open_library(folder) as library:
        assert "newer version" in str(library.personal_problem)
        with pytest.raises(StoreError, match="newer version"):
            PersonalWriter(path).perform(plans.star((3,), starred=True))
    assert path.read_bytes() == before


def test_a_library_opened_for_reading_only_shows_all_and_writes_nothing(folder: Path) -> None:
    with open_library(folder) as library:
        library.add(record(3))
        path = library.personal_path
    writer = PersonalWriter(path)
    writer.perform(plans.star((3,), starred=True))
    writer.close()
    before = path.read_bytes()
    with open_library(folder, read_only=True) as library:
        assert library.personal.marks((3,))[3].is_starred
        assert not library.is_personal_kept
        library.set_opened("NCT00000003")
    assert path.read_bytes() == before


def test_a_library_without_the_file_is_opened_for_reading_only(folder: Path) -> None:
    with open_library(folder) as library:
        library.add(record(3))
    (folder / "personal.sqlite3").unlink()
    with open_library(folder, read_only=True) as library:
        assert library.personal.marks((3,)) == {}
        assert library.personal_problem is None
    assert not (folder / "personal.sqlite3").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_file_that_cannot_be_written_says_so(folder: Path) -> None:
    with open_library(folder) as library:
        path = library.personal_path
    path.chmod(0o444)
    folder.chmod(0o555)
    with pytest.raises(StoreError, match=r"personal\.sqlite3.*cannot be written"):
        PersonalWriter(path).perform(plans.star((3,), starred=True))
    folder.chmod(0o755)


def test_what_belongs_to_the_person_may_be_in_another_folder(folder: Path, tmp_path: Path) -> None:
    from desktop_app.store.library import Library
    from tests.store.synthetic import read_json

    with open_library(folder) as library:
        library.add(record(3))
    apart = tmp_path / "apart.sqlite3"
    with Library.open(folder, reader=read_json, read_only=True, personal_path=apart) as library:
        assert library.is_personal_kept
        library.set_opened("NCT00000003")
    with Library.open(folder, reader=read_json, read_only=True, personal_path=apart) as library:
        assert library.last_opened() == "NCT00000003"
