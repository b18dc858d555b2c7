"""Work off the GUI thread: plain functions, run by a few long-lived workers, one bridge back.

Only the runner's own signal is emitted on a worker. The runner outlives the workers, so no
delivery is lost, and everything that a pane hears is heard on the GUI thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property, partial
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.errors import DesktopAppError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
Post = Callable[[Callable[[], None]], None]
_REPORT_INTERVAL = 0.05
"""Seconds between two reports of progress; more than 20 a second nobody can see."""


class Cancelled(Exception):
    """Raised inside work that was cancelled, at its next report of progress."""


class Progress:
    """What work calls to tell how far it is: ``progress(done, total)``, 0 where unknown.

    Raises ``Cancelled`` once the task was cancelled.
    """

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._cancelled = Event()
        self._lock = Lock()
        self._listeners: list[Callable[[], None]] = []
        self._next_report = 0.0
        self.is_closing = False
        """Whether it is to stop because the window closes, and not because somebody said so."""

    def __call__(self, done: int, total: int = 0) -> None:
        """Report, seldom enough that reporting costs nothing."""
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now >= self._next_report:
            self._next_report = now + _REPORT_INTERVAL
            self._report(done, total)

    def cancel(self) -> None:
        """Let the next report raise, and tell those who wait for something else than a report."""
        with self._lock:
            self._cancelled.set()
            listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener()

    def when_cancelled(self, listener: Callable[[], None]) -> None:
        """Call a listener once the work is to stop, on the thread that says so, or now if it is."""
        with self._lock:
            if not self._cancelled.is_set():
                self._listeners.append(listener)
                return
        listener()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work is to stop."""
        return self._cancelled.is_set()


Work = Callable[[Progress], T]


class Task(QObject):
    """One piece of work as the GUI sees it; its signals come on the GUI thread."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject, post: Post) -> None:
        super().__init__(parent)
        self.progress = Progress(
            lambda done, total: post(partial(self._tell_progress, done, total))
        )
        self.is_finished = False
        self._told = (0, 0)

    def tell_again(self) -> None:
        """Tell once more how far it is, where the words for that are others now."""
        self._tell_progress(*self._told)

    def cancel(self) -> None:
        """Ask the work to stop; ``finished`` follows, neither success nor failure does."""
        self.progress.cancel()

    def end(self, result: object, error: BaseException | None) -> None:
        """Tell how the work ended, then go; raises what is neither foreseen nor a cancellation."""
        self.is_finished = True
        if error is None and not self.progress.is_cancelled:
            self.succeeded.emit(result)
        elif isinstance(error, DesktopAppError) and not self.progress.is_cancelled:
            self.failed.emit(error)
        self.finished.emit()
        self.deleteLater()
        if error is not None and not isinstance(error, (DesktopAppError, Cancelled)):
            raise error

    def _tell_progress(self, done: int, total: int) -> None:
        if not self.is_finished:
            self._told = (done, total)
            self.progressed.emit(done, total)


class TaskRunner(QObject):
    """Starts work off the GUI thread, one piece at a time unless told otherwise.

    ``failed`` is for foreseen failures that no one else listens for. All others are raised again
    on the GUI thread, where the hook for bugs hears them.
    """

    failed = Signal(object)
    _posted = Signal(object)
    is_immediate = False
    """Whether work is done before `start` returns."""

    def __init__(
        self, parent: QObject | None = None, *, name: str = "work", workers: int = 1
    ) -> None:
        super().__init__(parent)
        self._name, self._workers = name, workers
        self._running: set[Task] = set()
        self._is_closed = False
        # Queued even from this thread: work that ends before its starter has connected to the task
        # is otherwise told of to no one.
        self._posted.connect(self._run_posted, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Work[T],
        *,
        on_success: Callable[[T], object],
        on_failure: Callable[[DesktopAppError], object] | None = None,
    ) -> Task:
        """Start work; ``on_success`` is a bound method of a ``QObject``, dropped when that dies."""
        task = self._new_task(on_success, on_failure)
        if self._is_closed:
            task.cancel()
            self._end(task, None, None)
            return task
        future = self._executor.submit(work, task.progress)
        future.add_done_callback(partial(self._post_end, task))
        return task

    def cancel_all(self) -> None:
        """Ask all work to stop."""
        for task in tuple(self._running):
            task.cancel()

    def finish(self) -> None:
        """Do all work that was started, and wait for it; nobody hears of it any more."""
        self._is_closed = True
        self._executor.shutdown(wait=True)

    def begin_closing(self) -> None:
        """Ask all work to stop because the window closes; `close` waits until it has."""
        for task in tuple(self._running):
            task.progress.is_closing = True
        self.cancel_all()

    def close(self) -> None:
        """Cancel all work and wait until it has stopped; nobody hears of it any more."""
        self._is_closed = True
        self.begin_closing()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _new_task(
        self,
        on_success: Callable[[Any], object],
        on_failure: Callable[[DesktopAppError], object] | None,
    ) -> Task:
        task = Task(self, self._posted.emit)
        task.succeeded.connect(on_success)
        task.failed.connect(on_failure or self.failed)
        self._running.add(task)
        return task

    @cached_property
    def _executor(self) -> ThreadPoolExecutor:
        # Loaded with the first work, which comes once the window is painted.
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=self._workers, thread_name_prefix=self._name)

    def _post_end(self, task: Task, future: Future[Any]) -> None:
        if future.cancelled():
            return
        error = future.exception()
        result = None if error else future.result()
        self._posted.emit(partial(self._end, task, result, error))

    def _end(self, task: Task, result: object, error: BaseException | None) -> None:
        self._running.discard(task)
        task.end(result, error)

    @Slot(object)
    def _run_posted(self, closure: Callable[[], None]) -> None:
        if not self._is_closed:
            closure()


class ImmediateTaskRunner(TaskRunner):
    """Does the work at once, on the caller's thread: for pictures and tests."""

    is_immediate = True

    def start(
        self,
        work: Work[T],
        *,
        on_success: Callable[[T], object],
        on_failure: Callable[[DesktopAppError], object] | None = None,
    ) -> Task:
        """Do the work and tell of it before returning."""
        task = self._new_task(on_success, on_failure)
        try:
            result = work(task.progress)
        except (DesktopAppError, Cancelled) as error:
            self._end(task, None, error)
        else:
            self._end(task, result, None)
        return task
