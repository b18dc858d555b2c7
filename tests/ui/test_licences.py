from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.licences import Component
from desktop_app.ui.dialogs.about import AboutDialog
from desktop_app.ui.dialogs.licences import LicencesDialog
from tests.ui.conftest import part


def parts(tmp_path: Path) -> list[Component]:
    found = []
    for name in ("Alpha", "Beta"):
        file = tmp_path / f"{name}.txt"
        file.write_text(f"The words of <b>{name}</b>.", encoding="utf-8")
        found.append(Component(name, "1.0", "MIT", (file,)))
    return found


def test_the_text_is_that_of_the_marked_part(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = LicencesDialog(None, parts(tmp_path))
    qtbot.addWidget(dialog)
    listed, text = part(dialog, QListWidget), part(dialog, QPlainTextEdit)
    assert listed.item(0).text() == "Alpha 1.0 – MIT"
    assert text.toPlainText() == "The words of <b>Alpha</b>."
    listed.setCurrentRow(1)
    assert text.toPlainText() == "The words of <b>Beta</b>."
    assert text.accessibleName() == "Licence of Beta"


def test_about_leads_to_the_licences(session: Session) -> None:
    session.window.show()
    part(session.window, QAction, "show_about").trigger()
    about = part(session.window, AboutDialog)
    (button,) = (one for one in about.findChildren(QPushButton) if one.text() == "Licences")
    button.click()
    licences = part(session.window, LicencesDialog)
    assert licences.isVisible()
    assert not about.isVisible()
    assert part(licences, QListWidget).count() > 15
    licences.reject()


def test_about_can_be_closed_without_them(session: Session) -> None:
    session.window.show()
    part(session.window, QAction, "show_about").trigger()
    part(session.window, AboutDialog).reject()
    assert not session.window.findChildren(LicencesDialog)
