from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.errors import ExportError
from desktop_app.export.files import write_whole
from desktop_app.ui.dialogs.export import ExportDialog
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.exporting import batch
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import AddStudies, part

_NUMBERS = tuple(f"NCT{number:08}" for number in range(101, 106))


@pytest.fixture
def several(session: Session, add_studies: AddStudies) -> Session:
    """Returns a window in which three of five studies are selected."""
    add_studies(*_NUMBERS)
    session.window.show_study(_NUMBERS[0])
    rows = part(session.window, QTableView, "study_list").model()
    select(session, QItemSelection(rows.index(1, 0), rows.index(3, 0)))
    return session


def select(session: Session, rows: QItemSelection) -> None:
    view = part(session.window, QTableView, "study_list")
    view.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _export(session: Session, form: str, *, is_each: bool) -> None:
    part(session.window, QAction, "export_study").trigger()
    dialog = part(session.window, ExportDialog)
    dialog.show_form(form)
    (dialog.in_folder if is_each else dialog.in_one).setChecked(True)
    dialog.accept()


def _folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def _message(session: Session) -> str:
    return part(session.window, StatusLine).message


def test_a_file_of_each_selected_study_is_written_into_a_folder(
    several: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _folder(monkeypatch, tmp_path)
    _export(several, "ris", is_each=True)
    assert len(list(tmp_path.glob("NCT*.ris"))) == 3
    assert _message(several) == f"3 files written to {tmp_path}."
    assert several.settings.current.exports_each
    assert several.settings.current.last_form == "ris"
    assert several.settings.current.last_export_folder == str(tmp_path)


@pytest.mark.parametrize(("answer", "expected"), [("Replace", 3), ("Keep Both", 4), ("Skip", 3)])
def test_a_file_that_is_there_is_asked_about_once(
    several: Session,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    answer: str,
    expected: int,
) -> None:
    _folder(monkeypatch, tmp_path)
    _export(several, "ris", is_each=True)
    first = sorted(tmp_path.iterdir())[0]
    for path in tmp_path.iterdir():
        if path == first:
            path.write_bytes(b"old")
        else:
            path.unlink()
    _export(several, "ris", is_each=True)
    dialog = part(several.window, NoticeDialog)
    assert part(dialog, QLabel, "sentence").text() == (
        f"1 study has a file of that name in {tmp_path} already."
    )
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == answer)
    button.click()
    assert len(list(tmp_path.iterdir())) == expected
    assert (first.read_bytes() == b"old") is (answer != "Replace")


def test_nothing_is_written_where_the_question_is_dismissed(
    several: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _folder(monkeypatch, tmp_path)
    _export(several, "ris", is_each=True)
    for path in tmp_path.iterdir():
        path.write_bytes(b"old")
    _export(several, "ris", is_each=True)
    part(several.window, NoticeDialog).reject()
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"old"}
    assert _message(several) == "Nothing was written."


def test_studies_that_fail_are_told_of_at_the_end(
    several: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    failing: list[Path] = []

    def fail_once(target: Path, content: bytes) -> None:
        if not failing:
            failing.append(target)
            raise ExportError("Read-only.")
        write_whole(target, content)

    monkeypatch.setattr(batch, "write_whole", fail_once)
    _folder(monkeypatch, tmp_path)
    _export(several, "ris", is_each=True)
    text = part(part(several.window, NoticeDialog), QLabel, "sentence").text()
    assert text.startswith(f"2 files written to {tmp_path}, 1 failed.")
    assert f"{failing[0].name[:11]}: Read-only." in text
    assert len(list(tmp_path.iterdir())) == 2


def test_one_file_of_all_selected_studies_is_written(
    several: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, suggested: str, kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return str(tmp_path / "all"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    _export(several, "csv", is_each=False)
    assert len((tmp_path / "all.csv").read_text().strip().splitlines()) == 4
    assert Path(asked[0]).name.startswith("3_studies_")


def test_the_brief_of_several_studies_asks_how(several: Session, qtbot: QtBot) -> None:
    part(several.window, QAction, "export_brief").trigger()
    dialog = part(several.window, ExportDialog)
    assert dialog.choice().form.id == "brief"
    assert not dialog.in_folder.isHidden()
    dialog.reject()


@pytest.mark.parametrize(
    ("form", "one", "each"),
    [("comparison", True, False), ("html", False, True), ("csv", True, True)],
)
def test_a_form_is_offered_as_it_can_be_made(
    several: Session, form: str, one: bool, each: bool
) -> None:
    part(several.window, QAction, "export_study").trigger()
    dialog = part(several.window, ExportDialog)
    dialog.show_form(form)
    assert (dialog.in_one.isEnabled(), dialog.in_folder.isEnabled()) == (one, each)
    assert dialog.choice().is_each is not one or (one and each)
    dialog.reject()
