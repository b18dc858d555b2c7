"""Imports with real threads: what is seen while one runs, and what stopping one leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.importer import nct_number_in
from desktop_app.ui.status_line import StatusLine
from tests.studies import record_bytes
from tests.ui.conftest import part


@pytest.fixture
def threaded(qapp: QApplication) -> Iterator[Session]:
    directories = Directories.standard()
    session = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    session.window.show()
    yield session
    session.window.close()
    session.close()


def _fill(folder: Path, count: int) -> Path:
    for number in range(1, count + 1):
        (folder / f"{number}.json").write_bytes(record_bytes(f"NCT{number:08}"))
    return folder


def test_a_folder_is_imported_beside_the_window(
    threaded: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    threaded.window.open_inputs([str(_fill(tmp_path, 30))])
    status = part(threaded.window, StatusLine)
    assert status.message == f"Importing {tmp_path.name} …"
    assert part(status, QPushButton, "cancel_task").isVisible()
    qtbot.waitUntil(lambda: status.message == "30 added.")
    assert not part(status, QPushButton, "cancel_task").isVisible()
    part(threaded.window, ImportResultsDialog).close()


def test_an_import_that_is_stopped_keeps_what_it_brought(
    threaded: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    threaded.window.open_inputs([str(_fill(tmp_path, 2000))])
    status = part(threaded.window, StatusLine)
    qtbot.waitUntil(lambda: status.message.endswith("of 2000 read"))
    part(status, QPushButton, "cancel_task").click()
    qtbot.waitUntil(lambda: status.message.startswith("Stopped: "))
    assert status.message.endswith("What was imported is kept.")
    assert threaded.shelf.count() < 2000
    assert threaded.window.findChildren(ImportResultsDialog) == []


def test_the_window_closes_while_an_import_runs(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    directories = Directories.standard()
    session = Session.start(qapp, Library.open(directories.library, reader=reread), directories)
    session.window.show()
    session.window.open_inputs([str(_fill(tmp_path, 500))])
    session.window.close()
    session.close()
    with Library.open(directories.library, reader=reread) as library:
        assert library.check() == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("NCT03816852", "NCT03816852"),
        ("  nct03816852\n", "NCT03816852"),
        ("NCT0381685", ""),
        ("see NCT03816852", ""),
        ("", ""),
    ],
)
def test_a_text_that_is_a_number_alone_is_taken_as_one(text: str, number: str) -> None:
    assert nct_number_in(text) == number
