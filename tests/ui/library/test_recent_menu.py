"""The files that were opened last."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.library import importer
from desktop_app.ui.library.recent_menu import RecentMenu
from desktop_app.ui.settings import SettingsKeeper
from tests.ui.conftest import WriteRecord, part


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    menu = QMenu()
    qtbot.addWidget(menu)
    return menu


@pytest.fixture
def recent(menu: QMenu, tmp_path: Path) -> Callable[[Sequence[str]], SettingsKeeper]:
    """Returns what fills the menu."""

    def fill(names: Sequence[str]) -> SettingsKeeper:
        keeper = SettingsKeeper(tmp_path)
        keeper.setParent(menu)
        keeper.change(recent_files=tuple(names))
        RecentMenu(menu, keeper)
        return keeper

    return fill


Fill = Callable[[Sequence[str]], SettingsKeeper]


def _names(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()][:-1]


def test_each_file_has_a_key_and_shows_its_name(menu: QMenu, recent: Fill) -> None:
    recent([f"/records/R&D {number}.trial" for number in range(1, 11)])
    assert _names(menu)[0] == "&1 /records/R&&D 1.trial"
    assert _names(menu)[9] == "&0 /records/R&&D 10.trial"


def test_a_name_that_would_deceive_the_eye_shows_why(menu: QMenu, recent: Fill) -> None:
    recent(["/records/\u202elairt.exe\n.trial"])
    assert _names(menu) == ["&1 /records/⟦RLO⟧lairt.exe\ufffd.trial"]
    assert "⟦RLO⟧lairt.exe\ufffd" in menu.actions()[0].toolTip()


def test_a_long_name_is_shortened_in_its_middle_and_whole_in_its_tip(
    menu: QMenu, recent: Fill
) -> None:
    name = f"/records/{'deep/' * 60}<b>one</b>.trial"
    recent([name])
    (shown,) = _names(menu)
    assert shown.startswith("&1 /records/")
    assert shown.endswith(".trial")
    assert len(shown) < 100
    assert menu.actions()[0].toolTip() == (
        f"<p>{name.replace('<', '&lt;').replace('>', '&gt;')}</p>"
    )


def test_the_list_can_be_cleared(menu: QMenu, recent: Fill) -> None:
    keeper = recent(["/records/a.trial"])
    assert menu.isEnabled()
    part(menu, QAction, "clear_recent").trigger()
    assert keeper.current.recent_files == ()
    assert not menu.isEnabled()


def test_a_menu_is_offered_as_soon_as_it_has_something(menu: QMenu, recent: Fill) -> None:
    keeper = recent([])
    assert not menu.isEnabled()
    keeper.add_recent(Path("/records/a.trial"))
    assert menu.isEnabled()


def test_a_record_that_was_opened_is_listed_and_told_to_the_system(
    session: Session, record_file: WriteRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Path] = []
    monkeypatch.setattr(importer, "note_recent_file", told.append)
    path = record_file("NCT00000101")
    session.window.open_inputs([str(path)])
    assert session.settings.current.recent_files == (str(path),)
    assert told == [path]


def test_a_file_that_is_gone_is_said_and_listed_no_more(
    session: Session, record_file: WriteRecord
) -> None:
    gone, held = record_file("NCT00000101"), record_file("NCT00000102")
    for path in (held, gone):
        session.window.open_inputs([str(path)])
    gone.unlink()
    menu = part(session.window, QMenu, "menu_recent")
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    notice = part(session.window, NoticeDialog)
    assert "There is no such file" in part(notice, QLabel, "sentence").text()
    notice.close()
    assert session.settings.current.recent_files == (str(held),)


def test_what_holds_no_record_is_not_listed(session: Session, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Call the ward.")
    session.window.open_inputs([str(tmp_path / "notes.txt")])
    part(session.window, NoticeDialog).close()
    assert session.settings.current.recent_files == ()
