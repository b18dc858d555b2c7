"""Asks the registry off the GUI thread; a new question takes the place of the one before."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject

from desktop_app.errors import DesktopAppError
from desktop_app.registry.answers import FetchedStudy
from desktop_app.registry.finder import Finder
from desktop_app.registry.stopping import RequestCancelled, Stop
from desktop_app.ui.registry.waits import Waits
from desktop_app.ui.tasks import Cancelled, Progress, Task, TaskRunner

T = TypeVar("T")


class Registry(Finder, Protocol):
    """The registry's client, as far as a search needs it."""

    def study(self, nct_id: str, stop: Stop) -> FetchedStudy:
        """Return a record."""


Ask = Callable[[Registry, Stop], T]


class Asking(QObject):
    """One request at a time, on a thread of its own; the client is made with the first one."""

    def __init__(
        self, client: Callable[[], Registry], runner: type[TaskRunner], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._runner = runner(self, name="registry")
        self.waits = Waits(self)
        self._stop = Stop()
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is waited for."""
        return self._task is not None and not self._task.is_finished

    def ask(
        self,
        question: Ask[T],
        on_success: Callable[[T], object],
        on_failure: Callable[[DesktopAppError], object],
    ) -> None:
        """Ask something; nothing comes any more of what was asked before."""
        self.cancel()
        stop = self._stop = Stop(self.waits.tell)

        def work(progress: Progress) -> T:
            progress(0)
            try:
                return question(self._client(), stop)
            except RequestCancelled as error:
                raise Cancelled from error

        self._task = self._runner.start(work, on_success=on_success, on_failure=on_failure)

    def cancel(self) -> None:
        """Wait no longer."""
        if self._task is not None and not self._task.is_finished:
            self._task.cancel()
        self._task = None
        self._stop.set()

    def close(self) -> None:
        """Wait no longer, and ask nothing any more."""
        self.cancel()
        self._runner.close()
