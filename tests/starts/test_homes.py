import os
import shutil
from pathlib import Path

import pytest

from desktop_app.library_folders import choose_folder
from tests.starts.started import (
    mounted,
    needs_mounts,
    needs_read_only,
    only_linux,
    read_only,
    start,
)

pytestmark = only_linux
STUDY = ("NCT03816852",)
SAMPLE = "library/library.sqlite3"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("made") / "home"
    assert start(home).windows == STUDY
    return home


@pytest.fixture
def used(made: Path, tmp_path: Path) -> Path:
    """Returns the home of somebody who has used the program before."""
    return shutil.copytree(made, tmp_path / "home")


@pytest.mark.parametrize("name", ["settings", "logs"])
def test_a_folder_that_cannot_be_written_does_not_stop_the_start(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / name).write_text("")
    done = start(home)
    assert (done.code, done.windows, done.dialogs, done.errors) == (0, STUDY, (), "")
    assert (home / name).read_text() == ""


def test_broken_settings_are_set_aside_with_a_sentence(used: Path) -> None:
    (used / "settings" / "settings.json").write_text("{ broken")
    done = start(used)
    assert (done.windows, done.dialogs) == (STUDY, ())
    assert "settings.unreadable.json" in done.said
    assert (used / "settings" / "settings.unreadable.json").read_text() == "{ broken"


@needs_read_only
def test_a_home_that_is_read_only_is_read(used: Path) -> None:
    before = (used / SAMPLE).read_bytes()
    done = start(used, script=read_only(used))
    assert (done.code, done.windows, done.dialogs) == (0, STUDY, ())
    assert done.read_only == "For reading only"
    assert (used / SAMPLE).read_bytes() == before


@needs_read_only
def test_a_new_home_that_is_read_only_gets_a_sentence(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    done = start(home, script=read_only(home))
    assert (done.code, done.windows) == (1, ())
    assert "cannot be made" in done.dialogs[0]
    assert list(home.iterdir()) == []


def test_a_home_that_is_not_stated_is_found(tmp_path: Path) -> None:
    places = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "CONFIG", "STATE")}
    unset = {"HOME": None, "TRIALVIEWER_HOME": None}
    done = start(tmp_path / "home", variables={**places, **unset})
    assert (done.code, done.windows, done.dialogs) == (0, STUDY, ())
    assert (tmp_path / "DATA" / "TrialProtocolViewer" / SAMPLE).is_file()


@pytest.mark.parametrize("variables", [{"TMPDIR": "/nowhere"}, {"XDG_RUNTIME_DIR": "/nowhere"}])
def test_a_temporary_folder_that_is_gone_is_done_without(
    tmp_path: Path, variables: dict[str, str]
) -> None:
    done = start(tmp_path / "home", variables=variables)
    assert (done.code, done.windows, done.dialogs, done.errors) == (0, STUDY, (), "")


@needs_mounts
def test_a_disk_without_room_for_a_library_gets_a_sentence(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = start(home, script=mounted(home, "size=64k"))
    assert (done.code, done.windows) == (1, ())
    assert "is full" in done.dialogs[0]


@needs_mounts
def test_a_full_disk_leaves_the_library_to_be_read(used: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    fill = f'cp -r "{used}"/* "{disk}"; head -c 9000000 /dev/zero > "{disk}/fill" 2>/dev/null;'
    done = start(disk, script=mounted(disk, "size=4m", fill))
    assert (done.code, done.windows, done.dialogs) == (0, STUDY, ())
    assert done.read_only == "For reading only"


@needs_mounts
def test_a_temporary_folder_that_is_full_is_done_without(tmp_path: Path) -> None:
    place = tmp_path / "small"
    fill = f'head -c 90000 /dev/zero > "{place}/fill" 2>/dev/null;'
    script = mounted(place, "size=64k", fill)
    done = start(tmp_path / "home", script=script, variables={"TMPDIR": str(place)})
    assert (done.code, done.windows, done.dialogs) == (0, STUDY, ())


def test_a_chosen_folder_that_is_gone_is_said_and_not_made(used: Path, tmp_path: Path) -> None:
    choose_folder(used / "settings", tmp_path / "stick" / "library")
    done = start(used, variables={"QT_QPA_PLATFORM": "minimal"})
    assert (done.code, done.windows) == (1, ())
    assert "which was chosen for the library, is not there" in done.errors
    assert not (tmp_path / "stick").exists()


def test_a_library_that_is_no_folder_gets_a_sentence(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "library").write_text("mine")
    done = start(home)
    assert (done.code, done.windows) == (1, ())
    assert "is a file, not a folder" in done.dialogs[0]
    assert (home / "library").read_text() == "mine"


def test_a_home_whose_name_is_no_text_is_used(tmp_path: Path) -> None:
    home = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    done = start(home)
    assert (done.code, done.errors) == (0, "")
    assert (home / SAMPLE).is_file()
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == [home]
