from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.personal.personal_actions import PersonalActions
from tests.ui.conftest import AddStudies, part

NUMBERS = ("NCT00000101", "NCT00000102", "NCT00000103")
Give = Callable[[str], None]


@pytest.fixture
def shown(session: Session, add_studies: AddStudies, qtbot: QtBot) -> Session:
    """A window with three studies, the first of which is open."""
    add_studies(*NUMBERS)
    with qtbot.waitActive(session.window):
        session.window.show()
        session.window.activateWindow()
    session.window.show_study(NUMBERS[0])
    return session


@pytest.fixture
def give(shown: Session) -> Give:
    """Returns what gives a command."""
    return lambda name: part(shown.window, QAction, name).trigger()


@pytest.fixture
def actions(shown: Session) -> PersonalActions:
    return part(shown.window, PersonalActions)


def open_dialog(session: Session) -> QDialog:
    """Returns the one dialog that is open."""
    (dialog,) = [one for one in session.window.findChildren(QDialog) if one.isVisible()]
    return dialog
