"""The main job on a display, with real threads: xvfb-run, QT_QPA_PLATFORM=xcb, -m real_window."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.application import SAMPLE, Session, open_first_study
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.dialogs.command_finder import CommandFinder
from desktop_app.ui.dialogs.import_results import ImportResultsDialog
from desktop_app.ui.dialogs.print_preview import PrintPreviewDialog
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import WriteRecord, part

pytestmark = [
    pytest.mark.real_window,
    pytest.mark.skipif(
        os.environ.get("QT_QPA_PLATFORM") != "xcb", reason="runs on a display: QT_QPA_PLATFORM=xcb"
    ),
]
_FIRST, _SECOND = "NCT00000101", "NCT00000102"
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def started(qapp: QApplication, qtbot: QtBot) -> Iterator[Session]:
    """Returns a first start, as it is seen on the screen."""
    directories = Directories.standard()
    library = Library.open(directories.library, reader=reread)
    session = Session.start(qapp, library, directories)
    with qtbot.waitExposed(session.window):
        session.window.show()
    session.window.activateWindow()
    open_first_study(session, ())
    qtbot.waitUntil(lambda: _box(session).placeholderText().startswith("Search 1 study"))
    yield session
    session.window.close()
    session.close()


def _box(session: Session) -> QLineEdit:
    return part(session.window, QLineEdit, "search_box")


def _rows(session: Session) -> int:
    return part(session.window, QTableView, "study_list").model().rowCount()


def _shown(session: Session) -> str:
    return session.window.windowTitle().split(" ")[0]


def _drop(session: Session, *paths: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    # Over the text of the study, which is most of the window.
    over = session.window.study_view
    QApplication.sendEvent(over, QDragEnterEvent(QPoint(50, 50), copy, content, left, none))
    QApplication.sendEvent(over, QDropEvent(QPointF(50, 50), copy, content, left, none))


def test_the_first_window_shows_the_sample(started: Session) -> None:
    assert _shown(started) == SAMPLE
    picture = started.window.screen().grabWindow(started.window.winId()).toImage()
    assert picture.width() >= 1000


def test_a_file_that_is_dropped_is_opened(
    started: Session, qtbot: QtBot, record_file: WriteRecord
) -> None:
    _drop(started, record_file(_FIRST))
    qtbot.waitUntil(lambda: _shown(started) == _FIRST)
    qtbot.waitUntil(lambda: _rows(started) == 2)
    assert part(started.window, StatusLine).message.startswith("1 added.")


def test_several_files_are_listed_with_what_became_of_them(
    started: Session, qtbot: QtBot, record_file: WriteRecord
) -> None:
    _drop(started, record_file(_FIRST), record_file(_SECOND))
    qtbot.waitUntil(lambda: bool(started.window.findChildren(ImportResultsDialog)))
    dialog = part(started.window, ImportResultsDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    dialog.close()


def test_the_library_is_searched_while_words_are_typed(
    started: Session, qtbot: QtBot, record_file: WriteRecord
) -> None:
    _drop(started, record_file(_FIRST))
    qtbot.waitUntil(lambda: _rows(started) == 2)
    part(started.window, QAction, "search_library").trigger()
    QTest.keyClicks(_box(started), "mesenchymal stem")
    qtbot.waitUntil(lambda: _rows(started) == 1)
    QTest.keyClick(_box(started), Qt.Key.Key_Down)
    assert _shown(started) == SAMPLE
    QTest.keyClick(_box(started), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: _rows(started) == 2)


def test_tabs_are_switched_by_keys(started: Session, qtbot: QtBot) -> None:
    view = started.window.study_view
    view.show_pane("summary")
    QTest.keyClick(started.window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: view.current_pane_id() == "eligibility")
    QTest.keyClick(started.window, Qt.Key.Key_PageDown, _CTRL)
    qtbot.waitUntil(lambda: view.current_pane_id() == "sites")


def test_a_command_is_found_by_its_name_and_run(started: Session, qtbot: QtBot) -> None:
    part(started.window, QAction, "show_commands").trigger()
    finder = part(started.window, CommandFinder)
    QTest.keyClicks(part(finder, QLineEdit), "design tab")
    QTest.keyClick(part(finder, QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: started.window.study_view.current_pane_id() == "design")


def test_a_brief_is_written_while_the_window_stays_alive(
    started: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "brief.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    part(started.window, QAction, "export_brief").trigger()
    qtbot.waitUntil(
        lambda: part(started.window, StatusLine).message.startswith("One-Page Brief written to")
    )
    assert target.read_bytes().startswith(b"%PDF")


def test_the_pages_are_seen_before_they_are_printed(started: Session, qtbot: QtBot) -> None:
    keys = _CTRL | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(started.window, Qt.Key.Key_P, keys)
    dialog = part(started.window, PrintPreviewDialog)
    view = dialog.parts.view
    qtbot.waitUntil(lambda: view.accessibleDescription().startswith(SAMPLE))
    assert view.accessibleName() == "Page 1 of 1"
    box = view.desk.spread.boxes[0]
    corner = QPoint(round(box.x + 4), round(box.y + 4))
    assert view.viewport().grab().toImage().pixelColor(corner).name() == "#ffffff"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not started.window.findChildren(PrintPreviewDialog))
