"""A library on a network drive, as far as one computer can tell."""

import shutil
from pathlib import Path

import pytest

from desktop_app import library_folders
from desktop_app.directories import Directories
from desktop_app.errors import StoreError
from desktop_app.store import connections
from desktop_app.systems import file_system_of
from tests.store.synthetic import open_library, read_json, record


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    def is_shared(folder: Path) -> bool:
        return folder.is_relative_to(tmp_path / "share")

    monkeypatch.setattr(connections, "is_shared", is_shared)
    return tmp_path / "share"


def mode(path: Path) -> bytes:
    return path.read_bytes()[18:20]


def test_a_library_on_a_share_has_no_log(share: Path) -> None:
    with open_library(share) as library:
        library.add(record(1))
        with library.another_reader() as reader:
            library.add(record(2))
            assert reader.count() == 2
        assert mode(library.path) == b"\1\1"
        assert not library.path.with_name("library.sqlite3-wal").exists()
        assert library.check() == ()


def test_many_read_one_that_is_on_a_share(share: Path) -> None:
    with open_library(share) as library:
        library.add(record(1))
        readers = [open_library(share, read_only=True) for _number in range(5)]
        library.add(record(2))
        assert [reader.count() for reader in readers] == [2] * 5
        for reader in readers:
            reader.close()


def test_a_library_that_had_a_log_is_read_as_one_that_nobody_changes(
    share: Path, tmp_path: Path
) -> None:
    with open_library(tmp_path / "own") as library:
        library.add(record(1))
    share.mkdir()
    shutil.copy(tmp_path / "own" / "library.sqlite3", share)
    assert mode(share / "library.sqlite3") == b"\2\2"
    with open_library(share, read_only=True) as library:
        assert library.count() == 1
    assert [file.name for file in share.iterdir()] == ["library.sqlite3"]


def test_a_library_that_is_open_on_its_own_computer_is_not_read_half(
    share: Path, tmp_path: Path
) -> None:
    with open_library(tmp_path / "own") as library:
        library.add(record(1))
        shutil.copytree(tmp_path / "own", share)
    told = r"library\.sqlite3 on the network drive is open on the computer that keeps it"
    with pytest.raises(StoreError, match=told):
        open_library(share, read_only=True)


def test_own_notes_on_a_library_of_others_are_kept_at_home(tmp_path: Path) -> None:
    with open_library(tmp_path / "theirs") as library:
        library.add(record(1))
    directories = Directories.standard(tmp_path / "theirs", read_only=True)
    own = directories.personal
    assert own is not None
    assert not own.is_relative_to(tmp_path / "theirs")
    assert own != Directories.standard(tmp_path / "others", read_only=True).personal
    assert Directories.standard(tmp_path / "theirs").personal is None
    own.parent.mkdir(parents=True)
    opened = type(library).open(
        directories.library, reader=read_json, read_only=True, personal_path=own
    )
    with opened:
        assert opened.is_read_only
        assert opened.is_personal_kept


@pytest.mark.parametrize(
    ("place", "kind"),
    [("/mnt/a b/x", "nfs4"), ("/mnt", "ext4"), ("/mnt/other", "ext4"), ("/home/anna", "cifs")],
)
def test_the_file_system_of_a_folder_is_told(tmp_path: Path, place: str, kind: str) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "rootfs / ext4 rw 0 0\nserver:/x /mnt/a\\040b nfs4 rw 0 0\n"
        "a /home ext4 rw 0 0\n//server/x /home cifs rw 0 0\nbroken\n"
    )
    assert file_system_of(Path(place), "linux", mounts) == kind
    assert file_system_of(Path(place), "darwin", mounts) == ""
    assert file_system_of(Path(place), "linux", tmp_path / "gone") == ""
    assert library_folders.is_on_network(Path(place), kind) is (kind != "ext4")
