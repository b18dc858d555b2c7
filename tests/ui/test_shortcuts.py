"""Keys of commands as the person wants them."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.dialogs.key_box import KeyBox
from desktop_app.ui.dialogs.shortcut_table import ShortcutTable
from desktop_app.ui.dialogs.shortcuts import ShortcutsDialog
from desktop_app.ui.keys.command_keys import CommandKeys, can_be_given
from desktop_app.ui.keys.shortcut_keys import FIXED_KEYS
from desktop_app.ui.models.table_model import SORT_KEY
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import AddStudies, part

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_BRIEF = "export_brief"


def _keys(session: Session, name: str) -> list[str]:
    return [keys.toString() for keys in part(session.window, QAction, name).shortcuts()]


def _command_keys(session: Session) -> CommandKeys:
    return part(session.window, CommandKeys)


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> ShortcutsDialog:
    session.window.show()
    part(session.window, QAction, "show_shortcuts").trigger()
    made = part(session.window, ShortcutsDialog)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def _choose(dialog: ShortcutsDialog, words: str) -> None:
    part(dialog, QLineEdit).setText(words)


def _press(dialog: ShortcutsDialog, key: Qt.Key, held: Qt.KeyboardModifier) -> str:
    QTest.keyClick(part(dialog, KeyBox), key, held)
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_key_that_is_free_is_taken_at_once_and_kept(
    session: Session, dialog: ShortcutsDialog
) -> None:
    _choose(dialog, "export brief")
    assert "is now the key for “Export Brief”" in _press(dialog, Qt.Key.Key_J, _CTRL)
    assert _keys(session, _BRIEF) == ["Ctrl+J"]
    assert session.settings.current.shortcuts == {_BRIEF: "Ctrl+J"}
    assert "(Ctrl+J)" in part(session.window, QAction, _BRIEF).toolTip()
    part(dialog, QPushButton, "usual_key").click()
    assert _keys(session, _BRIEF) == ["Ctrl+E"]
    assert session.settings.current.shortcuts == {}


def test_a_key_of_another_command_is_taken_only_when_told_to(
    session: Session, dialog: ShortcutsDialog
) -> None:
    _choose(dialog, "export brief")
    assert "Ctrl+P is the key for “Print”." in _press(dialog, Qt.Key.Key_P, _CTRL)
    assert (_keys(session, _BRIEF), _keys(session, "print_sheet")) == (["Ctrl+E"], ["Ctrl+P"])
    part(dialog, QPushButton, "take_key").click()
    assert (_keys(session, _BRIEF), _keys(session, "print_sheet")) == (["Ctrl+P"], [])
    part(dialog, QPushButton, "all_usual_keys").click()
    assert (_keys(session, _BRIEF), _keys(session, "print_sheet")) == (["Ctrl+E"], ["Ctrl+P"])


def test_the_usual_key_comes_back_also_from_a_command_that_took_it(session: Session) -> None:
    keys = _command_keys(session)
    keys.give("print_sheet", QKeySequence("Ctrl+E"))
    assert (_keys(session, _BRIEF), _keys(session, "print_sheet")) == ([], ["Ctrl+E"])
    keys.reset(_BRIEF)
    assert (_keys(session, _BRIEF), _keys(session, "print_sheet")) == (["Ctrl+E"], [])
    keys.reset("print_sheet")
    assert not keys.has_changes()


def test_a_command_with_two_keys_loses_only_the_one_that_is_taken(session: Session) -> None:
    _command_keys(session).give(_BRIEF, QKeySequence("Ctrl+="))
    assert _keys(session, "enlarge_text") == ["Ctrl++"]


def test_a_command_may_have_no_key(session: Session, dialog: ShortcutsDialog) -> None:
    _choose(dialog, "export brief")
    part(dialog, QPushButton, "remove_key").click()
    assert _keys(session, _BRIEF) == []
    assert "(" not in part(session.window, QAction, _BRIEF).toolTip()
    assert session.settings.current.shortcuts == {_BRIEF: ""}


@pytest.mark.parametrize(
    ("key", "held", "told"),
    [
        (Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "X types, moves"),
        (Qt.Key.Key_X, _SHIFT, "Shift+X types, moves"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "Left types, moves"),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier, "it sorts a table"),
        (Qt.Key.Key_F, _ALT, "Alt+F types, moves or opens a menu"),
    ],
)
def test_a_key_that_is_needed_elsewhere_is_refused(
    session: Session,
    dialog: ShortcutsDialog,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    told: str,
) -> None:
    _choose(dialog, "export brief")
    assert told in _press(dialog, key, held)
    assert _keys(session, _BRIEF) == ["Ctrl+E"]


def test_keys_that_are_the_same_for_everybody_cannot_be_changed(dialog: ShortcutsDialog) -> None:
    _choose(dialog, "clear the search")
    assert part(dialog, ShortcutTable).current_command() == ""
    assert not part(dialog, KeyBox).isEnabled()


def test_nobody_is_caught_in_the_box_of_the_key(dialog: ShortcutsDialog) -> None:
    _choose(dialog, "export brief")
    box = part(dialog, KeyBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Backtab, _SHIFT)
    assert not box.hasFocus()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_changed_key_works_while_somebody_types(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()
    action = part(session.window, QAction, "show_glossary")
    action.triggered.disconnect()
    heard: list[bool] = []
    action.triggered.connect(lambda: heard.append(True))
    # A line of text would take this key for itself.
    _command_keys(session).give("show_glossary", QKeySequence("Ctrl+Left"))
    box = part(session.window, QLineEdit, "search_box")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Left, _CTRL)
    assert heard == [True]


def test_keys_that_a_file_of_settings_makes_up_are_passed_over(session: Session) -> None:
    odd: Mapping[str, str] = {"no_such_command": "Ctrl+J", _BRIEF: "X", "print_sheet": "not a key"}
    session.settings.change(shortcuts=odd)
    assert _keys(session, _BRIEF) == []
    assert _keys(session, "print_sheet") == []


def test_the_hint_names_the_key_that_finds_commands(session: Session) -> None:
    hint = part(part(session.window, StatusLine), QLabel, "hint")
    assert hint.text().startswith("Ctrl+K ")
    _command_keys(session).give("show_commands", QKeySequence("Ctrl+J"))
    assert hint.text().startswith("Ctrl+J ")


def test_every_key_of_a_part_of_a_tab_is_known(session: Session, add_studies: AddStudies) -> None:
    add_studies("NCT00000101")
    session.window.show()
    session.window.show_study("NCT00000101")
    commands = {keys for name in _command_keys(session).actions for keys in _keys(session, name)}
    for number in range(1, 10):
        part(session.window, QAction, f"show_tab_{number}").trigger()
        QApplication.sendPostedEvents()
    of_buttons = (button.shortcut() for button in session.window.findChildren(QPushButton))
    of_actions = (action.shortcut() for action in session.window.findChildren(QAction))
    others = {keys for keys in (*of_buttons, *of_actions) if keys.toString() not in commands}
    found = {keys.toString() for keys in others if can_be_given(keys)}
    # The one of tables is made along with a long one.
    assert found | {SORT_KEY} == set(FIXED_KEYS)


def test_keys_that_commands_come_with_could_be_given(session: Session) -> None:
    for action in _command_keys(session).actions.values():
        assert all(can_be_given(keys) for keys in action.shortcuts()), action.objectName()
