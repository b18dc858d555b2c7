from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.languages import LANGUAGES, speaking
from desktop_app.library_folders import SUBFOLDER, chosen_folder
from desktop_app.readers.detect import reread
from desktop_app.store.library import FILE_NAME, Library
from desktop_app.ui.check_boxes import CheckBox
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.dialogs.preferences import PreferencesDialog
from desktop_app.ui.settings import PaperSize, Settings, SettingsKeeper, Theme, read_settings
from tests.ui.conftest import part


@pytest.fixture
def directories() -> Directories:
    made = Directories.standard()
    made.library.mkdir(parents=True)
    return made


@pytest.fixture
def settings(directories: Directories, qtbot: QtBot) -> SettingsKeeper:
    return SettingsKeeper(directories.settings)


@pytest.fixture
def dialog(settings: SettingsKeeper, directories: Directories, qtbot: QtBot) -> PreferencesDialog:
    made = PreferencesDialog(settings, directories, "US")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: PreferencesDialog, name: str, value: object) -> None:
    """Chooses as a person does, by the keyboard."""
    box = part(dialog, QComboBox, name)
    keys = box.findData(value) - box.currentIndex()
    for _ in range(abs(keys)):
        QTest.keyClick(box, Qt.Key.Key_Down if keys > 0 else Qt.Key.Key_Up)


def test_the_window_opens_the_dialog(session: Session) -> None:
    action = part(session.window, QAction, "show_preferences")
    assert action.shortcut().toString() == "Ctrl+,"
    assert action.menuRole() is QAction.MenuRole.PreferencesRole
    action.trigger()
    part(session.window, PreferencesDialog).close()


def test_a_choice_that_cannot_be_kept_is_said_and_holds(session: Session) -> None:
    Directories.standard().settings.write_text("")
    session.settings.change(theme="dark")
    session.settings.change(theme="light")
    assert "could not be kept in" in part(session.window, QLabel, "message").text()
    assert not session.window.findChildren(NoticeDialog)


def test_every_choice_is_taken_at_once_and_kept(
    dialog: PreferencesDialog, settings: SettingsKeeper, directories: Directories
) -> None:
    choose(dialog, "theme", Theme.DARK)
    choose(dialog, "language", "de")
    choose(dialog, "date_form", "iso")
    choose(dialog, "paper", PaperSize.LETTER)
    part(dialog, QSpinBox, "text_percent").stepUp()
    for name in ("explain_sections", "figures_in_words", "open_after_export", "prints_grey"):
        QTest.keyClick(part(dialog, CheckBox, name), Qt.Key.Key_Space)
    wanted = Settings(
        theme=Theme.DARK,
        language="de",
        date_form="iso",
        paper=PaperSize.LETTER,
        text_percent=110,
        explain_sections=False,
        figures_in_words=True,
        open_after_export=True,
        prints_grey=True,
    )
    assert settings.current == wanted
    assert read_settings(directories.settings).settings == wanted


def test_what_is_chosen_elsewhere_is_shown(
    dialog: PreferencesDialog, settings: SettingsKeeper
) -> None:
    settings.change(theme="dark", text_percent=150, prints_grey=True, language="fr")
    assert part(dialog, QComboBox, "theme").currentText() == "Dark"
    assert part(dialog, QSpinBox, "text_percent").value() == 150
    assert part(dialog, CheckBox, "prints_grey").isChecked()
    assert part(dialog, QComboBox, "language").currentText() == "Français"


def test_languages_are_offered_by_their_own_names(dialog: PreferencesDialog) -> None:
    box = part(dialog, QComboBox, "language")
    offered = [box.itemText(row) for row in range(box.count())]
    assert offered == ["As the system is", *LANGUAGES.values()]


def test_dates_are_shown_by_an_example(dialog: PreferencesDialog) -> None:
    box = part(dialog, QComboBox, "date_form")
    offered = [box.itemText(row) for row in range(box.count())]
    assert offered == [
        "As usual in the language: Dec 4, 2025",
        "As records write them: 2025-12-04",
    ]


def test_a_language_of_a_newer_version_stays_unless_another_is_chosen(
    settings: SettingsKeeper, directories: Directories, qtbot: QtBot
) -> None:
    settings.change(language="eo")
    dialog = PreferencesDialog(settings, directories)
    qtbot.addWidget(dialog)
    assert part(dialog, QComboBox, "language").currentIndex() == 0
    settings.change(theme="dark")
    assert settings.current.language == "eo"


def test_the_wheel_chooses_nothing_on_its_way(
    dialog: PreferencesDialog, settings: SettingsKeeper
) -> None:
    for name, kind in (("theme", QComboBox), ("text_percent", QSpinBox)):
        control = part(dialog, kind, name)
        control.setFocus()
        turned = QWheelEvent(
            QPointF(5, 5),
            QPointF(control.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, turned)
    assert settings.current == Settings()


def test_every_control_has_a_name_and_is_reached_by_tab(dialog: PreferencesDialog) -> None:
    names = ("theme", "text_percent", "language", "date_form", "paper")
    labels = {label.buddy() for label in dialog.findChildren(QLabel)}
    assert {
        part(dialog, QSpinBox if n == "text_percent" else QComboBox, n) for n in names
    } <= labels
    reached = set()
    for _ in range(30):
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
        focused = dialog.focusWidget()
        reached.add(focused.objectName() or focused.property("text"))
    assert set(names) <= reached
    assert {"Op&en Folder", "&Choose Another Folder…", "Close"} <= reached


def test_a_change_that_cannot_be_kept_is_said_in_the_dialog(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("")
    keeper = SettingsKeeper(tmp_path / "file")
    folders = Directories(tmp_path, tmp_path / "file", tmp_path)
    dialog = PreferencesDialog(keeper, folders)
    qtbot.addWidget(dialog)
    keeper.change(theme="dark")
    assert dialog.problem.isVisibleTo(dialog)
    assert "could not be kept in" in dialog.problem.text()


def test_another_folder_is_taken_for_the_next_start(
    dialog: PreferencesDialog, directories: Directories, tmp_path: Path
) -> None:
    place = dialog.page.library
    place.take_folder(tmp_path)
    assert chosen_folder(directories.settings) == tmp_path
    assert f"From the next start on: {tmp_path}" in place.place.text()
    assert "A new library begins in this folder" in place.note.text()
    assert list(tmp_path.iterdir()) == []
    assert Directories.standard().library == tmp_path


def test_a_folder_with_a_library_is_taken_as_it_is(
    dialog: PreferencesDialog, directories: Directories, tmp_path: Path
) -> None:
    Library.open(tmp_path, reader=reread).close()
    before = (tmp_path / FILE_NAME).read_bytes()
    dialog.page.library.take_folder(tmp_path)
    assert "There is a library in this folder already" in dialog.page.library.note.text()
    assert chosen_folder(directories.settings) == tmp_path
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_folder_with_other_files_gets_one_for_the_library(
    dialog: PreferencesDialog, directories: Directories, tmp_path: Path
) -> None:
    (tmp_path / "holiday.jpg").write_text("")
    dialog.page.library.take_folder(tmp_path)
    assert chosen_folder(directories.settings) == tmp_path / SUBFOLDER


@pytest.mark.parametrize("content", [b"This is no library." * 100, b"SQLite format 3\0"])
def test_a_folder_with_something_else_by_that_name_is_refused(
    dialog: PreferencesDialog, directories: Directories, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    dialog.page.library.take_folder(tmp_path)
    assert "is not a library of this application" in dialog.page.library.note.text()
    assert chosen_folder(directories.settings) is None
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_a_folder_that_cannot_be_written_is_refused(
    dialog: PreferencesDialog, directories: Directories, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    dialog.page.library.take_folder(tmp_path / "file" / "below")
    assert "cannot be" in dialog.page.library.note.text() or (
        "Nothing can be written" in dialog.page.library.note.text()
    )
    assert chosen_folder(directories.settings) is None


def test_a_folder_that_is_copied_elsewhere_is_warned_of(
    dialog: PreferencesDialog, directories: Directories, tmp_path: Path
) -> None:
    (tmp_path / "Dropbox").mkdir()
    dialog.page.library.take_folder(tmp_path / "Dropbox")
    assert "is copied to other computers" in dialog.page.library.note.text()
    assert chosen_folder(directories.settings) == tmp_path / "Dropbox"


def test_the_usual_folder_can_be_had_back(
    dialog: PreferencesDialog, directories: Directories, tmp_path: Path
) -> None:
    place = dialog.page.library
    assert not place.usual_button.isVisibleTo(dialog)
    place.take_folder(tmp_path)
    assert place.usual_button.isVisibleTo(dialog)
    place.usual_button.click()
    assert chosen_folder(directories.settings) is None
    assert place.place.text() == str(directories.library)


def test_the_folder_in_use_is_no_change(
    dialog: PreferencesDialog, directories: Directories
) -> None:
    dialog.page.library.take_folder(directories.library)
    assert dialog.page.library.place.text() == str(directories.library)


def test_a_folder_is_asked_for(
    dialog: PreferencesDialog,
    directories: Directories,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter(("", str(tmp_path)))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    dialog.page.library.choose_button.click()
    assert chosen_folder(directories.settings) is None
    dialog.page.library.choose_button.click()
    assert chosen_folder(directories.settings) == tmp_path


def test_the_folder_in_use_is_opened(
    dialog: PreferencesDialog, directories: Directories, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(url.toLocalFile())  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog.page.library.open_button.click()
    assert opened == [str(directories.library)]


@pytest.fixture
def large(session: Session) -> Iterator[PreferencesDialog]:
    session.window.show()
    session.settings.change(text_percent=250)
    made = PreferencesDialog(session.settings, Directories.standard(), "", session.window)
    made.show()
    yield made
    made.close()
    session.settings.change(text_percent=100)


def test_large_text_scrolls_and_is_not_cut(large: PreferencesDialog, qtbot: QtBot) -> None:
    available = large.screen().availableSize()
    qtbot.waitUntil(lambda: large.height() > 400)
    assert large.height() <= available.height()
    assert large.width() <= available.width()
    assert large.page.height() >= large.page.minimumSizeHint().height()
    for label in large.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()


def test_what_is_said_of_the_folder_is_heard(
    dialog: PreferencesDialog, directories: Directories, tmp_path: Path
) -> None:
    place = dialog.page.library
    place.take_folder(tmp_path)
    heard = [
        QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        for label in (place.place, place.note)
    ]
    assert heard == [place.place.text(), place.note.text()]
    assert all(heard)


def _drawn_width(label: QLabel) -> int:
    """Return the room a label takes: an underlined letter is drawn by itself."""
    before, _mark, after = label.text().partition("&")
    parts = (before, after[:1], after[1:])
    return sum(label.fontMetrics().horizontalAdvance(one) for one in parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_cut_off_beside_its_control(
    language: str, settings: SettingsKeeper, directories: Directories, qtbot: QtBot
) -> None:
    with speaking(language):
        dialog = PreferencesDialog(settings, directories, "US")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    labels = [label for label in dialog.page.findChildren(QLabel) if label.buddy()]
    assert labels
    assert not [one.text() for one in labels if one.width() < _drawn_width(one)]
