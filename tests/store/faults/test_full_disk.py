"""A disk that is full while something is written that keeps the library safe."""

import os
import shutil
from pathlib import Path

import pytest

from desktop_app.errors import ExportError, StoreError
from desktop_app.store.backups import copying
from desktop_app.store.backups.files import Kind, backups_in
from desktop_app.store.backups.restoring import restore_library, restore_personal
from desktop_app.store.backups.rolling import back_up_daily
from desktop_app.store.personal.opening import connect_personal
from desktop_app.store.upkeep import Upkeep
from tests.store.synthetic import open_library, read_json, record


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


@pytest.fixture
def upkeep(folder: Path) -> Upkeep:
    with open_library(folder) as library:
        for number in range(1, 40):
            text = {"briefSummary": os.urandom(60_000).hex()}
            library.add(record(number, descriptionModule=text))
    return Upkeep(folder / "library.sqlite3", folder / "personal.sqlite3", read_json)


@pytest.fixture
def unforeseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody see before how much room there is."""
    monkeypatch.setattr(copying, "require_room", lambda _folder, _size: None)
    monkeypatch.setattr(
        "desktop_app.store.backups.restoring.require_room", lambda _folder, _size: None
    )


def left_on(disk: Path) -> list[str]:
    return [file.name for file in disk.rglob("*") if file.suffix in (".part", ".triallibrary")]


def test_no_backup_is_begun_where_it_does_not_fit(upkeep: Upkeep, small_disk: Path) -> None:
    with pytest.raises(StoreError, match="There is no room for a backup in"):
        upkeep.back_up(small_disk, no_progress)
    assert left_on(small_disk) == []


@pytest.mark.usefixtures("unforeseen")
def test_a_disk_that_fills_during_a_backup_keeps_no_part_of_it(
    upkeep: Upkeep, small_disk: Path
) -> None:
    with pytest.raises(StoreError, match="No backup can be written to"):
        upkeep.back_up(small_disk, no_progress)
    assert left_on(small_disk) == []
    assert backups_in(small_disk, Kind.LIBRARY) == ()


def test_a_disk_that_fills_during_an_export_keeps_no_part_of_it(
    upkeep: Upkeep, small_disk: Path
) -> None:
    (small_disk / "fill").write_bytes(bytes(1_500_000))
    with pytest.raises(ExportError, match=r"out\.triallibrary cannot be written"):
        upkeep.export(small_disk / "out.triallibrary", "", None, no_progress, with_personal=True)
    assert left_on(small_disk) == []


@pytest.mark.usefixtures("unforeseen")
def test_a_library_that_does_not_fit_is_not_restored(
    upkeep: Upkeep, small_disk: Path, tmp_path: Path
) -> None:
    upkeep.back_up(tmp_path, no_progress)
    (backup,) = backups_in(tmp_path, Kind.LIBRARY)
    with open_library(small_disk) as library:
        library.add(record(1))
    with pytest.raises(StoreError, match=r"cannot be restored: .*Nothing was changed"):
        restore_library(backup, small_disk / "library.sqlite3")
    with open_library(small_disk) as library:
        assert library.count() == 1
        assert library.check() == ()


@pytest.mark.usefixtures("unforeseen")
def test_notes_that_do_not_fit_are_not_restored(small_disk: Path) -> None:
    path = small_disk / "personal.sqlite3"
    connection = connect_personal(path)
    connection.execute("INSERT INTO note VALUES (1, 'first', 1)")
    back_up_daily(small_disk)
    (backup,) = backups_in(small_disk / "backups")
    connection.execute("UPDATE note SET text = 'second'")
    free = shutil.disk_usage(small_disk).free
    (small_disk / "fill").write_bytes(b"x" * (free - 8_192))
    with pytest.raises(StoreError, match=str(small_disk)):
        restore_personal(backup, path)
    assert connection.execute("SELECT text FROM note").get == "second"
    connection.close()


def test_a_personal_file_on_a_full_disk_keeps_what_it_has(small_disk: Path) -> None:
    with open_library(small_disk) as library:
        library.add(record(1))
        connection = connect_personal(library.personal_path)
        connection.execute("INSERT INTO note VALUES (1, 'kept', 1)")
        free = shutil.disk_usage(small_disk).free
        (small_disk / "fill").write_bytes(b"x" * free)
        note = library.personal.note(1)
        assert note is not None
        assert note.text == "kept"
        connection.close()
