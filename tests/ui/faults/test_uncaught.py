import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread, Signal, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application import Session
from desktop_app.ui.dialogs.bug import BugReporter, library_size
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.faults.log import LOG_NAME, log_to_file, stop_logging
from desktop_app.ui.faults.uncaught import UncaughtErrors
from tests.ui.conftest import AddStudies, part
from tests.ui.raised_faults import CANARY, raised


@pytest.fixture
def uncaught(tmp_path: Path, qtbot: QtBot) -> Iterator[UncaughtErrors]:
    log_to_file(tmp_path)
    made = UncaughtErrors()
    made.install(tmp_path)
    yield made
    made.uninstall()
    stop_logging()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def logged(folder: Path) -> str:
    return (folder / LOG_NAME).read_text(encoding="utf-8")


def test_what_nobody_caught_is_logged_and_told(
    uncaught: UncaughtErrors, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(uncaught.caught) as signal:
        sys.excepthook(ValueError, ValueError("bad"), None)
    assert signal.args == ["ValueError"]
    assert "ERROR desktop_app.uncaught: Uncaught\nValueError" in logged(tmp_path)


def test_nothing_of_a_record_gets_into_log_or_details(
    uncaught: UncaughtErrors, tmp_path: Path
) -> None:
    told: list[str] = []
    uncaught.caught.connect(told.append)
    for error in (ValueError(CANARY), KeyError(CANARY), OSError(2, CANARY, CANARY)):
        error.add_note(CANARY)
        caught = raised(error)
        sys.excepthook(type(caught), caught, caught.__traceback__)
    qWarning(f'QImage: cannot read "{CANARY}"')
    assert len(told) == 3
    assert "QImage: cannot read …" in logged(tmp_path)
    for text in (*told, logged(tmp_path)):
        assert "Andersson" not in text


class Sender(QObject):
    sent = Signal()


def fail() -> None:
    raise ValueError(CANARY)


def test_what_a_slot_does_not_catch_is_told(uncaught: UncaughtErrors, qtbot: QtBot) -> None:
    sender = Sender()
    sender.sent.connect(fail)
    with qtbot.waitSignal(uncaught.caught) as signal:
        sender.sent.emit()
    assert "in fail" in str(signal.args)


def test_what_a_thread_did_not_catch_is_told_on_the_gui_thread(
    uncaught: UncaughtErrors, qtbot: QtBot
) -> None:
    heard: list[QThread] = []
    reporter = Listener(heard)
    uncaught.caught.connect(reporter.hear)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard == [reporter.thread()]


class Listener(QWidget):
    def __init__(self, heard: list[QThread]) -> None:
        super().__init__()
        self._heard = heard

    def hear(self, details: str) -> None:
        self._heard.append(QThread.currentThread())


class Fragile:
    def __del__(self) -> None:
        raise ValueError(CANARY)


def test_what_fails_where_nothing_can_be_raised_is_only_logged(
    uncaught: UncaughtErrors, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(uncaught.caught):
        Fragile()
        gc.collect()
    assert "in __del__" in logged(tmp_path)
    assert CANARY not in logged(tmp_path)


def test_a_fault_that_comes_again_and_again_is_told_once(
    uncaught: UncaughtErrors, tmp_path: Path
) -> None:
    told: list[str] = []
    uncaught.caught.connect(told.append)
    for _ in range(200):
        uncaught.report(raised(ValueError("while painting")))
    assert len(told) == 1
    assert logged(tmp_path).count("in _fall") == 1
    assert logged(tmp_path).count("once more: ValueError") == 199


def test_what_qt_says_is_logged(uncaught: UncaughtErrors, tmp_path: Path) -> None:
    qWarning("a weary style")
    assert "WARNING desktop_app.qt: a weary style" in logged(tmp_path)


def test_hooks_are_given_back(tmp_path: Path, qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = UncaughtErrors()
    made.install(tmp_path)
    assert sys.excepthook != before[0]
    made.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert list(tmp_path.iterdir()) == []


def test_a_second_fault_opens_no_second_dialog(window: QWidget, tmp_path: Path) -> None:
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


def test_details_name_versions_and_the_size_of_the_library(
    session: Session, add_studies: AddStudies, tmp_path: Path
) -> None:
    add_studies("NCT00000101", "NCT00000102")
    reporter = BugReporter(tmp_path, session.window, lambda: library_size(session.shelf))
    reporter.report("the places")
    dialog = part(session.window, NoticeDialog)
    dialog.copy_details()
    copied = QGuiApplication.clipboard().text()
    dialog.close()
    size = (session.library.path).stat().st_size
    assert copied.startswith("Trial Protocol Viewer ")
    assert f"\nLibrary 2 studies, {size} bytes\n\nthe places\n" in copied
    assert "NCT0" not in copied


def test_a_library_that_is_gone_does_not_hinder_the_report(session: Session) -> None:
    session.library.path.rename(session.library.path.with_suffix(".away"))
    assert library_size(session.shelf) == "Library cannot be read (FileNotFoundError)"


def test_a_crash_of_the_last_run_is_offered_and_logged(
    uncaught: UncaughtErrors, window: QWidget, tmp_path: Path
) -> None:
    reporter = BugReporter(tmp_path, window)
    reporter.offer(())
    assert not window.findChildren(NoticeDialog)
    reporter.offer(('Fatal\n  File "/home/anna/desktop_app/ui/a.py"', "Later"))
    dialog = part(window, NoticeDialog)
    assert "broke down when it was used last" in part(dialog, QLabel, "sentence").text()
    dialog.copy_details()
    copied = QGuiApplication.clipboard().text()
    dialog.close()
    assert "Later\n\nFatal\n" in copied
    assert logged(tmp_path).index("an earlier run\nFatal") < logged(tmp_path).index("Later")
    assert "anna" not in copied + logged(tmp_path)


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert log_to_file(tmp_path / "file") is None


def test_the_log_does_not_grow_without_end(uncaught: UncaughtErrors, tmp_path: Path) -> None:
    for _ in range(5_000):
        qWarning("a weary style " * 20)
    sizes = {path.name: path.stat().st_size for path in tmp_path.glob(f"{LOG_NAME}*")}
    assert len(sizes) == 3
    assert sum(sizes.values()) <= 1_500_000
