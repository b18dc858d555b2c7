from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from desktop_app.application import SAMPLE, Session, open_first_study
from desktop_app.ui import brief_exporter, main_window
from desktop_app.ui.dialogs.notice import NoticeDialog
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
    assert status.message.startswith(f"The brief is in {tmp_path / 'brief.pdf'}.")


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
    opened: list[Path] = []
    monkeypatch.setattr(main_window, "open_in_system", opened.append)
    _answer(monkeypatch, str(tmp_path / "brief.pdf"))
    _export(sample)
    button = part(sample.window, QPushButton, "follow_up")
    assert button.text() == "Open"
    button.click()
    assert opened == [tmp_path / "brief.pdf"]


def test_the_brief_is_opened_at_once_where_that_is_chosen(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(brief_exporter, "open_in_system", opened.append)
    part(sample.window, QAction, "open_after_export").trigger()
    assert sample.settings.current.open_after_export
    _answer(monkeypatch, str(tmp_path / "brief.pdf"))
    _export(sample)
    assert opened == [tmp_path / "brief.pdf"]


def test_the_paper_of_the_settings_is_used(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sizes = []
    for name in ("use_letter", "use_a4"):
        part(sample.window, QAction, name).trigger()
        _answer(monkeypatch, str(tmp_path / f"{name}.pdf"))
        _export(sample)
        sizes.append((tmp_path / f"{name}.pdf").read_bytes())
    assert b"612 792" in sizes[0]
    assert b"595.27" in sizes[1]
