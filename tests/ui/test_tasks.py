import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from desktop_app.errors import DesktopAppError
from desktop_app.ui.tasks import Cancelled, ImmediateTaskRunner, Progress, TaskRunner

_EMIT = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rung = Signal(int)
heard = []
app = QCoreApplication([])
bell = Bell()
bell.rung.connect(heard.append)
for number in range(5000):
    bell.rung.emit(number)
print(len(heard))
"""


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[QThread] = set()

    def hear(self, result: object) -> None:
        self.heard.append(result)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


def test_five_thousand_signals_do_not_end_the_process() -> None:
    run = subprocess.run([sys.executable, "-c", _EMIT], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "5000")


def test_the_result_of_work_is_heard_on_the_gui_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    listener = Listener()
    runner.start(lambda progress: threading.current_thread().name, on_success=listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 1)
    assert str(listener.heard[0]).startswith("work")
    assert listener.threads == {QThread.currentThread()}


def test_no_result_of_many_tasks_is_lost(runner: TaskRunner, qtbot: QtBot) -> None:
    listener = Listener()
    for number in range(1000):
        runner.start(partial(_give, number), on_success=listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 1000)
    assert listener.heard == list(range(1000))


def test_a_foreseen_failure_goes_to_whoever_asked(runner: TaskRunner, qtbot: QtBot) -> None:
    listener = Listener()
    runner.start(_fail, on_success=listener.hear, on_failure=listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 1)
    assert str(listener.heard[0]) == "The disk is full."


def test_a_foreseen_failure_that_nobody_asked_for_is_told_by_the_runner(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(runner.failed) as signal:
        runner.start(_fail, on_success=Listener().hear)
    assert str(signal.args[0]) == "The disk is full."


def test_a_fault_of_ours_reaches_the_hook_for_bugs(runner: TaskRunner, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        task = runner.start(lambda progress: 1 / 0, on_success=Listener().hear)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert task.is_finished


def test_cancelled_work_ends_without_success_or_failure(runner: TaskRunner, qtbot: QtBot) -> None:
    listener, running = Listener(), threading.Event()

    def work(progress: Progress) -> None:
        running.set()
        while True:
            progress(1)

    task = runner.start(work, on_success=listener.hear, on_failure=listener.hear)
    assert running.wait(5)
    with qtbot.waitSignal(task.finished):
        task.cancel()
    assert listener.heard == []


def test_progress_is_told_at_most_twenty_times_a_second(runner: TaskRunner, qtbot: QtBot) -> None:
    listener, told = Listener(), []

    def work(progress: Progress) -> int:
        for number in range(10_000):
            progress(number, 10_000)
        return 10_000

    task = runner.start(work, on_success=listener.hear)
    task.progressed.connect(lambda done, total: told.append((done, total)))
    qtbot.waitUntil(lambda: listener.heard == [10_000])
    assert told[0] == (0, 10_000)
    assert len(told) < 100


def test_the_immediate_runner_is_done_when_it_returns(qtbot: QtBot) -> None:
    listener = Listener()
    task = ImmediateTaskRunner().start(lambda progress: 7, on_success=listener.hear)
    assert task.is_finished
    assert listener.heard == [7]


def test_progress_raises_once_it_is_cancelled() -> None:
    progress = Progress(lambda done, total: None)
    progress(1)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress(2)


def _give(number: int, progress: Progress) -> int:
    return number


def _fail(progress: Progress) -> None:
    raise DesktopAppError("The disk is full.")


def test_a_runner_that_is_closed_takes_work_and_does_none(qtbot: QtBot) -> None:
    runner, listener = TaskRunner(), Listener()
    runner.close()
    task = runner.start(partial(_give, 1), on_success=listener.hear)
    assert task.is_finished
    assert listener.heard == []


def test_work_that_stops_because_the_window_closes_can_tell(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    told: list[bool] = []
    has_begun = threading.Event()

    def work(progress: Progress) -> None:
        has_begun.set()
        while not progress.is_cancelled:
            has_begun.wait(0.001)
        told.append(progress.is_closing)

    runner.start(work, on_success=Listener().hear)
    has_begun.wait()
    runner.begin_closing()
    runner.close()
    assert told == [True]
