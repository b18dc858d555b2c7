"""No text of a record or of a file is taken as markup, and the window fits small screens."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QTableView, QWidget

from desktop_app.application import Session
from desktop_app.errors import DesktopAppError
from desktop_app.ui.dialogs.about import about_dialog
from desktop_app.ui.dialogs.command_finder import CommandFinder
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.dialogs.notice import NoticeDialog, error_notice
from desktop_app.ui.dialogs.shortcuts import ShortcutsDialog
from desktop_app.ui.keys.command_keys import CommandKeys
from desktop_app.ui.models.import_model import ImportLine, Outcome
from desktop_app.ui.settings import SettingsKeeper

AddStudies = Callable[..., None]
_HOSTILE = "<b>bold</b><img src='file:///etc/hostname'>"


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
