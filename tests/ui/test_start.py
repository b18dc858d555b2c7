import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.ui.library.library_list import LibraryList
from desktop_app.ui.library.study_list_view import StudyListView
from desktop_app.ui.opening import Opening
from desktop_app.ui.status_line import StatusLine
from tests.ui.conftest import part, read_record

ROOT = Path(__file__).parents[2]
NOT_NEEDED = {
    *("reportlab", "pydantic", "pydantic_core", "uharfbuzz", "pypdfium2", "bidi", "markdown_it"),
    *("zstandard", "platformdirs", "argparse", "concurrent.futures", "logging.handlers", "socket"),
    *("desktop_app.readers", "desktop_app.analysis", "desktop_app.ui.study.study_view"),
    *("desktop_app.ui.panes", "desktop_app.ui.dialogs", "desktop_app.ui.exporting.desk"),
    *("desktop_app.presentation.section", "desktop_app.presentation.glossary"),
    *("desktop_app.study.study", "PySide6.QtPrintSupport", "PySide6.QtNetwork"),
    *("urllib3", "truststore", "ssl", "http.client", "desktop_app.registry.client"),
    *("_hashlib", "desktop_app.study.enumerations", "desktop_app.ui.exporting.chosen"),
    "desktop_app.ui.library.row.snippet_layout",
}
"""What the window lists studies, searches and is painted without."""
NOT_NEEDED_BY_SUMMARY = {
    *("reportlab", "uharfbuzz", "pypdfium2", "bidi", "desktop_app.readers.ctgov_xml"),
    *("desktop_app.ui.panes.eligibility_pane", "desktop_app.ui.panes.sites_pane"),
    *("desktop_app.ui.panes.parts_pane", "desktop_app.ui.panes.record_pane"),
    *("desktop_app.ui.panes.site_map_view", "desktop_app.presentation.site_map"),
    *("desktop_app.ui.panes.source_tree", "desktop_app.readers.source_tree"),
    *("desktop_app.presentation.arms", "desktop_app.presentation.sites"),
    *("desktop_app.presentation.related", "desktop_app.presentation.results.tab"),
    "desktop_app.presentation.record.tab",
}
"""What the first tab of a study is painted without."""
WATCHED = """
import logging, os, sys
from desktop_app.command_line.main import main

class Watch(logging.Handler):
    def emit(self, record):
        if record.getMessage() == os.environ["MOMENT"]:
            print(*sys.modules)
            sys.stdout.flush()
            os._exit(0)

logging.getLogger("desktop_app.start").addHandler(Watch())
main([])
"""


def loaded_until(moment: str) -> set[str]:
    """Starts the program with a study in its library; returns the modules loaded at a moment."""
    library = Library.open(Directories.standard().library, reader=reread)
    library.add(read_record("NCT00000001"))
    library.set_opened("NCT00000001")
    library.close()
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "MOMENT": moment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.stdout, done.stderr
    return set(done.stdout.split())


def test_the_window_is_painted_before_anything_heavy_is_loaded() -> None:
    loaded = loaded_until("The window is painted.")
    assert "desktop_app.ui.main_window" in loaded
    assert not loaded & NOT_NEEDED


def test_the_first_tab_is_painted_before_what_makes_the_others_is_loaded() -> None:
    loaded = loaded_until("The study is painted.")
    assert {"desktop_app.ui.study.study_view", "desktop_app.presentation.summary"} <= loaded
    assert not loaded & NOT_NEEDED_BY_SUMMARY


@pytest.fixture
def begun(qapp: QApplication) -> Session:
    """Returns a window of which there is only what lists the library, of two studies."""
    directories = Directories.standard()
    library = Library.open(directories.library, reader=reread)
    list(library.add_all([read_record("NCT00000001"), read_record("NCT00000002")]))
    return Session.begin(qapp, library, directories)


def test_rows_are_there_when_the_window_is_first_painted(begun: Session, qtbot: QtBot) -> None:
    rows: list[int] = []
    view = part(begun.window, StudyListView)
    begun.window.painted.connect(lambda: rows.append(view.model().rowCount()))
    with qtbot.waitSignal(begun.window.painted):
        begun.window.show()
    assert rows == [2]
    end(begun)


def test_the_first_study_follows_the_painting(begun: Session, qtbot: QtBot) -> None:
    begins: list[str] = []
    opening = Opening(begun.window, begun.previewing, lambda: begins.append("begun"), begun.keeper)
    assert opening.parent() is begun.keeper
    begun.window.show()
    qtbot.waitUntil(lambda: begins == ["begun"], timeout=30_000)
    begun.window.show_study("NCT00000002")
    assert begun.window.study_view.nct_id == "NCT00000002"
    end(begun)


def test_a_command_that_comes_before_the_workings_is_carried_out(begun: Session) -> None:
    part(begun.window, QAction, "show_import_results").trigger()
    assert part(begun.window, StatusLine).message == "Nothing has been imported since the start."
    end(begun)


def test_no_study_is_opened_because_the_window_is(begun: Session, qtbot: QtBot) -> None:
    with qtbot.waitActive(begun.window):
        begun.window.show()
        begun.window.activateWindow()
    view = part(part(begun.window, LibraryList), StudyListView)
    qtbot.waitUntil(view.hasFocus)
    assert not view.currentIndex().isValid()
    end(begun)


def end(session: Session) -> None:
    """Closes a window and all that it works with."""
    session.window.close()
    session.close()
