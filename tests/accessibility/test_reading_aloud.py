"""What the text of a study offers to whoever has it read aloud, or reads it by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.panes.section_view import SectionView
from tests.ui.conftest import AddStudies, part

_NUMBER = "NCT00000101"
_ARMS = {
    "armGroups": [
        {"label": "Aspirin arm", "type": "EXPERIMENTAL", "interventionNames": ["Drug: Aspirin"]},
        {"label": "Placebo arm", "type": "PLACEBO_COMPARATOR"},
    ],
    "interventions": [{"type": "DRUG", "name": "Aspirin", "armGroupLabels": ["Aspirin arm"]}],
}
_PICTURE = "\ufffc"


@pytest.fixture
def shown(session: Session, add_studies: AddStudies, qtbot: QtBot) -> Session:
    add_studies(_NUMBER, armsInterventionsModule=_ARMS)
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()
    session.window.show_study(_NUMBER)
    session.window.study_view.show_pane("design")
    return session


def _view(session: Session) -> SectionView:
    view = session.window.study_view.current_view().view
    assert isinstance(view, SectionView)
    view.complete()
    return view


def _spoken(view: SectionView) -> str:
    """Returns the text as a screen reader is given it."""
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    return text.text(0, text.characterCount())


def test_a_picture_alone_says_nothing(shown: Session) -> None:
    assert _PICTURE in _spoken(_view(shown))
    assert "Aspirin arm" not in _spoken(_view(shown))


@pytest.mark.usefixtures("listened_to")
def test_a_picture_has_its_words_beside_it_for_whoever_listens(shown: Session) -> None:
    spoken = _spoken(_view(shown))
    assert _PICTURE in spoken
    assert "Aspirin arm" in spoken[spoken.index(_PICTURE) :]


def test_a_screen_reader_that_comes_later_finds_the_words_too(shown: Session) -> None:
    QAccessible.setActive(True)
    try:
        part(shown.window, QTableView, "study_list").setFocus()
        shown.window.study_view.take_focus()
        assert "Aspirin arm" in _spoken(_view(shown))
    finally:
        QAccessible.setActive(False)
    part(shown.window, QTableView, "study_list").setFocus()
    assert "Aspirin arm" not in _spoken(_view(shown))


@pytest.mark.usefixtures("listened_to")
def test_whoever_listens_moves_through_the_text_letter_by_letter(shown: Session) -> None:
    view = _view(shown)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.textCursor().position() == 1
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    assert text.cursorPosition() == 1


def test_text_is_selected_by_the_keyboard_once_there_is_a_caret(shown: Session) -> None:
    view = _view(shown)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert not view.textCursor().hasSelection()
    part(shown.window, QAction, "read_with_caret").trigger()
    assert shown.settings.current.caret_in_text
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == view.textCursor().selectedText() != ""


def test_the_caret_is_no_trap(shown: Session) -> None:
    part(shown.window, QAction, "read_with_caret").trigger()
    view = _view(shown)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()
