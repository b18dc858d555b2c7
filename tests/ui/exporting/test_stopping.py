"""What is under way is stopped, with real threads."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.export.sheets import Order, SheetFile
from desktop_app.export.source import Source
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.export import ExportDialog
from desktop_app.ui.exporting import forms
from desktop_app.ui.printing.print_job import Printed, PrintJob
from desktop_app.ui.status_line import StatusLine
from desktop_app.ui.tasks import Progress
from tests.ui.conftest import part, read_record

_COUNT = 40


@pytest.fixture
def threaded(qapp: QApplication, qtbot: QtBot) -> Iterator[Session]:
    """Returns a window that works on threads, with all studies of its list selected."""
    library = Library.open(Directories.standard().library, reader=reread)
    list(library.add_all([read_record(f"NCT{number:08}") for number in range(1, _COUNT + 1)]))
    session = Session.start(qapp, library, Directories.standard())
    view = part(session.window, QTableView, "study_list")
    qtbot.waitUntil(lambda: view.model().rowCount() == _COUNT)
    session.window.show_study("NCT00000001")
    view.selectAll()
    yield session
    session.window.close()
    session.close()


class _Gate:
    """Makes files, and waits in the middle of the third until somebody lets it go on."""

    def __init__(self) -> None:
        self.is_reached, self.goes_on = Event(), Event()
        self.made = 0

    def make(self, sources: Iterable[Source], order: Order) -> SheetFile:
        self.made += 1
        if self.made == 3:
            self.is_reached.set()
            assert self.goes_on.wait(30)
        return SheetFile(b"made", "")


@pytest.mark.parametrize("by_button", [True, False])
def test_a_batch_is_stopped_and_what_is_written_stays(
    threaded: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    by_button: bool,
) -> None:
    gate = _Gate()
    offered = tuple(replace(form, make=gate.make) for form in forms.all_forms())
    monkeypatch.setattr(forms, "all_forms", lambda: offered)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    stop, status = (
        part(threaded.window, QAction, "cancel_export"),
        part(threaded.window, StatusLine),
    )
    assert not stop.isEnabled()
    part(threaded.window, QAction, "export_study").trigger()
    dialog = part(threaded.window, ExportDialog)
    dialog.show_form("ris")
    dialog.in_folder.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(gate.is_reached.is_set)
    qtbot.waitUntil(lambda: f" of {_COUNT} · NCT" in status.message)
    assert stop.isEnabled()
    assert not part(threaded.window, QAction, "cancel_import").isEnabled()
    if by_button:
        part(threaded.window, QPushButton, "cancel_task").click()
    else:
        stop.trigger()
    assert status.message == "Stopping …"
    gate.goes_on.set()
    qtbot.waitUntil(lambda: status.message == f"Stopped: 3 files written to {tmp_path}.")
    assert len(list(tmp_path.iterdir())) == 3
    assert not stop.isEnabled()


def test_printing_that_is_stopped_says_what_may_still_come(
    threaded: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun, goes_on = Event(), Event()

    def wait(job: PrintJob, progress: Progress) -> Printed:
        begun.set()
        assert goes_on.wait(30)
        progress(1, 9)
        return Printed(9, "Ward 3")

    monkeypatch.setattr(PrintJob, "run", wait)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Ward 3"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: int(QDialog.DialogCode.Accepted))
    threaded.window.show_study("NCT00000002")
    part(threaded.window, QAction, "print_sheet").trigger()
    qtbot.waitUntil(begun.is_set)
    status = part(threaded.window, StatusLine)
    part(threaded.window, QAction, "cancel_export").trigger()
    goes_on.set()
    qtbot.waitUntil(
        lambda: status.message == "Stopped. Pages that the printer has by now may still come out."
    )
