"""A download under way, as the window sees it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.ui.tasks import Cancelled, Progress, Task, TaskRunner

if TYPE_CHECKING:
    from desktop_app.registry.client import RegistryClient
    from desktop_app.registry.downloads.asked import AskedFor
    from desktop_app.registry.downloads.control import DownloadControl
    from desktop_app.registry.downloads.progress import DownloadProgress
    from desktop_app.registry.downloads.results import DownloadResult


class DownloadRun(QObject):
    """Downloads a search or numbers into a library file; one of the same goes on where it was.

    ``progressed`` tells a `DownloadProgress`, ``ended`` a `DownloadResult`, ``failed`` the error
    that stopped it: what came is kept, and the next download of the same goes on from there. To
    cancel its ``task`` is to stop it.
    """

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    _told = Signal(object)

    def __init__(
        self,
        client: Callable[[], RegistryClient],
        library: Path,
        runner: type[TaskRunner],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._client, self._library = client, library
        # What it tells comes from another thread, and is heard on this one.
        self._runner = runner(self, name="download")
        self._control: DownloadControl | None = None
        self._outcomes: list[DownloadResult | DesktopAppError] = []
        self.task: Task | None = None
        self._told.connect(self.progressed)

    @property
    def is_running(self) -> bool:
        """Whether it is under way."""
        return self._control is not None

    def start(self, asked: AskedFor) -> None:
        """Download all that a search finds, the whole registry where that is empty; or numbers."""
        from desktop_app.registry.downloads.control import DownloadControl

        self._control, self._outcomes = DownloadControl(), []
        keep = self._outcomes.append
        work = partial(
            _download, self._client, self._library, asked, self._control, self._told.emit, keep
        )
        task = self._runner.start(work, on_success=self._end, on_failure=self._fail)
        if not task.is_finished:
            self.task = task
            task.finished.connect(partial(self._end_cancelled, task))

    def pause(self, *, is_paused: bool) -> None:
        """Let it wait, or go on."""
        if self._control is not None:
            (self._control.pause if is_paused else self._control.resume)()

    def stop(self) -> None:
        """End it for now; it can go on from there."""
        if self._control is not None:
            self._control.stop()

    def hurry(self) -> None:
        """Wait for the network no longer, and try at once."""
        if self._control is not None:
            self._control.hurry()

    def close(self) -> None:
        """End it for now, and wait until it has ended."""
        self.stop()
        self._runner.close()

    @Slot(object)
    def _end(self, result: DownloadResult) -> None:
        self._control = None
        self.ended.emit(result)

    def _end_cancelled(self, task: Task) -> None:
        """Tell of the end of what was cancelled, of which its task does not."""
        if task is not self.task:
            return
        self.task = None
        if self._control is None or task.progress.is_closing:
            return
        self._control = None
        for outcome in self._outcomes:
            is_error = isinstance(outcome, DesktopAppError)
            (self.failed if is_error else self.ended).emit(outcome)

    @Slot(object)
    def _fail(self, error: DesktopAppError) -> None:
        self._control = None
        self.failed.emit(error)


def _download(
    client: Callable[[], RegistryClient],
    library: Path,
    asked: AskedFor,
    control: DownloadControl,
    tell: Callable[[DownloadProgress], None],
    keep: Callable[[DownloadResult | DesktopAppError], None],
    progress: Progress,
) -> DownloadResult:
    from desktop_app.readers.detect import reread
    from desktop_app.registry.downloads.asked import begin
    from desktop_app.registry.downloads.engine import download

    progress.when_cancelled(control.stop)
    told = partial(_tell, tell, progress)
    try:
        run = begin(library, asked)
        result = download(client(), library, run, control, told, reader=reread)
    except DesktopAppError as error:
        keep(error)
        raise
    keep(result)
    return result


def _tell(
    tell: Callable[[DownloadProgress], None], progress: Progress, reached: DownloadProgress
) -> None:
    tell(reached)
    # It ends by its control, with a result; not in the middle of what it does.
    with suppress(Cancelled):
        progress(reached.done, reached.total)
