"""What all exports share: the library, the settings, the work, and how it is told."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.languages import _
from desktop_app.ui.settings import SettingsKeeper
from desktop_app.ui.status_line import Told
from desktop_app.ui.tasks import Task, TaskRunner, Work

if TYPE_CHECKING:
    from desktop_app.ui.exporting.sources import OpenLibrary

T = TypeVar("T")


class ExportDesk(QObject):
    """``started`` hands over a task, what to say of it and what puts its progress into words.

    ``written`` tells of a file with ``path`` and ``words``, ``failed`` of an error.
    """

    said = Signal(str)
    started = Signal(object, str, object)
    written = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        open_library: "OpenLibrary",
        settings: SettingsKeeper,
        runner: TaskRunner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.open_library = open_library
        self.settings = settings
        self.window = window
        self._runner = runner

    def start(
        self,
        work: Work[T],
        on_success: Callable[[T], object],
        message: str,
        told: Told,
        stopped: str = "",
    ) -> Task:
        """Start work that people wait for, one piece after the other.

        ``message`` is said at once, ``stopped`` where somebody stops the work; without it, that
        nothing was written.
        """
        task = self._runner.start(work, on_success=on_success, on_failure=self.failed.emit)
        if not task.is_finished:
            self.started.emit(task, message, told)
            task.finished.connect(partial(self._tell_stopped, task, stopped))
        return task

    def _tell_stopped(self, task: Task, stopped: str) -> None:
        if task.progress.is_cancelled:
            self.said.emit(stopped or _("Stopped. Nothing was written."))

    def folder(self) -> Path:
        """Return where the last file was written, if it is there still."""
        last = self.settings.current.last_export_folder
        if last and Path(last).is_dir():
            return Path(last)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents) or Path.home())

    def keep_folder(self, folder: Path) -> None:
        """Suggest a folder the next time."""
        self.settings.change(last_export_folder=str(folder))
