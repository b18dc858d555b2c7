"""The welcome of the first start."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session, open_first_study
from desktop_app.ui.welcome import Welcome
from tests.ui.conftest import AddStudies, WriteRecord, part


@pytest.fixture
def welcome(session: Session) -> Welcome:
    session.window.show()
    open_first_study(session, ())
    return part(session.window, Welcome)


def _is_gone(session: Session) -> bool:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return session.window.findChild(Welcome) is None


def test_the_first_start_says_three_lines(welcome: Welcome) -> None:
    heading, *lines = (label.text() for label in welcome.findChildren(QLabel))
    assert heading == "Welcome"
    assert len(lines) == 3
    assert "Ctrl+O" in lines[1]
    assert "Ctrl+K" in lines[2]
    assert welcome.accessibleName() == "Welcome"
    assert welcome.accessibleDescription() == " ".join(lines)
    assert part(welcome, QToolButton).accessibleName() == "Close the welcome"


def test_it_takes_neither_keyboard_nor_room_of_the_study(
    session: Session, welcome: Welcome
) -> None:
    assert welcome.isVisible()
    assert not welcome.isAncestorOf(QApplication.focusWidget() or session.window)
    assert welcome.parentWidget() is not session.window.study_view
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("height", [400, 700, 1000])
def test_no_line_is_cut_where_there_is_little_room(
    session: Session, welcome: Welcome, height: int, qtbot: QtBot
) -> None:
    session.settings.change(text_percent=200)
    session.window.resize(1000, height)
    labels = welcome.findChildren(QLabel)
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in labels))
    session.settings.change(text_percent=100)


def test_all_lines_are_seen_at_once_where_there_is_room(
    session: Session, welcome: Welcome, qtbot: QtBot
) -> None:
    session.window.resize(1280, 840)
    lines = part(welcome, QScrollArea)
    qtbot.waitUntil(lambda: lines.height() == lines.heightForWidth(lines.width()))
    assert lines.verticalScrollBar().maximum() == 0


def test_it_goes_with_its_button(session: Session, welcome: Welcome) -> None:
    part(welcome, QToolButton).click()
    assert not welcome.isVisible()
    assert _is_gone(session)


def test_it_goes_with_escape_and_the_keyboard_goes_on(
    session: Session, welcome: Welcome, qtbot: QtBot
) -> None:
    button = part(welcome, QToolButton)
    session.window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert _is_gone(session)
    assert session.window.focusWidget() is not None


def test_it_goes_with_the_first_study_of_ones_own(
    session: Session, welcome: Welcome, record_file: WriteRecord
) -> None:
    session.window.open_inputs([str(record_file("NCT00000101"))])
    assert _is_gone(session)


def test_it_never_comes_again(session: Session, qtbot: QtBot) -> None:
    open_first_study(session, ())
    part(session.window, Welcome).leave()
    assert _is_gone(session)
    session.window.greet()
    assert _is_gone(session)


def test_who_opens_a_file_of_their_own_is_not_held_up(
    session: Session, record_file: WriteRecord
) -> None:
    open_first_study(session, [str(record_file("NCT00000101"))])
    assert _is_gone(session)


def test_who_has_a_library_is_not_greeted(session: Session, add_studies: AddStudies) -> None:
    add_studies("NCT00000101")
    open_first_study(session, ())
    assert _is_gone(session)
