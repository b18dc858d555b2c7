import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow, QSplitter
from pytestqt.qtbot import QtBot

from desktop_app.ui.window_state import FILE_NAME, WindowState, name_for_qt, size_at_first


def test_a_word_comes_back(tmp_path: Path, qtbot: QtBot) -> None:
    state = WindowState(tmp_path)
    assert state.text("tab", "summary") == "summary"
    state.keep_text("tab", "design")
    assert state.text("tab", "summary") == "design"


@pytest.mark.skipif(sys.platform != "linux", reason="names are texts there")
def test_nothing_is_kept_where_qt_cannot_write(tmp_path: Path, qtbot: QtBot) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    assert name_for_qt(folder) == ""
    window, splitter = QMainWindow(), QSplitter()
    qtbot.addWidget(window)
    window.setCentralWidget(splitter)
    state = WindowState(folder)
    state.restore(window, splitter)
    state.save(window, splitter)
    state.keep_text("tab", "design")
    assert state.text("tab", "summary") == "summary"
    assert list(tmp_path.iterdir()) == []


def test_a_window_that_nobody_has_sized_fits_on_the_screen(tmp_path: Path, qtbot: QtBot) -> None:
    assert size_at_first(QSize(1920, 1080)) == QSize(1360, 860)
    small = size_at_first(QSize(1366, 768))
    assert (small.width(), small.height()) == (1358, 728)
    window, splitter = QMainWindow(), QSplitter()
    qtbot.addWidget(window)
    window.setCentralWidget(splitter)
    WindowState(tmp_path).restore(window, splitter)
    assert window.size() == size_at_first(window.screen().availableSize())


@pytest.mark.skipif(sys.platform == "win32", reason="makes a pipe that has a name")
def test_a_pipe_in_place_of_the_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    state = WindowState(tmp_path)
    state.keep_text("tab", "results")
    assert state.text("tab", "overview") == "overview"
