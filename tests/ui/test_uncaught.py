import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, qWarning
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.bug import BugReporter
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.log import LOG_NAME, log_to_file, stop_logging
from desktop_app.ui.uncaught import UncaughtErrors, trace_without_values


@pytest.fixture
def uncaught(tmp_path: Path, qtbot: QtBot) -> Iterator[UncaughtErrors]:
    hooks = sys.excepthook, threading.excepthook
    log_to_file(tmp_path)
    made = UncaughtErrors()
    made.install(tmp_path)
    yield made
    made.uninstall()
    stop_logging()
    sys.excepthook, threading.excepthook = hooks


def test_what_nobody_caught_is_logged_and_told(
    uncaught: UncaughtErrors, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(uncaught.caught) as signal:
        sys.excepthook(ValueError, ValueError("bad"), None)
    assert signal.args == ["ValueError: bad"]
    assert "ValueError: bad" in (tmp_path / LOG_NAME).read_text()


def test_what_a_thread_did_not_catch_is_told_on_the_gui_thread(
    uncaught: UncaughtErrors, qtbot: QtBot
) -> None:
    heard: list[QThread] = []
    reporter = _Listener(heard)
    uncaught.caught.connect(reporter.hear)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard == [reporter.thread()]


class _Listener(QWidget):
    def __init__(self, heard: list[QThread]) -> None:
        super().__init__()
        self._heard = heard

    def hear(self, details: str) -> None:
        self._heard.append(QThread.currentThread())


def test_what_qt_says_is_logged(uncaught: UncaughtErrors, tmp_path: Path) -> None:
    qWarning("a weary style")
    assert "WARNING desktop_app.qt: a weary style" in (tmp_path / LOG_NAME).read_text()


def test_a_long_message_which_may_quote_a_record_is_left_out() -> None:
    error = ValueError("a patient's words " * 20)
    assert trace_without_values(error) == "ValueError: (message left out)"


def test_a_second_fault_opens_no_second_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reporter = BugReporter(tmp_path, window)
    reporter.report("first")
    reporter.report("second")
    dialogs = window.findChildren(NoticeDialog)
    assert len(dialogs) == 1
    dialogs[0].close()
    reporter.report("third")
    assert len([d for d in window.findChildren(NoticeDialog) if d.isVisible()]) == 1
    for dialog in window.findChildren(NoticeDialog):
        dialog.close()


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert log_to_file(tmp_path / "file") is None
