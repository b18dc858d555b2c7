"""The command to print, up to Qt's own printer of PDF files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.application import SAMPLE, Session, open_first_study
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.dialogs.print_preview import PrintPreviewDialog
from desktop_app.ui.printing.page_renderer import PageRenderer
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import part

_RANGES = QPrintDialog.PrintDialogOption.PrintPageRange


@pytest.fixture
def sample(session: Session) -> Session:
    open_first_study(session, ())
    return session


def _answer(
    monkeypatch: pytest.MonkeyPatch, target: Path, set_up: Callable[[QPrinter], object]
) -> list[str]:
    """Lets a printer be there, and be chosen with what ``set_up`` chooses; returns titles."""
    titles: list[str] = []

    def choose(dialog: QPrintDialog) -> int:
        titles.append(dialog.windowTitle())
        assert dialog.minPage() == 1
        assert dialog.testOption(_RANGES) is (dialog.maxPage() > 1)
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setResolution(100)
        set_up(printer)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Ward 3"])
    monkeypatch.setattr(QPrintDialog, "exec", choose)
    return titles


def _message(session: Session) -> str:
    return part(session.window, StatusLine).message


def test_the_sheet_that_was_used_last_is_printed(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    titles = _answer(monkeypatch, tmp_path / "out.pdf", lambda _: None)
    part(sample.window, QAction, "print_sheet").trigger()
    assert titles == [f"Print One-Page Brief of {SAMPLE}"]
    sizes = PageRenderer().sizes((tmp_path / "out.pdf").read_bytes())
    assert [(round(width), round(height)) for width, height in sizes] == [(595, 842)]
    assert _message(sample).startswith("1 page sent to ")
    sample.settings.change(last_sheet="full")
    part(sample.window, QAction, "print_sheet").trigger()
    assert len(PageRenderer().sizes((tmp_path / "out.pdf").read_bytes())) > 2
    assert titles[1].startswith("Print Full Record of")


def test_the_page_in_view_is_printed_alone_where_that_is_asked(
    sample: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sample.settings.change(last_sheet="full")
    part(sample.window, QAction, "show_print_preview").trigger()
    dialog = part(sample.window, PrintPreviewDialog)
    dialog.parts.bar.number.setValue(2)
    current = QPrinter.PrintRange.CurrentPage
    _answer(monkeypatch, tmp_path / "out.pdf", lambda printer: printer.setPrintRange(current))
    dialog.parts.print_button.click()
    assert len(PageRenderer().sizes((tmp_path / "out.pdf").read_bytes())) == 1
    assert _message(sample).startswith("1 page sent to ")
    dialog.close()


def test_nothing_is_printed_where_the_question_is_dismissed(
    sample: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Ward 3"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: int(QDialog.DialogCode.Rejected))
    part(sample.window, QAction, "print_sheet").trigger()
    assert list(tmp_path.iterdir()) == []
    assert "sent" not in _message(sample)


def test_no_printer_is_said_in_a_sentence(sample: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    part(sample.window, QAction, "print_sheet").trigger()
    dialog = part(sample.window, NoticeDialog)
    text = part(dialog, QLabel, "sentence").text()
    assert text.startswith("There is no printer on this computer. Export the sheet as PDF")
    dialog.close()


def test_a_printer_that_refuses_is_said_in_front_of_the_preview(
    sample: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    part(sample.window, QAction, "show_print_preview").trigger()
    dialog = part(sample.window, PrintPreviewDialog)
    _answer(monkeypatch, tmp_path / "out.pdf", lambda _: None)
    failed = QPrinter.PrinterState.Error
    monkeypatch.setattr(QPrinter, "printerState", lambda _: failed)
    dialog.parts.print_button.click()
    notice = part(dialog, NoticeDialog)
    assert "does not take the pages" in part(notice, QLabel, "sentence").text()
    notice.close()
    dialog.close()
