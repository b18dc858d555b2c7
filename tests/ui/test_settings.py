from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.errors import DesktopAppError
from desktop_app.ui.settings import (
    FILE_NAME,
    Settings,
    SettingsKeeper,
    Theme,
    read_settings,
    write_settings,
)


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    written = Settings(theme=Theme.DARK, text_percent=150, recent_files=("/a/b.json",))
    write_settings(tmp_path / "new", written)
    assert read_settings(tmp_path / "new").settings == written


def test_absent_settings_are_no_problem(tmp_path: Path) -> None:
    reading = read_settings(tmp_path)
    assert (reading.settings.theme, reading.problem) == (Theme.SYSTEM, "")


@pytest.mark.parametrize("content", ["", "{", '{"theme": "pink"}', '{"text_percent": 9000}', "\0"])
def test_an_unreadable_file_is_set_aside_and_said_so(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_text(content)
    reading = read_settings(tmp_path)
    assert reading.settings == Settings()
    assert "settings.unreadable.json" in reading.problem
    assert (tmp_path / "settings.unreadable.json").read_text() == content
    assert not (tmp_path / FILE_NAME).exists()


def test_choices_of_a_newer_version_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"theme": "dark", "colour_of_the_moon": 3}')
    assert read_settings(tmp_path).settings.theme is Theme.DARK


def test_settings_that_cannot_be_written_say_where(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DesktopAppError, match="could not be kept in"):
        write_settings(tmp_path / "file", Settings())


def test_a_failed_write_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(DesktopAppError):
        write_settings(tmp_path, Settings())
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_change_is_written_at_once_and_told(tmp_path: Path, qtbot: QtBot) -> None:
    keeper = SettingsKeeper(tmp_path)
    with qtbot.waitSignal(keeper.changed) as signal:
        keeper.change(text_percent=120)
    assert signal.args[0].text_percent == 120
    assert read_settings(tmp_path).settings.text_percent == 120


def test_no_change_is_not_told(tmp_path: Path, qtbot: QtBot) -> None:
    keeper = SettingsKeeper(tmp_path)
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.change(text_percent=100)


def test_recent_files_are_ten_at_most_and_each_but_once(tmp_path: Path, qtbot: QtBot) -> None:
    keeper = SettingsKeeper(tmp_path)
    for number in (*range(12), 5):
        keeper.add_recent(Path(f"/records/{number}.json"))
    recent = [Path(name).stem for name in keeper.current.recent_files]
    assert recent == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
