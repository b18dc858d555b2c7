"""Notes that the disk cannot take, while the window closes as well."""

import os
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.errors import StoreError
from desktop_app.store.personal.values import Note
from desktop_app.store.personal.writer import PersonalWriter
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.personal.note_panel import NotePanel
from desktop_app.ui.personal.note_rescue import FOLDER, NoteRescue
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import part
from tests.ui.personal.conftest import Give, open_dialog


def _fail(writer: PersonalWriter, plan: object) -> None:
    raise StoreError("The disk is full.")


def _no_place(rescue: NoteRescue, number: int, text: str) -> bool:
    rescue.lost[number] = text
    return False


def _write(session: Session, give: Give, words: str) -> None:
    part(session.window, PersonalActions).failed.disconnect()
    give("edit_note")
    QTest.keyClicks(part(session.window, NotePanel).editor, words)


def _kept_files() -> list[Path]:
    return sorted((Directories.standard().settings / FOLDER).glob("*"))


def test_a_note_that_fails_while_the_window_closes_is_there_at_the_next_start(
    shown: Session, give: Give, actions: PersonalActions, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(PersonalWriter, "perform", _fail)
        _write(shown, give, "Last words")
        assert shown.window.close()
    assert actions.note(101) is None
    assert len(_kept_files()) == 1
    actions.take_back_notes()
    note = actions.note(101)
    assert note is not None
    assert note.text == "Last words"
    assert _kept_files() == []
    actions.take_back_notes()
    assert actions.steps.undo_label == "Note on NCT00000101"


def test_a_note_that_is_kept_leaves_nothing_behind(shown: Session, give: Give) -> None:
    _write(shown, give, "Words")
    assert shown.window.close()
    assert _kept_files() == []


def test_the_window_stays_where_a_note_can_be_put_nowhere(
    shown: Session, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PersonalWriter, "perform", _fail)
    monkeypatch.setattr(NoteRescue, "put", _no_place)
    _write(shown, give, "Words")
    assert not shown.window.close()
    dialog = open_dialog(shown)
    assert isinstance(dialog, NoticeDialog)
    assert "NCT00000101" in dialog.accessibleDescription()
    dialog.reject()
    assert part(shown.window, NotePanel).editor.toPlainText() == "Words"
    assert not shown.window.close()
    buttons = {one.text(): one for one in open_dialog(shown).findChildren(QPushButton)}
    buttons["Close without the Note"].click()
    assert not shown.window.isVisible()


def test_the_window_closes_where_only_the_second_place_fails(
    shown: Session, give: Give, actions: PersonalActions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoteRescue, "put", _no_place)
    _write(shown, give, "Words")
    assert shown.window.close()
    note = actions.note(101)
    assert note is not None
    assert note.text == "Words"


def test_what_was_written_elsewhere_since_is_not_lost(
    shown: Session, actions: PersonalActions, tmp_path: Path
) -> None:
    rescue = actions.rescue
    assert rescue.put(101, "First\n")
    os.utime(_kept_files()[0], (1, 1))
    actions.set_note(101, "Second")
    rescue.put(101, "First\n")
    os.utime(_kept_files()[0], (1, 1))
    actions.take_back_notes()
    note = actions.note(101)
    assert note is not None
    assert note.text == "Second\n\nFirst"
    said = part(shown.window, StatusLine).message
    assert said == "NCT00000101: your note, which could not be kept before, is there again."
    assert NoteRescue(Directories.standard().settings, tmp_path).waiting() == ()


def test_a_rescued_note_that_is_part_of_the_kept_one_adds_nothing(
    shown: Session, actions: PersonalActions
) -> None:
    actions.set_note(101, "All words")
    actions.rescue.put(101, "words")
    (kept,) = actions.rescue.waiting()
    note = actions.note(101)
    assert kept.beside(note) == "words"
    assert note is not None
    assert kept.beside(Note("All words", kept.at.replace(year=2999))) == "All words"
    assert kept.beside(None) == "words"
