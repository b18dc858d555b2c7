import os
import sys
from pathlib import Path

import pytest

from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError, StoreError
from desktop_app.library_folders import (
    CHOICE_NAME,
    SUBFOLDER,
    choose_folder,
    chosen_folder,
    folder_for_library,
    is_copied_elsewhere,
    is_on_network,
    require_folder,
    require_writable,
)

only_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for a POSIX file system")


@pytest.mark.parametrize("name", ["library", "with a blank", "Bücher", "line\nbreak "])
def test_a_choice_holds_until_another(tmp_path: Path, name: str) -> None:
    settings = tmp_path / "settings"
    assert chosen_folder(settings) is None
    choose_folder(settings, tmp_path / name)
    assert chosen_folder(settings) == tmp_path / name
    choose_folder(settings, None)
    choose_folder(settings, None)
    assert chosen_folder(settings) is None


@only_posix
def test_a_folder_whose_name_is_no_text_can_be_chosen(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    choose_folder(tmp_path, folder)
    assert chosen_folder(tmp_path) == folder


@pytest.mark.parametrize("content", [b"", b"\n", b"library", b"../library", b"/a\0b", b"\xff"])
def test_what_is_no_choice_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / CHOICE_NAME).write_bytes(content)
    assert chosen_folder(tmp_path) is None


@only_posix
def test_a_pipe_in_place_of_the_choice_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / CHOICE_NAME)
    assert chosen_folder(tmp_path) is None


def test_a_choice_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DesktopAppError, match="could not be kept in"):
        choose_folder(tmp_path / "file", tmp_path)


def test_all_commands_use_the_library_that_was_chosen(tmp_path: Path) -> None:
    usual = Directories.standard()
    assert (usual.library, usual.is_library_chosen) == (usual.usual_library, False)
    choose_folder(usual.settings, tmp_path / "chosen")
    directories = Directories.standard()
    assert (directories.library, directories.is_library_chosen) == (tmp_path / "chosen", True)
    assert directories.usual_library == usual.library
    assert (directories.settings, directories.logs) == (usual.settings, usual.logs)


def test_a_library_that_is_named_at_the_start_goes_before_the_chosen_one(tmp_path: Path) -> None:
    choose_folder(Directories.standard().settings, tmp_path / "chosen")
    directories = Directories.standard(tmp_path / "named")
    assert (directories.library, directories.is_library_chosen) == (tmp_path / "named", False)


def test_a_chosen_folder_that_is_gone_is_not_begun_anew(tmp_path: Path) -> None:
    folder = tmp_path / "stick" / "library"
    with pytest.raises(StoreError, match="which was chosen for the library, is not there"):
        require_folder(folder, is_chosen=True)
    require_folder(folder, is_chosen=False)
    folder.mkdir(parents=True)
    require_folder(folder, is_chosen=True)


def test_a_library_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    assert folder_for_library(tmp_path, "library.sqlite3") == tmp_path
    assert folder_for_library(tmp_path / "new", "library.sqlite3") == tmp_path / "new"
    (tmp_path / "holiday.jpg").write_text("")
    assert folder_for_library(tmp_path, "library.sqlite3") == tmp_path / SUBFOLDER
    (tmp_path / "library.sqlite3").write_text("")
    assert folder_for_library(tmp_path, "library.sqlite3") == tmp_path
    with pytest.raises(DesktopAppError, match="cannot be read"):
        folder_for_library(tmp_path / "holiday.jpg", "library.sqlite3")


def test_a_folder_is_tried_by_writing(tmp_path: Path) -> None:
    require_writable(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []
    (tmp_path / "file").write_text("")
    with pytest.raises(DesktopAppError, match="Nothing can be written in the folder"):
        require_writable(tmp_path / "file" / "below")


@pytest.mark.parametrize(
    ("file_system", "is_network"),
    [
        ("ext4", False),
        ("NTFS", False),
        ("apfs", False),
        ("nfs4", True),
        ("CIFS", True),
        ("", False),
    ],
)
def test_network_drives_are_known(tmp_path: Path, file_system: str, is_network: bool) -> None:
    assert is_on_network(tmp_path, file_system, "linux") is is_network


@pytest.mark.parametrize(
    ("folder", "is_copied"),
    [
        ("/home/anna/Dropbox/library", True),
        ("/home/anna/OneDrive - Clinic/library", True),
        ("/Users/anna/Library/Mobile Documents/x", True),
        ("/home/anna/Documents/library", False),
    ],
)
def test_folders_that_are_copied_elsewhere_are_known(folder: str, is_copied: bool) -> None:
    assert is_copied_elsewhere(Path(folder)) is is_copied
