import json
import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.errors import DesktopAppError
from desktop_app.ui.settings import (
    PaperSize,
    Settings,
    SettingsKeeper,
    Theme,
    read_settings,
    write_settings,
)
from desktop_app.ui.settings_file import (
    FILE_NAME,
    FORMAT,
    MIGRATIONS,
    Document,
    read_document,
)

NEWEST = len(MIGRATIONS) + 1
FIRST_LAYOUT = {
    "theme": "dark",
    "text_percent": 100,
    "paper": "LETTER",
    "open_after_export": True,
    "last_form": "full",
    "last_sheet": "",
    "sheet_panes": ["design", "arms"],
    "prints_grey": False,
    "preview_zoom": "200",
    "previews_two_pages": False,
    "exports_each": False,
    "explain_sections": True,
    "figures_in_words": False,
    "last_import_folder": "/records",
    "last_export_folder": "",
    "recent_files": ["/records/a.json"],
}


def put(folder: Path, **choices: object) -> Path:
    """Writes a file of settings as it is given."""
    path = folder / FILE_NAME
    path.write_text(json.dumps(choices))
    return path


def kept(folder: Path) -> Document:
    """Returns what the file of settings holds."""
    found = json.loads((folder / FILE_NAME).read_text())
    assert isinstance(found, dict)
    return found


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    written = Settings(
        theme=Theme.DARK,
        text_percent=150,
        paper=PaperSize.LETTER,
        recent_files=("/a/b.json", "/a/not \udcff text.json"),
        shortcuts={"print_sheet": "Ctrl+Alt+P"},
    )
    write_settings(tmp_path / "new", written)
    assert read_settings(tmp_path / "new").settings == written


def test_absent_settings_are_no_problem(tmp_path: Path) -> None:
    reading = read_settings(tmp_path)
    assert (reading.settings, reading.problem) == (Settings(), "")


def test_only_what_was_chosen_is_in_the_file(tmp_path: Path) -> None:
    write_settings(tmp_path, Settings(theme=Theme.DARK))
    assert kept(tmp_path) == {FORMAT: NEWEST, "theme": "dark"}


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "\0", '{"format": "two"}', '{"format": 0}', "[" * 100_000, "9" * 5_000],
    ids=["empty", "cut", "list", "zero", "format", "format-zero", "deep", "digits"],
)
def test_an_unreadable_file_is_set_aside_and_said_so(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE_NAME).write_text(content)
    reading = read_settings(tmp_path)
    assert reading.settings == Settings()
    assert "settings.unreadable.json" in reading.problem
    assert (tmp_path / "settings.unreadable.json").read_text() == content
    assert not (tmp_path / FILE_NAME).exists()


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(" " * 1_000_001 + "{}")
    assert "settings.unreadable.json" in read_settings(tmp_path).problem


def test_several_broken_files_are_all_kept(tmp_path: Path) -> None:
    for content in ("one", "two", "three"):
        (tmp_path / FILE_NAME).write_text(content)
        assert read_settings(tmp_path).problem
    contents = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert contents == {
        "settings.unreadable.json": "one",
        "settings.unreadable-2.json": "two",
        "settings.unreadable-3.json": "three",
    }


def test_more_broken_files_than_anybody_needs_do_not_fill_the_folder(tmp_path: Path) -> None:
    for number in range(105):
        (tmp_path / FILE_NAME).write_text(str(number))
        read_settings(tmp_path)
    assert len(list(tmp_path.iterdir())) == 99
    assert (tmp_path / "settings.unreadable.json").read_text() == "0"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("text_percent", 9000),
        ("text_percent", True),
        ("text_percent", "150"),
        ("paper", 4),
        ("open_after_export", 1),
        ("last_form", None),
        ("last_form", "x" * 10_001),
        ("recent_files", "/a/b.json"),
        ("recent_files", [1]),
        ("shortcuts", []),
        ("shortcuts", {"print_sheet": ["Ctrl+P"]}),
    ],
)
def test_one_bad_value_does_not_lose_the_rest(tmp_path: Path, name: str, value: object) -> None:
    before = put(tmp_path, **{FORMAT: NEWEST, "prints_grey": True, name: value}).read_text()
    reading = read_settings(tmp_path)
    assert reading.settings == Settings(prints_grey=True)
    assert "1 setting could not be understood" in reading.problem
    assert "settings.unreadable.json" in reading.problem
    assert (tmp_path / "settings.unreadable.json").read_text() == before
    assert kept(tmp_path) == {FORMAT: NEWEST, "prints_grey": True}
    assert read_settings(tmp_path).problem == ""


def test_several_bad_values_are_counted(tmp_path: Path) -> None:
    put(tmp_path, theme="pink", text_percent=1, prints_grey=True)
    reading = read_settings(tmp_path)
    assert "2 settings could not be understood" in reading.problem
    assert reading.settings.prints_grey


def test_settings_of_the_first_layout_are_taken_over(tmp_path: Path) -> None:
    put(tmp_path, **FIRST_LAYOUT)
    reading = read_settings(tmp_path)
    assert reading.problem == ""
    assert reading.settings == Settings(
        theme=Theme.DARK,
        paper=PaperSize.LETTER,
        open_after_export=True,
        last_form="full",
        sheet_panes=("design", "arms"),
        preview_zoom="200",
        last_import_folder="/records",
        recent_files=("/records/a.json",),
    )
    assert not {"text_percent", "explain_sections"} & set(reading.document)


def test_each_layout_is_brought_up_to_the_next(tmp_path: Path) -> None:
    def rename(document: Document) -> Document:
        return {{"colours": "theme"}.get(name, name): kept for name, kept in document.items()}

    def regroup(document: Document) -> Document:
        return {**document, "view": {"theme": document["theme"]}}

    put(tmp_path, colours="dark")
    reading = read_document(tmp_path, (rename, regroup))
    assert reading.document == {FORMAT: 3, "theme": "dark", "view": {"theme": "dark"}}
    put(tmp_path, **{FORMAT: 2, "theme": "light"})
    assert read_document(tmp_path, (rename, regroup)).document["view"] == {"theme": "light"}


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path, qtbot: QtBot) -> None:
    newer = {FORMAT: NEWEST + 3, "theme": "sepia", "moon": {"colour": 3}, "prints_grey": True}
    put(tmp_path, **newer)
    keeper = SettingsKeeper(tmp_path)
    assert (keeper.problem, keeper.current) == ("", Settings(prints_grey=True))
    assert kept(tmp_path) == newer
    keeper.change(text_percent=150)
    assert kept(tmp_path) == {**newer, "text_percent": 150}
    assert not list(tmp_path.glob("*unreadable*"))


def test_unknown_choices_are_no_problem_and_stay(tmp_path: Path, qtbot: QtBot) -> None:
    put(tmp_path, **{FORMAT: NEWEST, "theme": "dark", "colour_of_the_moon": 3})
    keeper = SettingsKeeper(tmp_path)
    assert (keeper.current.theme, keeper.problem) == (Theme.DARK, "")
    keeper.change(theme="light")
    assert kept(tmp_path)["colour_of_the_moon"] == 3


def test_two_windows_do_not_undo_each_other(tmp_path: Path, qtbot: QtBot) -> None:
    one, other = SettingsKeeper(tmp_path), SettingsKeeper(tmp_path)
    one.change(theme="dark")
    other.change(text_percent=150)
    one.change(theme="light")
    assert read_settings(tmp_path).settings == Settings(text_percent=150, theme=Theme.LIGHT)


def test_what_one_window_chose_is_not_written_over_a_later_choice(
    tmp_path: Path, qtbot: QtBot
) -> None:
    one, other = SettingsKeeper(tmp_path), SettingsKeeper(tmp_path)
    one.change(theme=Theme.DARK)
    other.change(theme=Theme.LIGHT)
    one.change(prints_grey=True)
    settings = read_settings(tmp_path).settings
    assert (settings.theme, settings.prints_grey) == (Theme.LIGHT, True)


def test_settings_that_cannot_be_written_say_where(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DesktopAppError, match="could not be kept in"):
        write_settings(tmp_path / "file", Settings())


def test_settings_that_cannot_be_written_are_said_once_and_hold(
    tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("")
    keeper = SettingsKeeper(tmp_path / "file")
    with qtbot.waitSignal(keeper.not_kept):
        keeper.change(theme="dark")
    with qtbot.assertNotEmitted(keeper.not_kept):
        keeper.change(text_percent=150)
    assert keeper.current == Settings(theme=Theme.DARK, text_percent=150)


def test_a_failed_write_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(DesktopAppError):
        write_settings(tmp_path, Settings())
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a FIFO")
def test_a_file_that_is_none_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert "settings.unreadable.json" in read_settings(tmp_path).problem
    os.mkfifo(tmp_path / FILE_NAME)
    assert "settings.unreadable-2.json" in read_settings(tmp_path).problem


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


def test_a_choice_that_cannot_be_is_a_fault_of_the_program(tmp_path: Path, qtbot: QtBot) -> None:
    keeper = SettingsKeeper(tmp_path)
    for choice in ({"theme": "pink"}, {"text_percent": 10}, {"recent_files": "/a"}):
        with pytest.raises(ValueError, match="not"):
            keeper.change(**choice)
    assert keeper.current == Settings()


def test_recent_files_are_ten_at_most_and_each_but_once(tmp_path: Path, qtbot: QtBot) -> None:
    keeper = SettingsKeeper(tmp_path)
    for number in (*range(12), 5):
        keeper.add_recent(Path(f"/records/{number}.json"))
    recent = [Path(name).stem for name in keeper.current.recent_files]
    assert recent == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
