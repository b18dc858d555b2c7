import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.errors import StoreError
from desktop_app.presentation.pane import PANES
from desktop_app.store.personal.writer import PersonalWriter
from desktop_app.ui.personal.note_links import note_links
from desktop_app.ui.personal.note_panel import NotePanel
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.study.find_bar import FindBar
from tests.ui.conftest import part
from tests.ui.personal.conftest import NUMBERS, Give


def text(actions: PersonalActions, number: int = 101) -> str:
    note = actions.note(number)
    return note.text if note else ""


@pytest.fixture
def panel(shown: Session) -> NotePanel:
    return part(shown.window, NotePanel)


def test_a_note_is_kept_while_it_is_written(
    give: Give, panel: NotePanel, actions: PersonalActions, qtbot: QtBot
) -> None:
    assert panel.isHidden()
    give("edit_note")
    assert panel.editor.hasFocus()
    QTest.keyClicks(panel.editor, "Ask about washout")
    qtbot.waitUntil(lambda: text(actions) == "Ask about washout")
    QTest.keyClicks(panel.editor, " today")
    qtbot.waitUntil(lambda: text(actions) == "Ask about washout today")
    assert actions.steps.undo_label == "Note on NCT00000101"
    give("undo_change")
    assert text(actions) == ""
    give("redo_change")
    assert text(actions) == panel.editor.toPlainText() == "Ask about washout today"


def test_a_button_in_the_header_begins_a_note(shown: Session, panel: NotePanel) -> None:
    button = part(shown.window, QToolButton, "add_note")
    assert button.isVisible()
    button.click()
    assert panel.editor.hasFocus()
    assert button.isHidden()
    shown.window.study_view.take_focus()
    assert panel.isHidden()
    assert button.isVisible()
    button.click()
    QTest.keyClicks(panel.editor, "Words")
    shown.window.study_view.take_focus()
    assert button.isHidden()
    shown.window.show_study(NUMBERS[1])
    assert button.isVisible()


def test_a_note_that_is_being_written_goes_to_its_own_study(
    shown: Session, give: Give, panel: NotePanel, actions: PersonalActions
) -> None:
    give("edit_note")
    QTest.keyClicks(panel.editor, "First")
    shown.window.show_study(NUMBERS[1])
    assert text(actions) == "First"
    assert panel.isHidden()
    give("edit_note")
    QTest.keyClicks(panel.editor, "Second")
    shown.window.show_study(NUMBERS[0])
    assert panel.editor.toPlainText() == "First"
    assert (text(actions), text(actions, 102)) == ("First", "Second")
    give("undo_change")
    assert (text(actions), text(actions, 102)) == ("First", "")


def test_what_is_written_is_kept_when_the_window_closes(
    shown: Session, give: Give, panel: NotePanel, actions: PersonalActions
) -> None:
    give("edit_note")
    QTest.keyClicks(panel.editor, "Last words")
    shown.window.close()
    assert text(actions) == "Last words"


def test_a_note_that_is_emptied_is_gone(
    shown: Session, give: Give, panel: NotePanel, actions: PersonalActions
) -> None:
    actions.set_note(101, "Words")
    assert panel.isVisible()
    give("edit_note")
    panel.editor.selectAll()
    QTest.keyClick(panel.editor, Qt.Key.Key_Delete)
    shown.window.study_view.take_focus()
    assert panel.isHidden()
    assert actions.note(101) is None


def test_undoing_in_the_note_is_of_its_own_text(
    give: Give, panel: NotePanel, actions: PersonalActions
) -> None:
    actions.star((101,), starred=True)
    give("edit_note")
    QTest.keyClicks(panel.editor, "x")
    QTest.keyClick(panel.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.editor.toPlainText() == ""
    assert actions.marks((101,))[101].is_starred


def test_a_note_is_folded(panel: NotePanel, actions: PersonalActions) -> None:
    actions.set_note(101, "Words\n" * 30)
    high = panel.height()
    button = part(panel, QToolButton, "fold_note")
    button.click()
    assert panel.height() < high
    assert panel.editor.isHidden()
    assert button.accessibleName() == "Show my note"
    button.click()
    assert panel.height() == high


def test_links_lead_to_tabs_and_criteria(
    shown: Session, panel: NotePanel, actions: PersonalActions, qtbot: QtBot
) -> None:
    actions.set_note(101, "See [Sites], I-1 and [nowhere].")
    view = shown.window.study_view
    buttons = [one for one in panel.findChildren(QToolButton) if one.text() in ("Sites", "I-1")]
    assert [one.accessibleName() for one in buttons] == ["Go to Sites", "Go to I-1"]
    buttons[0].click()
    assert view.current_pane_id() == "sites"
    buttons[1].click()
    assert view.current_pane_id() == "eligibility"
    assert part(part(view, FindBar), QLineEdit).text() == "I-1"
    give_caret = panel.editor.textCursor()
    give_caret.setPosition(6)
    panel.editor.setTextCursor(give_caret)
    QTest.keyClick(panel.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.current_pane_id() == "sites"


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("[eligibility] E-2.1, C-3", ["eligibility", "E-2.1", "C-3"]),
        ("HI-3 I-3a I-3-4 [ ] [] [[Sites]] [x](y)", ["Sites"]),
        ("I-12345 E- [Outcomes\n]", []),
        ("<b>I-1</b> file:///etc/passwd", ["I-1"]),
    ],
)
def test_only_places_are_links(note: str, found: list[str]) -> None:
    assert [link.text for link in note_links(note, PANES)] == found


def test_what_the_disk_cannot_take_is_not_lost(
    shown: Session,
    give: Give,
    panel: NotePanel,
    actions: PersonalActions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(writer: PersonalWriter, plan: object) -> None:
        raise StoreError("The disk is full.")

    told: list[str] = []
    actions.failed.disconnect()
    actions.failed.connect(lambda error: told.append(str(error)))
    give("edit_note")
    QTest.keyClicks(panel.editor, "Words")
    with monkeypatch.context() as broken:
        broken.setattr(PersonalWriter, "perform", fail)
        shown.window.study_view.take_focus()
        assert told == ["The disk is full."]
        assert panel.editor.toPlainText() == "Words"
        assert actions.steps.undo_label == ""
        shown.window.show_study(NUMBERS[1])
        assert panel.editor.toPlainText() == ""
    shown.window.show_study(NUMBERS[0])
    assert panel.editor.toPlainText() == "Words"
    shown.window.show_study(NUMBERS[1])
    assert text(actions) == "Words"
    assert text(actions, 102) == ""


def test_a_text_with_odd_characters_is_kept(actions: PersonalActions) -> None:
    actions.set_note(101, "a\0b \ud800 🧬 é")
    assert text(actions) == "ab ? 🧬 é"
