from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.directories import Directories
from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.library_folders import choose_folder, chosen_folder, note_seen
from desktop_app.readers.detect import reread
from desktop_app.store.backups.files import BY_HAND, backups_in
from desktop_app.store.connections import PAGE_BYTES
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.no_library import say_no_library
from desktop_app.ui.dialogs.notice import NoticeDialog
from tests.ui.conftest import part, read_record

Answer = Callable[..., list[str]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Answer:
    """Returns what answers the dialogs, one after the other, and gathers what they say."""

    def prepare(*answers: str) -> list[str]:
        left: Iterator[str] = iter(answers)
        said: list[str] = []

        def take(dialog: NoticeDialog) -> int:
            said.append(part(dialog, QLabel, "sentence").text())
            dialog.choice = next(left)
            return 0

        monkeypatch.setattr(NoticeDialog, "exec", take)
        return said

    return prepare


@pytest.fixture
def directories() -> Directories:
    return Directories.standard()


def choose(monkeypatch: pytest.MonkeyPatch, *folders: str) -> None:
    chosen = iter(folders)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(chosen))


FAILURE = StoreError("The library is broken.")


def test_why_is_said_and_nothing_is_changed(answer: Answer, directories: Directories) -> None:
    said = answer("Quit")
    say_no_library(FAILURE, directories, reread)
    assert said[0].startswith("The library is broken.\n\nNothing was changed")
    assert str(directories.library) in said[0]
    assert chosen_folder(directories.settings) is None


def test_another_folder_can_be_chosen(
    answer: Answer, directories: Directories, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = answer("Choose Another Folder…", "Choose Another Folder…", "Quit")
    choose(monkeypatch, "", str(tmp_path))
    say_no_library(FAILURE, directories, reread)
    assert said[1] == said[0]
    assert said[2].startswith(f"From the next start on, the library is in {tmp_path}.")
    assert chosen_folder(directories.settings) == tmp_path


def test_a_folder_that_cannot_hold_a_library_is_said(
    answer: Answer, directories: Directories, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library.sqlite3").write_text("Not a library, but long enough to be looked at." * 9)
    said = answer("Choose Another Folder…", "")
    choose(monkeypatch, str(tmp_path))
    say_no_library(FAILURE, directories, reread)
    assert "is not a library of this application" in said[1]
    assert chosen_folder(directories.settings) is None


def test_the_usual_folder_is_offered_where_another_was_chosen(
    answer: Answer, directories: Directories, tmp_path: Path
) -> None:
    choose_folder(directories.settings, tmp_path / "gone")
    said = answer("Use the Usual Folder", "Quit")
    say_no_library(FAILURE, Directories.standard(), reread)
    assert chosen_folder(directories.settings) is None
    assert str(directories.library) in said[1]


def damaged(directories: Directories, *, backed_up: bool) -> StoreError:
    """Damages a library of nine studies, and returns why it cannot be opened."""
    with Library.open(directories.library, reader=reread) as library:
        list(library.add_all(read_record(f"NCT{number:08d}") for number in range(1, 10)))
        if backed_up:
            library.upkeep().back_up(None, lambda _done, _total: None)
        path, connection = library.path, library._reading
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'study'").get
    with path.open("r+b") as file:
        file.seek((int(root) - 1) * PAGE_BYTES)
        file.write(b"\xa5" * PAGE_BYTES)
    with pytest.raises(StoreDamagedError) as raised:
        Library.open(directories.library, reader=reread)
    return raised.value


def test_what_is_sound_in_a_damaged_library_is_recovered(
    answer: Answer, directories: Directories
) -> None:
    error = damaged(directories, backed_up=False)
    said = answer("Recover What Can Be Read", "Open the Library")
    assert say_no_library(error, directories, reread)
    assert "There is no backup" in said[0]
    assert said[1].startswith("9 versions of studies were recovered")
    with Library.open(directories.library, reader=reread) as library:
        assert library.count() == 9
        assert library.check() == ()
    (kept,) = backups_in(directories.library / "backups")
    assert kept.reason == "damaged"


def test_the_newest_backup_of_a_damaged_library_is_restored(
    answer: Answer, directories: Directories
) -> None:
    error = damaged(directories, backed_up=True)
    said = answer("Restore the Newest Backup")
    assert say_no_library(error, directories, reread)
    assert "There is a backup. " in said[0]
    with Library.open(directories.library, reader=reread) as library:
        assert library.count() == 9
    assert {one.reason for one in backups_in(directories.library / "backups")} == {
        *("damaged", BY_HAND)
    }


def test_a_library_that_is_gone_is_not_begun_anew_unless_somebody_says_so(
    answer: Answer, directories: Directories
) -> None:
    note_seen(directories.settings, directories.library)
    with pytest.raises(StoreError, match="the last time is not there") as raised:
        directories.require_library()
    answer("Quit")
    assert not say_no_library(raised.value, directories, reread)
    answer("Begin a New Library")
    assert say_no_library(raised.value, directories, reread)
    directories.require_library()
