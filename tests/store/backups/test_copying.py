import shutil
from collections import namedtuple
from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.store.backups.copying import NoRoomError, back_up
from desktop_app.store.backups.files import BY_HAND, Kind, backup_at, backups_in
from desktop_app.store.connections import PAGE_BYTES, connect_reader, connect_writer
from desktop_app.store.library import Library
from tests.store.synthetic import open_library, record

Usage = namedtuple("Usage", "total used free")


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_a_backup_holds_what_the_library_holds_and_tells_how_far_it_is(library: Library) -> None:
    list(library.add_all(record(number) for number in range(1, 300)))
    told: list[tuple[int, int]] = []
    connection = connect_reader(library.path)
    copy = back_up(connection, library.path, BY_HAND, progress=lambda *step: told.append(step))
    found = backup_at(copy)
    assert found is not None
    assert (found.kind, found.reason, found.path) == (Kind.LIBRARY, BY_HAND, copy)
    assert told[-1][0] == told[-1][1] > 0
    assert names(copy.parent) == [copy.name]
    moved = library.path.parent / "moved" / "library.sqlite3"
    moved.parent.mkdir()
    shutil.copy(copy, moved)
    with open_library(moved.parent) as other:
        assert other.count() == library.count()
        assert other.check() == ()


def test_what_is_added_during_a_backup_is_not_half_in_it(library: Library) -> None:
    list(library.add_all(record(number) for number in range(1, 1_500)))
    connection = connect_reader(library.path)
    added = iter(range(2_000, 3_000))

    def add_one(_done: int, _total: int) -> None:
        library.add(record(next(added)))

    copy = back_up(connection, library.path, BY_HAND, progress=add_one)
    assert library.count() > 1_499
    assert connect_reader(copy).execute("SELECT count(*) FROM study").get == 1_499


def test_a_backup_that_is_stopped_leaves_nothing(library: Library) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    library.add(record())
    connection = connect_reader(library.path)
    with pytest.raises(KeyboardInterrupt):
        back_up(connection, library.path, BY_HAND, progress=stop)
    assert names(library.path.parent / "backups") == []
    assert not connection.in_transaction


def test_no_room_is_told_before_anything_is_written(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(10**9, 10**9, 5_000_000))
    connection = connect_reader(library.path)
    with pytest.raises(NoRoomError, match=r"no room for a backup in .*backups.* 5 MB are free"):
        back_up(connection, library.path, BY_HAND)
    assert names(library.path.parent / "backups") == []


def test_a_damaged_file_is_not_kept_as_a_backup(folder: Path) -> None:
    with open_library(folder) as library:
        list(library.add_all(record(number) for number in range(1, 200)))
    path = folder / "library.sqlite3"
    content = bytearray(path.read_bytes())
    for page in range(5, len(content) // PAGE_BYTES, 3):
        content[page * PAGE_BYTES : page * PAGE_BYTES + 200] = b"\xa5" * 200
    path.write_bytes(content)
    connection = connect_reader(path)
    with pytest.raises(StoreDamagedError, match=r"The copy of .*library\.sqlite3 is damaged"):
        back_up(connection, path, BY_HAND)
    assert names(folder / "backups") == []


def test_a_folder_that_cannot_be_made_is_named(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    connection = connect_reader(library.path)
    with pytest.raises(StoreError, match=r"No backup can be written to .*file"):
        back_up(connection, library.path, BY_HAND, tmp_path / "file")


def test_other_files_are_no_backups(tmp_path: Path) -> None:
    for name in (
        "library-2026-01-01T101010.000000-daily.part",
        "library-2026-99-01T101010.000000-daily.sqlite3",
        "library.sqlite3",
        "notes-2026-01-01T101010.000000-daily.sqlite3",
        "personal-2026-01-01T101010.000000-daily.sqlite3",
    ):
        (tmp_path / name).write_text("")
    assert [one.path.name[:8] for one in backups_in(tmp_path)] == ["personal"]
    assert backups_in(tmp_path / "nowhere") == ()


def test_a_writer_can_be_copied_in_the_middle_of_a_transaction(library: Library) -> None:
    library.add(record())
    connection = connect_writer(library.path)
    copy = back_up(connection, library.path, BY_HAND)
    assert apsw.Connection(str(copy)).pragma("journal_mode") == "delete"
