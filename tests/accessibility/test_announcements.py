"""What is said by itself while the keyboard is elsewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.announcements import Announcer, announce
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.study.find_bar import FindBar
from desktop_app.ui.tasks import ImmediateTaskRunner, Progress
from tests.ui.conftest import AddStudies, part

_NUMBER, _OTHER = "NCT00000101", "NCT00000102"


class Heard:
    """Stands for the way to a screen reader, and notes what goes it."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.words: list[str] = []
        self.urgent: list[str] = []
        self.is_active = True

    def isActive(self) -> bool:
        return self.is_active

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:
        self.words.append(event.message())
        if event.politeness() is QAccessible.AnnouncementPoliteness.Assertive:
            self.urgent.append(event.message())


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    stand_in = Heard()
    monkeypatch.setattr(QtGui, "QAccessible", stand_in)
    return stand_in


@pytest.fixture
def shown(session: Session, add_studies: AddStudies, qtbot: QtBot, heard: Heard) -> Session:
    add_studies(_NUMBER, _OTHER)
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()
    session.window.show_study(_NUMBER)
    heard.words.clear()
    return session


def test_words_go_out_and_urgent_ones_as_such(qtbot: QtBot, heard: Heard) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "First")
    announce(widget, "Second", is_urgent=True)
    announce(widget, "")
    assert (heard.words, heard.urgent) == (["First", "Second"], ["Second"])


def test_nothing_is_said_where_nobody_listens(qtbot: QtBot, heard: Heard) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    heard.is_active = False
    announce(widget, "First")
    assert heard.words == []


def test_of_what_changes_quickly_the_last_is_said_once(qtbot: QtBot, heard: Heard) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announcer = Announcer(widget)
    for words in ("9 matches", "3 matches", "1 match"):
        announcer.announce_soon(words)
    qtbot.waitUntil(lambda: heard.words == ["1 match"])
    announcer.announce_soon("1 match")
    announcer.announce_soon("2 matches")
    qtbot.waitUntil(lambda: heard.words == ["1 match", "2 matches"])


def test_the_number_of_matches_is_said(shown: Session, heard: Heard, qtbot: QtBot) -> None:
    part(shown.window, QLineEdit, "search_box").setText(_OTHER)
    qtbot.waitUntil(lambda: "1 match" in heard.words)


def test_a_study_that_is_opened_from_elsewhere_is_said(shown: Session, heard: Heard) -> None:
    shown.window.study_view.take_focus()
    part(shown.window, QAction, "show_next_study").trigger()
    part(shown.window, QAction, "show_previous_study").trigger()
    assert any(words.startswith((_NUMBER, _OTHER)) for words in heard.words)


def test_a_row_of_the_list_is_not_said_twice(shown: Session, heard: Heard) -> None:
    view = part(shown.window, QTableView, "study_list")
    view.setFocus()
    part(shown.window, QAction, "show_next_study").trigger()
    part(shown.window, QAction, "show_previous_study").trigger()
    assert [words for words in heard.words if words.startswith("NCT")] == []


def test_what_is_found_is_said(shown: Session, heard: Heard, qtbot: QtBot) -> None:
    shown.window.study_view.show_find()
    part(part(shown.window, FindBar), QLineEdit).setText("study")
    qtbot.waitUntil(lambda: any(" in this tab" in words for words in heard.words))
    heard.words.clear()
    part(shown.window, FindBar).close_bar()
    assert heard.words == []


def test_an_import_is_said_at_its_end(
    shown: Session, heard: Heard, record_file: Callable[[str], Path]
) -> None:
    shown.window.open_inputs([str(record_file("NCT00000103"))])
    assert any(words.startswith("1 added") for words in heard.words)


def test_changes_to_what_belongs_to_the_person_are_said(shown: Session, heard: Heard) -> None:
    for name in ("toggle_star", "undo_change", "throw_away"):
        part(shown.window, QAction, name).trigger()
    assert [words for words in heard.words if words.startswith((_NUMBER, "Undone"))] == [
        f"{_NUMBER}: starred.",
        f"Undone: Star {_NUMBER}.",
        f"{_NUMBER}: in the trash for 30 days.",
    ]


def test_progress_is_said_four_times_at_most(qtbot: QtBot, heard: Heard) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    runner = ImmediateTaskRunner(line)
    kept: list[Progress] = []
    task = runner.start(kept.append, on_success=lambda _result: None)
    line.follow_task(task, "Importing …")
    for done in range(101):
        task.progressed.emit(done, 100)
    said = [words for words in heard.words if " of " in words]
    assert said == ["25 of 100 read", "50 of 100 read", "75 of 100 read", "100 of 100 read"]
