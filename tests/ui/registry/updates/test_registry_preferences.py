import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.directories import Directories
from desktop_app.ui.check_boxes import CheckBox
from desktop_app.ui.dialogs.preferences import PreferencesDialog
from desktop_app.ui.dialogs.registry_place import RegistryPlace
from desktop_app.ui.settings import (
    Settings,
    SettingsKeeper,
    UpdateEvery,
    UpdateWhat,
    read_settings,
)
from tests.ui.conftest import part


@pytest.fixture
def settings(qtbot: QtBot) -> SettingsKeeper:
    return SettingsKeeper(Directories.standard().settings)


@pytest.fixture
def dialog(settings: SettingsKeeper, qtbot: QtBot) -> PreferencesDialog:
    made = PreferencesDialog(settings, Directories.standard(), "US")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: PreferencesDialog, name: str, row: int) -> None:
    box = part(dialog, QComboBox, name)
    for _ in range(row):
        QTest.keyClick(box, Qt.Key.Key_Down)


def write(dialog: PreferencesDialog, text: str) -> RegistryPlace:
    place = dialog.page.registry
    place.box.clear()
    QTest.keyClicks(place.box, text)
    QTest.keyClick(place.box, Qt.Key.Key_Return)
    return place


def test_no_check_is_made_unless_the_person_switches_it_on() -> None:
    assert Settings().update_every is UpdateEvery.NEVER
    assert Settings().update_every.days == 0


def test_the_schedule_is_chosen_and_kept(
    dialog: PreferencesDialog, settings: SettingsKeeper
) -> None:
    choose(dialog, "update_every", 2)
    choose(dialog, "update_what", 1)
    QTest.keyClick(part(dialog, CheckBox, "is_offline"), Qt.Key.Key_Space)
    kept = read_settings(Directories.standard().settings).settings
    assert (kept.update_every, kept.update_what) == (UpdateEvery.WEEKLY, UpdateWhat.MARKED)
    assert kept.update_every.days == 7
    assert kept.is_offline


def test_what_is_sent_and_when_is_said(dialog: PreferencesDialog) -> None:
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "It is told NCT numbers or the words of a search" in told
    assert "nothing about you, your notes or your tags" in told


def test_the_address_of_a_mirror_is_taken_and_given_up(
    dialog: PreferencesDialog, settings: SettingsKeeper
) -> None:
    place = write(dialog, "https://mirror.example/api/v2/")
    assert settings.current.registry_address == "https://mirror.example/api/v2"
    assert place.box.text() == "https://mirror.example/api/v2"
    QTest.mouseClick(place.usual, Qt.MouseButton.LeftButton)
    assert settings.current.registry_address == ""
    assert place.box.text() == ""
    assert not place.usual.isEnabled()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("http://mirror.example/api", "is not safe"),
        ("mirror", "is no address of a registry"),
        ("https://user:word@mirror.example", "is no address of a registry"),
    ],
)
def test_an_address_that_may_not_be_asked_is_refused_with_a_sentence(
    dialog: PreferencesDialog, settings: SettingsKeeper, written: str, told: str
) -> None:
    place = write(dialog, written)
    assert told in place.problem.text()
    assert place.box.text() == written
    assert settings.current.registry_address == ""
    write(dialog, "http://127.0.0.1:8080/api/v2")
    assert place.problem.isHidden()
    assert settings.current.registry_address == "http://127.0.0.1:8080/api/v2"


def test_the_registrys_own_address_is_the_standard(
    dialog: PreferencesDialog, settings: SettingsKeeper
) -> None:
    write(dialog, "https://clinicaltrials.gov/api/v2")
    assert settings.current.registry_address == ""
