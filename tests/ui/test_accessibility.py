"""What assistive technology is told, and that no text of a record is taken as markup."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.errors import DesktopAppError
from desktop_app.ui.dialogs.about import about_dialog
from desktop_app.ui.dialogs.command_finder import CommandFinder
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.dialogs.notice import NoticeDialog, error_notice
from desktop_app.ui.command_keys import CommandKeys
from desktop_app.ui.dialogs.shortcuts import ShortcutsDialog
from desktop_app.ui.models.import_model import ImportLine, Outcome
from desktop_app.ui.settings import SettingsKeeper

Role = QAccessible.Role
AddStudies = Callable[..., None]
_NEED_A_NAME = {
    Role.PushButton,
    Role.CheckBox,
    Role.RadioButton,
    Role.ButtonMenu,
    Role.ButtonDropDown,
    Role.EditableText,
    Role.ComboBox,
    Role.List,
    Role.Table,
    Role.Tree,
    Role.PageTab,
    Role.PageTabList,
    Role.ProgressBar,
    Role.Document,
    Role.Dialog,
}
_HOSTILE = "<b>bold</b><img src='file:///etc/hostname'>"


def _walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid():
        return
    yield interface
    for place in range(interface.childCount()):
        yield from _walk(interface.child(place))


def nameless(widget: QWidget) -> list[str]:
    """Returns what has no name although it must have one."""
    found = []
    for part in _walk(QAccessible.queryAccessibleInterface(widget)):
        has_name = bool(part.text(QAccessible.Text.Name).strip())
        if part.role() in _NEED_A_NAME and not has_name and not _is_invisible(part):
            found.append(f"{part.role()} {part.object()}")
    return found


def _is_invisible(part: QAccessibleInterface) -> bool:
    return bool(part.state().invisible)


def labels_that_guess(widget: QWidget) -> list[str]:
    """Returns the labels that would take a text as markup if it looks like it."""
    return [
        label.objectName() or label.text()
        for label in widget.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText
    ]


def dialogs(session: Session) -> tuple[QDialog, ...]:
    window = session.window
    actions = {action.objectName(): action for action in window.actions()}
    lines = tuple(ImportLine(outcome, "NCT00000101", _HOSTILE, _HOSTILE) for outcome in Outcome)
    return (
        NoticeDialog(window, "Title", _HOSTILE, details="details", choices=("Quit", "Continue")),
        error_notice(window, DesktopAppError(_HOSTILE)),
        about_dialog(window),
        ShortcutsDialog(CommandKeys(actions, session.settings, window), window),
        CommandFinder(actions, window),
        ImportResultsDialog(lines, window),
    )


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QLineEdit(window)
    QLineEdit(window).setAccessibleName("Named")
    window.show()
    assert len(nameless(window)) == 1


def test_every_control_of_the_window_has_a_name(session: Session, add_studies: AddStudies) -> None:
    add_studies("NCT00000101", "NCT00000102")
    session.window.show()
    session.window.show_study("NCT00000101")
    for name in ("show_tab_1", "show_tab_2", "show_tab_3", "show_tab_4", "show_tab_5"):
        next(a for a in session.window.actions() if a.objectName() == name).trigger()
        session.window.study_view.show_find()
        assert nameless(session.window) == [], name


def test_every_control_of_every_dialog_has_a_name(session: Session) -> None:
    for dialog in dialogs(session):
        dialog.show()
        assert nameless(dialog) == [], dialog.windowTitle()
        dialog.close()


def test_no_label_of_the_window_guesses_whether_its_text_is_markup(
    session: Session, add_studies: AddStudies
) -> None:
    add_studies(
        "NCT00000101",
        identificationModule={"nctId": "NCT00000101", "briefTitle": _HOSTILE},
        statusModule={"overallStatus": "SUSPENDED", "whyStopped": _HOSTILE},
    )
    session.window.show_study("NCT00000101")
    assert labels_that_guess(session.window) == []


def test_no_label_of_a_dialog_guesses_whether_its_text_is_markup(session: Session) -> None:
    for dialog in dialogs(session):
        assert labels_that_guess(dialog) == [], dialog.windowTitle()
        dialog.close()


def test_a_tip_shows_what_a_record_says_as_it_is(session: Session, add_studies: AddStudies) -> None:
    add_studies(
        "NCT00000101", identificationModule={"nctId": "NCT00000101", "briefTitle": _HOSTILE}
    )
    view = session.window.findChild(QTableView, "study_list")
    assert isinstance(view, QTableView)
    tip = view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=" in tip
    assert "<img" not in tip


def test_a_file_name_in_the_recent_menu_is_not_taken_as_the_mark_of_a_key(
    session: Session,
) -> None:
    settings: SettingsKeeper = session.settings
    settings.change(recent_files=("/records/R&D.json",))
    menu = session.window.findChild(QMenu, "menu_recent")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "&1 /records/R&&D.json"


@pytest.mark.parametrize("percent", [100, 200, 250])
def test_the_window_fits_a_small_screen_at_every_size_of_text(
    session: Session, add_studies: AddStudies, percent: int
) -> None:
    add_studies("NCT00000101")
    session.settings.change(text_percent=percent)
    session.window.show()
    session.window.show_study("NCT00000101")
    QApplication.sendPostedEvents()
    least = session.window.minimumSizeHint()
    session.settings.change(text_percent=100)
    assert least.width() <= 1366
    assert least.height() <= 768


def test_the_window_can_be_made_narrow(session: Session) -> None:
    session.window.show()
    assert session.window.minimumSizeHint().width() <= 800
