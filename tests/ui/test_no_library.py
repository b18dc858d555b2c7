from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.directories import Directories
from desktop_app.errors import StoreError
from desktop_app.library_folders import choose_folder, chosen_folder
from desktop_app.ui.dialogs.no_library import say_no_library
from desktop_app.ui.dialogs.notice import NoticeDialog
from tests.ui.conftest import part

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
    say_no_library(FAILURE, directories)
    assert said[0].startswith("The library is broken.\n\nNothing was changed")
    assert str(directories.library) in said[0]
    assert chosen_folder(directories.settings) is None


def test_another_folder_can_be_chosen(
    answer: Answer, directories: Directories, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = answer("Choose Another Folder…", "Choose Another Folder…", "Quit")
    choose(monkeypatch, "", str(tmp_path))
    say_no_library(FAILURE, directories)
    assert said[1] == said[0]
    assert said[2].startswith(f"From the next start on, the library is in {tmp_path}.")
    assert chosen_folder(directories.settings) == tmp_path


def test_a_folder_that_cannot_hold_a_library_is_said(
    answer: Answer, directories: Directories, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "library.sqlite3").write_text("Not a library, but long enough to be looked at." * 9)
    said = answer("Choose Another Folder…", "")
    choose(monkeypatch, str(tmp_path))
    say_no_library(FAILURE, directories)
    assert "is not a library of this application" in said[1]
    assert chosen_folder(directories.settings) is None


def test_the_usual_folder_is_offered_where_another_was_chosen(
    answer: Answer, directories: Directories, tmp_path: Path
) -> None:
    choose_folder(directories.settings, tmp_path / "gone")
    said = answer("Use the Usual Folder", "Quit")
    say_no_library(FAILURE, Directories.standard())
    assert chosen_folder(directories.settings) is None
    assert str(directories.library) in said[1]
