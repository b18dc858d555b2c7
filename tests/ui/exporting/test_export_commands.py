import os
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import SAMPLE, Session, open_first_study
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.export import ExportDialog
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.exporting.forms import all_forms
from desktop_app.ui.printing.page_renderer import PageRenderer
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import part


def _export(session: Session) -> None:
    part(session.window, QAction, "export_brief").trigger()


def _answer(monkeypatch: pytest.MonkeyPatch, answer: str) -> list[str]:
    asked: list[str] = []

    def ask(parent: object, title: str, suggested: str, kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return answer, kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return asked


def _opened(monkeypatch: pytest.MonkeyPatch, is_taken: bool = True) -> list[Path]:
    """Returns what the system is asked to open; it says whether it has taken it."""
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return is_taken

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return opened


@pytest.fixture
def sample(session: Session) -> Session:
    open_first_study(session, ())
    return session


def test_the_brief_is_written_where_it_was_asked_for(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = _answer(monkeypatch, str(tmp_path / "brief.pdf"))
    _export(sample)
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert Path(asked[0]).name.startswith(f"{SAMPLE}_brief_")
    status = part(sample.window, StatusLine)
    assert status.message.startswith(f"One-Page Brief written to {tmp_path / 'brief.pdf'}.")


def test_what_a_killed_program_left_in_the_folder_goes(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old, young = (tmp_path / f".{digit * 32}.part" for digit in "ab")
    for left in (old, young):
        left.write_bytes(b"half")
    os.utime(old, (0, 0))
    _answer(monkeypatch, str(tmp_path / "brief.pdf"))
    _export(sample)
    assert not old.exists()
    assert young.exists()


def test_the_record_is_attached_to_the_brief(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _answer(monkeypatch, str(tmp_path / "brief.pdf"))
    _export(sample)
    stored = sample.library.get(SAMPLE)
    assert stored is not None
    (attached,) = PdfReader(tmp_path / "brief.pdf").attachments[f"{SAMPLE}.json"]
    assert attached == stored.document.content


def test_a_disk_that_fills_is_said_in_a_sentence_and_the_old_file_stays(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "brief.pdf").write_bytes(b"old")
    _answer(monkeypatch, str(tmp_path / "brief.pdf"))
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        _export(sample)
    dialog = part(sample.window, NoticeDialog)
    sentences = [label.text() for label in sample.window.findChildren(QLabel, "sentence")]
    assert any("No space left on device. Make room" in sentence for sentence in sentences)
    dialog.close()
    assert (tmp_path / "brief.pdf").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [tmp_path / "brief.pdf"]


@pytest.mark.parametrize("form", [form.id for form in all_forms() if form.least == 1])
def test_the_open_study_is_written_in_every_form(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str
) -> None:
    asked = _answer(monkeypatch, str(tmp_path / "file"))
    part(sample.window, QAction, "export_study").trigger()
    dialog = part(sample.window, ExportDialog)
    dialog.show_form(form)
    dialog.accept()
    (written,) = tmp_path.iterdir()
    assert written.suffix == Path(asked[0]).suffix != ""
    assert Path(asked[0]).name.startswith(SAMPLE)
    assert written.stat().st_size > 200
    assert sample.settings.current.last_form == form
    assert str(written) in part(sample.window, StatusLine).message


def test_the_folder_of_the_last_brief_is_suggested(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = _answer(monkeypatch, str(tmp_path / "first"))
    _export(sample)
    _export(sample)
    assert (tmp_path / "first.pdf").exists()
    assert Path(asked[1]).parent == tmp_path


def test_nothing_is_written_where_the_question_is_dismissed(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _answer(monkeypatch, "")
    _export(sample)
    assert list(tmp_path.iterdir()) == []


def test_a_brief_that_cannot_be_written_is_said_in_a_sentence(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    _answer(monkeypatch, str(tmp_path / "file" / "brief.pdf"))
    _export(sample)
    dialog = part(sample.window, NoticeDialog)
    assert "brief.pdf" in part(dialog, QLabel, "sentence").text()
    dialog.close()


def test_the_button_behind_the_message_opens_the_brief(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = _opened(monkeypatch)
    _answer(monkeypatch, str(tmp_path / "brief.pdf"))
    _export(sample)
    button = part(sample.window, QPushButton, "follow_up")
    assert button.text() == "Open"
    button.click()
    assert opened == [tmp_path / "brief.pdf"]


def test_the_brief_is_opened_at_once_where_that_is_chosen(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = _opened(monkeypatch)
    part(sample.window, QAction, "open_after_export").trigger()
    assert sample.settings.current.open_after_export
    _answer(monkeypatch, str(tmp_path / "brief.pdf"))
    _export(sample)
    assert opened == [tmp_path / "brief.pdf"]


def test_what_the_system_does_not_open_is_said_in_a_sentence(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _opened(monkeypatch, is_taken=False)
    target = tmp_path / "brief.pdf"
    _answer(monkeypatch, str(target))
    part(sample.window, QAction, "open_after_export").trigger()
    _export(sample)
    dialog = part(sample.window, NoticeDialog)
    assert part(dialog, QLabel, "sentence").text() == (
        f"{target} cannot be opened: the system has no program that opens it."
    )
    dialog.close()
    assert part(sample.window, StatusLine).message.startswith(
        f"One-Page Brief written to {target}."
    )


def test_a_brief_that_has_gone_is_said_to_be_gone(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = _opened(monkeypatch)
    target = tmp_path / "brief.pdf"
    _answer(monkeypatch, str(target))
    _export(sample)
    target.unlink()
    part(sample.window, QPushButton, "follow_up").click()
    dialog = part(sample.window, NoticeDialog)
    assert part(dialog, QLabel, "sentence").text() == (
        f"{target} cannot be opened: there is no such file or folder."
    )
    dialog.close()
    assert opened == []


def test_a_brief_waits_for_no_import(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    directories = Directories.standard()
    session = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    open_first_study(session, ())
    import_ends = Event()
    session.writing.start(lambda _: import_ends.wait(30), on_success=session.keeper.blockSignals)
    _answer(monkeypatch, str(tmp_path / "brief.pdf"))
    _export(session)
    status = part(session.window, StatusLine)
    assert status.message == "Writing brief.pdf …"
    qtbot.waitUntil(lambda: status.message.startswith("One-Page Brief written to "))
    assert not import_ends.is_set()
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    import_ends.set()
    session.window.close()
    session.close()


def test_the_paper_of_the_settings_is_used(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sizes: list[tuple[float, float]] = []
    for name in ("use_letter", "use_a4"):
        part(sample.window, QAction, name).trigger()
        _answer(monkeypatch, str(tmp_path / f"{name}.pdf"))
        _export(sample)
        sizes += PageRenderer().sizes((tmp_path / f"{name}.pdf").read_bytes())
    assert [(round(width), round(height)) for width, height in sizes] == [(612, 792), (595, 842)]
