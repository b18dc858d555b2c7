import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.store.backups.copying import back_up
from desktop_app.store.connections import PAGE_BYTES, connect_writer, database_name
from desktop_app.store.library import Library
from tests.store.synthetic import open_library, record

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None,
    reason="only the superuser can mount a file system",
)


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Mounts a small file system, and can mount it again with other options."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = False

    def mount(*options: str) -> Path:
        nonlocal mounted
        chosen = ",".join(options if not mounted else ("remount", *options))
        command = ["mount", "-t", "tmpfs", "-o", chosen, "tmpfs", str(place)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"cannot mount here: {done.stderr.strip()}")
        mounted = True
        return place

    yield mount
    if mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_file_in_place_of_the_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("")
    with pytest.raises(StoreError, match="is a file, not a folder"):
        open_library(tmp_path / "library")


def test_a_folder_in_place_of_the_file_is_told_of(folder: Path) -> None:
    (folder / "library.sqlite3").mkdir(parents=True)
    with pytest.raises(StoreError, match=r"library\.sqlite3 cannot be read: Is a directory"):
        open_library(folder)


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made"):
        open_library(tmp_path / "file" / "library")


@pytest.mark.parametrize(
    "content", [b"Dear diary, " * 400, b"x", b"SQLite format 3\0" + b"\xff" * 5_000]
)
def test_a_file_that_is_something_else_is_refused_and_left_as_it_was(
    folder: Path, content: bytes
) -> None:
    folder.mkdir()
    path = folder / "library.sqlite3"
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(StoreDamagedError, match=r"library\.sqlite3 is not a library"):
            open_library(folder, read_only=read_only)
    assert path.read_bytes() == content
    assert [file.name for file in folder.iterdir()] == ["library.sqlite3"]


@pytest.mark.parametrize("statement", ["CREATE TABLE recipe (a)", "PRAGMA application_id = 77"])
def test_a_database_of_another_program_is_refused_and_left_as_it_was(
    folder: Path, statement: str
) -> None:
    folder.mkdir()
    path = folder / "library.sqlite3"
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA user_version = 0")
    connection.execute(statement)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreDamagedError, match="is not a library of this application"):
        open_library(folder)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_library(folder: Path) -> None:
    folder.mkdir()
    (folder / "library.sqlite3").touch()
    with open_library(folder) as library:
        assert library.count() == 0


@pytest.fixture
def filled(folder: Path) -> Path:
    with open_library(folder) as library:
        list(library.add_all(record(number) for number in range(1, 200)))
    return folder / "library.sqlite3"


def test_a_file_that_was_cut_short_is_told_of_and_left_as_it_was(filled: Path) -> None:
    content = filled.read_bytes()[:-5_000]
    filled.write_bytes(content)
    with pytest.raises(StoreDamagedError, match=r"library\.sqlite3 is damaged.*backups"):
        open_library(filled.parent)
    assert filled.read_bytes() == content


def test_a_file_with_damaged_pages_is_told_of_and_left_as_it_was(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    for page in range(3, len(content) // PAGE_BYTES, 2):
        content[page * PAGE_BYTES : page * PAGE_BYTES + 200] = b"\xa5" * 200
    filled.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(StoreDamagedError, match=r"library\.sqlite3 is damaged"):
            open_library(filled.parent, read_only=read_only)
    assert filled.read_bytes() == content


def test_damage_in_a_large_file_is_found_by_the_whole_check(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.store.checks._CHECKED_WHOLE_BYTES", 0)
    with open_library(filled.parent) as library:
        assert library.check() == ()
    connection = apsw.Connection(str(filled))
    root = int(
        connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'study_of_number'").get
    )
    connection.close()
    with filled.open("r+b") as file:
        file.seek(root * PAGE_BYTES - 1_500)
        file.write(b"\xa5" * 1_000)
    with open_library(filled.parent) as library:
        assert any("damaged" in problem for problem in library.check())


def test_a_library_opened_for_reading_only_adds_nothing(filled: Path) -> None:
    with open_library(filled.parent, read_only=True) as library:
        assert library.is_read_only
        assert library.count() == 199
        assert library.get("NCT00000005") is not None
        with pytest.raises(StoreError, match="open for reading only"):
            library.add(record(300))
        library.set_opened("NCT00000003")
        assert library.last_opened() == "NCT00000003"
    with open_library(filled.parent) as library:
        assert library.last_opened() is None


def test_a_library_that_is_not_there_is_not_made_for_reading_only(folder: Path) -> None:
    with pytest.raises(StoreError, match="There is no library in the folder"):
        open_library(folder, read_only=True)
    assert not folder.exists()


@needs_root
def test_a_library_on_a_read_only_disk_is_read(mount: Callable[..., Path], filled: Path) -> None:
    disk = mount("size=30m")
    shutil.copy(filled, disk / "library.sqlite3")
    mount("ro")
    with open_library(disk) as library:
        assert library.is_read_only
        assert library.search("asthma", limit=200).summaries[0].nct_id == "NCT00000199"
        with library.another_reader() as reader:
            assert reader.count() == 199
        with pytest.raises(StoreError, match="open for reading only"):
            library.add(record(300))
    assert [file.name for file in disk.iterdir()] == ["library.sqlite3"]


@needs_root
def test_changes_that_cannot_be_read_on_a_read_only_disk_are_told_of(
    mount: Callable[..., Path], filled: Path
) -> None:
    disk = mount("size=30m")
    with open_library(filled.parent) as library:
        library.add(record(300))
        for file in filled.parent.glob("library.sqlite3*"):
            if not file.name.endswith("-shm"):
                shutil.copy(file, disk / file.name)
    mount("ro")
    with pytest.raises(StoreError, match=r"library\.sqlite3-wal, cannot be read"):
        open_library(disk)


@needs_root
def test_no_library_is_made_on_a_read_only_disk(mount: Callable[..., Path]) -> None:
    disk = mount("size=1m", "ro")
    with pytest.raises(StoreError, match="cannot be written"):
        open_library(disk)


def fill(library: Library, start: int) -> list[str]:
    """Add studies that do not compress until something fails; return what was acknowledged."""
    acknowledged = []
    for number in range(start, start + 3_000):
        summary = {"briefSummary": os.urandom(20_000).hex()}
        acknowledged.append(library.add(record(number, descriptionModule=summary)).nct_id)
    return acknowledged


@pytest.mark.parametrize(
    "name", ["a b", "50%", "a?mode=ro", "a#b", "Bücher", "本", "a\nb", "a'b", "a%20b"]
)
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    with open_library(tmp_path / name) as library:
        library.add(record(1))
        assert library.another_reader().count() == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name / "library.sqlite3").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="names are texts there")
def test_a_folder_may_have_a_name_that_is_no_text(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    with open_library(folder) as library:
        library.add(record(1))
    with open_library(folder, read_only=True) as library:
        assert library.count() == 1
        connection = connect_writer(library.path)
    assert back_up(connection, folder / "library.sqlite3", "test").is_file()
    connection.close()


def test_a_share_is_named_without_its_server() -> None:
    assert database_name(Path("//server/share/a b")).startswith("file:///")
    assert database_name(Path("//server/share/a b")).endswith("/server/share/a%20b")


@needs_root
def test_a_full_disk_is_told_of_and_what_was_added_can_be_read(
    mount: Callable[..., Path],
) -> None:
    disk = mount("size=12m")
    with open_library(disk) as library:
        added = [library.add(record(number)).nct_id for number in range(1, 20)]
        with pytest.raises(StoreError, match=r"The disk that holds the library file .* is full"):
            fill(library, 100)
        held = library.count()
        assert held > len(added)
        assert library.get(added[-1]) is not None
        assert library.count_matches("asthma") == held
        library.set_opened(added[0])
        assert library.last_opened() == added[0]
        mount("size=60m")
        library.add(record(50_000))
    with open_library(disk) as library:
        assert library.count() == held + 1
        assert library.check() == ()


@needs_root
@pytest.mark.parametrize("left", [0, 4_096, 20_000])
def test_a_library_on_a_full_disk_is_opened_for_reading(
    mount: Callable[..., Path], left: int
) -> None:
    disk = mount("size=12m")
    with open_library(disk) as library:
        library.add(record(1))
    before = (disk / "library.sqlite3").read_bytes()
    (disk / "fill").write_bytes(b"x" * (shutil.disk_usage(disk).free - left))
    with open_library(disk) as library:
        assert library.is_read_only
        assert library.get("NCT00000001") is not None
        assert library.another_reader().count() == 1
        with pytest.raises(StoreError, match="open for reading only"):
            library.add(record(2))
    assert (disk / "library.sqlite3").read_bytes() == before
    (disk / "fill").unlink()
    with open_library(disk) as library:
        library.add(record(2))
        assert library.check() == ()


def test_a_library_that_may_not_grow_keeps_what_it_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect_small(path: Path) -> apsw.Connection:
        connection = connect_writer(path)
        connection.pragma("max_page_count", 200)
        return connection

    monkeypatch.setattr("desktop_app.store.opening.connect_writer", connect_small)
    with open_library(folder) as library:
        library.add(record(1))
        with pytest.raises(StoreError, match="is full"):
            fill(library, 100)
        held = library.count()
        with pytest.raises(StoreError, match="is full"):
            list(library.add_all(record(number) for number in range(5_000, 9_000)))
        assert library.count() == held
        assert library.get("NCT00000001") is not None
        assert library.check() == ()


def test_another_program_that_writes_is_told_of(filled: Path) -> None:
    with open_library(filled.parent) as library:
        library._writing.set_busy_timeout(20)  # type: ignore[union-attr]
        other = apsw.Connection(str(filled))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="being written by another program"):
            library.add(record(300))
        assert library.count() == 199
        other.execute("ROLLBACK")
        library.add(record(300))
        other.close()
