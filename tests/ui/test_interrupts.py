import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from desktop_app.directories import Directories
from desktop_app.ui.faults.log import LOG_NAME
from desktop_app.ui.interrupts import Interrupts
from desktop_app.ui.window_state import FILE_NAME

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Ctrl+C ends the program at once on Windows"
)


def _wait_for(path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(path.exists, timeout=20_000)


def test_ctrl_c_is_heard_once_and_ends_the_program_the_second_time(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGINT)
    parent = QObject()
    interrupts = Interrupts(parent)
    interrupts.listen()
    try:
        with qtbot.waitSignal(interrupts.heard):
            os.kill(os.getpid(), signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    finally:
        interrupts.stop()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert signal.set_wakeup_fd(-1) == -1
    signal.signal(signal.SIGINT, before)
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_ctrl_c_closes_the_window_which_keeps_how_it_stood(qtbot: QtBot) -> None:
    directories = Directories.standard()
    started = subprocess.Popen(
        [sys.executable, "-m", "desktop_app"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    try:
        _wait_for(directories.logs / LOG_NAME, qtbot)
        started.send_signal(signal.SIGINT)
        assert started.wait(20) == 0
    finally:
        started.kill()
        started.wait()
    assert "splitter=" in (directories.settings / FILE_NAME).read_text()


def test_ctrl_c_ends_the_dialog_that_tells_why_there_is_no_window(qtbot: QtBot) -> None:
    directories = Directories.standard()
    directories.library.parent.mkdir(parents=True, exist_ok=True)
    directories.library.write_text("no folder")
    started = subprocess.Popen(
        [sys.executable, "-m", "desktop_app"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    try:
        _wait_for(directories.logs / LOG_NAME, qtbot)
        started.send_signal(signal.SIGINT)
        assert started.wait(20) == 1
    finally:
        started.kill()
        started.wait()
