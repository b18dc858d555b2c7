import os
import random
import shutil
from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.store.backups.files import backups_in
from desktop_app.store.backups.rescue import rescue_library
from desktop_app.store.personal.opening import connect_personal
from desktop_app.store.upkeep import Upkeep
from tests.store.faults.damaged import NAME, STUDIES, copied, flip, made, shown
from tests.store.synthetic import open_library, read_json, record

FLIPS = int(os.environ.get("TRIALVIEWER_FLIPS", "40"))


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def test_a_single_flipped_bit_is_harmless_or_found_and_never_shows_what_is_wrong(
    folder: Path, tmp_path: Path
) -> None:
    documents = made(folder)
    chance = random.Random(7)
    for _turn in range(FLIPS):
        at = flip(copied(folder, tmp_path / "flipped"), chance)
        for nct_id, content in shown(tmp_path / "flipped"):
            assert documents[nct_id] == content, f"byte {at}"


def test_a_library_cut_short_anywhere_is_refused_or_shows_what_is_right(
    folder: Path, tmp_path: Path
) -> None:
    documents = made(folder)
    size = (folder / NAME).stat().st_size
    for length in range(0, size, max(1, size // 16) + 37):
        path = copied(folder, tmp_path / "cut")
        os.truncate(path, length)
        found = dict(shown(tmp_path / "cut"))
        assert not set(found.items()) - set(documents.items()), length
        assert not found or length == 0, length


def test_what_is_sound_is_rescued_from_a_damaged_library(folder: Path, tmp_path: Path) -> None:
    documents = made(folder)
    chance = random.Random(3)
    for turn in range(6):
        path = copied(folder, tmp_path / str(turn))
        with path.open("r+b") as file:
            file.seek(4096 * chance.randrange(2, path.stat().st_size // 4096))
            file.write(b"\xa5" * 4096)
        damaged = path.read_bytes()
        try:
            kept, _lost = rescue_library(path, read_json, no_progress)
        except StoreError:
            # Where nothing at all can be read, it stays as it was.
            kept = 0
        if not kept:
            assert path.read_bytes() == damaged
            continue
        with open_library(path.parent) as library:
            assert library.count() == kept <= STUDIES
            assert library.check() == ()
        assert not set(shown(path.parent)) - set(documents.items())
        (aside,) = backups_in(path.parent / "backups")
        assert aside.path.read_bytes() == damaged


def test_a_lost_log_loses_the_newest_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    with open_library(folder) as library:
        library.add(record(1))
    with open_library(folder) as library:
        library.add(record(2))
        path = copied(folder, tmp_path / "without")
    with open_library(path.parent) as library:
        assert library.get("NCT00000001") is not None
        assert library.check() == ()


@pytest.mark.parametrize("name", ["-wal", "-journal", "-shm"])
@pytest.mark.parametrize("content", [b"", b"stray", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 99])
def test_a_stray_file_beside_the_library_does_no_harm(
    folder: Path, name: str, content: bytes
) -> None:
    documents = made(folder)
    for file in folder.glob(f"{NAME}-*"):
        file.unlink()
    (folder / (NAME + name)).write_bytes(content)
    found = dict(shown(folder))
    assert not found or found == documents
    with open_library(folder) as library:
        assert library.check() == ()


def test_a_damaged_personal_file_does_not_keep_the_library_from_opening(folder: Path) -> None:
    made(folder)
    path = folder / "personal.sqlite3"
    path.write_bytes(b"\xa5" * 9_000)
    with open_library(folder) as library:
        assert library.count() == STUDIES
        library.add(record(77))
        assert library.personal_problem is not None
        assert str(path) in str(library.personal_problem)
    assert path.read_bytes() == b"\xa5" * 9_000


def test_a_damaged_library_takes_no_note_along(folder: Path) -> None:
    made(folder)
    connection = connect_personal(folder / "personal.sqlite3")
    connection.execute("INSERT INTO note VALUES (1, 'mine', 1)")
    connection.close()
    (folder / NAME).write_bytes((folder / NAME).read_bytes()[:20_000])
    with pytest.raises(StoreDamagedError, match=r"library\.sqlite3 is damaged"):
        open_library(folder)
    rescued = shutil.move(folder / NAME, folder / "aside")
    assert rescued
    with open_library(folder) as library:
        note = library.personal.note(1)
        assert note is not None
        assert note.text == "mine"


def test_flipped_bits_of_a_personal_file_never_end_the_program(folder: Path) -> None:
    made(folder)
    path = folder / "personal.sqlite3"
    connection = connect_personal(path)
    connection.executemany("INSERT INTO note VALUES (?, ?, 1)", [(n, "a b" * n) for n in range(99)])
    connection.close()
    sound = path.read_bytes()
    chance = random.Random(5)
    for _turn in range(FLIPS):
        path.write_bytes(sound)
        for file in folder.glob("personal.sqlite3-*"):
            file.unlink()
        flip(path, chance)
        with open_library(folder) as library:
            upkeep = Upkeep(library.path, path, read_json)
            upkeep.check(no_progress)
            assert library.count() == STUDIES


def test_two_windows_may_use_one_library_at_once(folder: Path) -> None:
    with open_library(folder) as one, open_library(folder) as other:
        one.add(record(1))
        other.add(record(2))
        assert one.count() == other.count() == 2
        assert one.check() == other.check() == ()


def test_a_library_that_another_program_holds_is_told_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.connections._BUSY_MILLISECONDS", 50)
    made(folder)
    holder = apsw.Connection(str(folder / NAME))
    holder.pragma("locking_mode", "exclusive")
    holder.execute("BEGIN EXCLUSIVE; UPDATE derived_state SET version = version")
    told = r"library\.sqlite3 is being written by another program\. Try again"
    with pytest.raises(StoreError, match=told):
        open_library(folder, read_only=True)
    holder.execute("ROLLBACK")
    holder.close()
    with open_library(folder) as library:
        assert library.count() == STUDIES


def test_what_stands_behind_a_large_gap_is_rescued_as_well(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.backups.rescue._TRIED_BEYOND", 3)
    documents = made(folder)
    with open_library(folder) as library:
        trash = library.trash()
        trash.delete(trash.put(range(2, 10)))
        trash.close()
    assert rescue_library(folder / NAME, read_json, no_progress) == (STUDIES - 8, 0)
    gone = {f"NCT{number:08d}" for number in range(2, 10)}
    assert dict(shown(folder)) == {n: one for n, one in documents.items() if n not in gone}
