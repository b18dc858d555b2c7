import shutil
from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreDamagedError, StoreError, StoreTooNewError
from desktop_app.store.backups.contents import Change, changes_by, held_by
from desktop_app.store.backups.copying import back_up
from desktop_app.store.backups.files import BY_HAND, BackupFile, backup_at, backups_in
from desktop_app.store.backups.restoring import newest_sound, restore_library, restore_personal
from desktop_app.store.connections import connect_reader
from desktop_app.store.personal.opening import connect_personal
from tests.store.backups.personal_files import change, notes
from tests.store.synthetic import open_library, record

NOTE = "INSERT OR REPLACE INTO note VALUES ({}, '{}', 1)"


def backup_of(path: Path) -> BackupFile:
    connection = connect_reader(path)
    made = backup_at(back_up(connection, path, BY_HAND))
    connection.close()
    assert made is not None
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "personal.sqlite3"


@pytest.fixture
def backup(path: Path) -> BackupFile:
    change(
        path,
        NOTE.format(1, "first"),
        NOTE.format(2, "second"),
        "INSERT INTO tag VALUES (1, 'maybe', 'red')",
        "INSERT INTO tagged VALUES (1, 5)",
        "INSERT INTO star VALUES (9, 1)",
    )
    made = backup_of(path)
    change(
        path,
        NOTE.format(1, "changed"),
        NOTE.format(3, "third"),
        "DELETE FROM note WHERE nct_number = 2",
        "INSERT INTO star VALUES (8, 1)",
        "DELETE FROM tagged",
        "DELETE FROM tag",
    )
    return made


def test_what_would_change_is_told_before(path: Path, backup: BackupFile) -> None:
    found = changes_by(backup, path)
    assert found is not None
    changes = {change.what: change for change in found}
    assert changes["note"] == Change("note", 1, 1, 1, ("NCT00000002",), ("NCT00000003",))
    assert changes["star"] == Change("star", 0, 1, 0, (), ("NCT00000008",))
    assert changes["tagged"].coming == ("maybe: NCT00000005",)
    assert changes["saved_search"].is_none
    assert held_by(backup)["note"] == 2


def test_restoring_brings_back_what_was_there_and_can_be_undone(
    path: Path, backup: BackupFile
) -> None:
    others = connect_personal(path)
    before = restore_personal(backup, path)
    assert notes(path) == {1: "first", 2: "second"}
    # Whoever has it open sees it, too, and can go on writing.
    assert others.execute("SELECT count(*) FROM star").get == 1
    assert others.execute("SELECT rowid FROM note_words('second')").get == 2
    others.execute("INSERT INTO star VALUES (77, 1)")
    undo = backup_at(before) if before else None
    assert undo is not None
    restore_personal(undo, path)
    assert notes(path) == {1: "changed", 3: "third"}
    assert len(backups_in(path.parent / "backups")) == 3


def test_a_damaged_file_is_kept_aside_and_the_backup_put_in_its_place(
    path: Path, backup: BackupFile
) -> None:
    damaged = path.read_bytes()[:9_000]
    path.write_bytes(damaged)
    assert changes_by(backup, path) is None
    aside = restore_personal(backup, path)
    assert notes(path) == {1: "first", 2: "second"}
    assert aside is not None
    assert aside.read_bytes() == damaged
    assert newest_sound(path.parent, None, path) == backup


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + bytes(5_000), b"x" * 9_000])
def test_what_is_no_backup_changes_nothing(path: Path, backup: BackupFile, content: bytes) -> None:
    backup.path.write_bytes(content)
    for attempt in (restore_personal, changes_by):
        with pytest.raises(StoreDamagedError, match="is damaged or is none"):
            attempt(backup, path)
    assert notes(path)[3] == "third"
    assert newest_sound(path.parent, None, path) is None


def test_a_damaged_backup_changes_nothing(path: Path, backup: BackupFile) -> None:
    content = bytearray(backup.path.read_bytes())
    content[8192:20_000] = b"\xa5" * (20_000 - 8192)
    backup.path.write_bytes(content)
    with pytest.raises(StoreDamagedError):
        restore_personal(backup, path)
    assert notes(path)[3] == "third"


def test_a_backup_of_a_newer_version_is_refused(path: Path, backup: BackupFile) -> None:
    connection = apsw.Connection(str(backup.path))
    connection.pragma("user_version", 99)
    connection.close()
    with pytest.raises(StoreTooNewError, match="newer version"):
        restore_personal(backup, path)


def test_a_missing_file_is_made_from_the_backup(path: Path, backup: BackupFile) -> None:
    path.unlink()
    found = changes_by(backup, path)
    assert found is not None
    assert {change.what: change.come for change in found}["note"] == 2
    assert restore_personal(backup, path) is None
    assert notes(path) == {1: "first", 2: "second"}


def test_a_library_is_restored_and_the_one_of_now_kept(folder: Path) -> None:
    path = folder / "library.sqlite3"
    with open_library(folder) as library:
        list(library.add_all(record(number) for number in range(1, 6)))
    backup = backup_of(path)
    with open_library(folder) as library:
        library.add(record(9))
        library.add(record(1, "2025-01-01"))
        found = changes_by(backup, path)
        assert found is not None
        assert found[0] == Change("study", 0, 1, 0, (), ("NCT00000009",))
        assert (found[1].come, found[1].go) == (0, 2)
    kept = restore_library(backup, path)
    with open_library(folder) as library:
        assert library.count() == 5
        assert library.check() == ()
    undo = backup_at(kept) if kept else None
    assert undo is not None
    restore_library(undo, path)
    with open_library(folder) as library:
        assert library.count() == 6
        assert len(library.versions("NCT00000001")) == 2


def test_the_log_of_a_library_that_was_not_closed_is_not_left_beside_another(folder: Path) -> None:
    path = folder / "library.sqlite3"
    with open_library(folder) as library:
        library.add(record(1))
    backup = backup_of(path)
    with open_library(folder) as library:
        library.add(record(2))
        for file in folder.glob("library.sqlite3-wal"):
            shutil.copy(file, folder / "left")
    shutil.move(folder / "left", folder / "library.sqlite3-wal")
    restore_library(backup, path)
    assert not (folder / "library.sqlite3-wal").exists()
    with open_library(folder) as library:
        assert library.count() == 1


def test_a_library_that_cannot_be_put_back_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "library.sqlite3"
    with open_library(folder) as library:
        library.add(record(1))
    backup = backup_of(path)

    def fail(*_names: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_app.store.backups.restoring._put_aside", fail)
    with pytest.raises(StoreError, match=r"No space left on device.*Nothing was changed"):
        restore_library(backup, path)
    assert [file.name for file in folder.iterdir() if file.name.endswith(".part")] == []
    with open_library(folder) as library:
        assert library.count() == 1
