"""Makes the sheet that is shown, off the GUI thread; what was wanted last wins."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.ui.exporting.making import Wanted
from desktop_app.ui.exporting.sources import OpenLibrary
from desktop_app.ui.printing.made_sheet import MadeSheet, made_sheet
from desktop_app.ui.printing.page_renderer import PageRenderer
from desktop_app.ui.tasks import Task, TaskRunner


class SheetMaker(QObject):
    """``made`` gives a sheet, ``failed`` an error, ``progressed`` how many studies are read."""

    made = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(
        self,
        open_library: OpenLibrary,
        renderer: PageRenderer,
        runner: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._open_library = open_library
        self._renderer = renderer
        self._runner = runner
        self._wanted: Wanted | None = None
        self._task: Task | None = None

    def make(self, wanted: Wanted) -> None:
        """Make a sheet; one that is still being made is given up."""
        self.stop()
        self._wanted = wanted
        work = partial(made_sheet, wanted, self._open_library, self._renderer)
        task = self._runner.start(work, on_success=self._take, on_failure=self._fail)
        if not task.is_finished:
            self._task = task
            task.progressed.connect(self.progressed)
            task.finished.connect(partial(self._forget, task))

    def stop(self) -> None:
        """Give up what is being made."""
        self._wanted = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot(object)
    def _take(self, made: MadeSheet) -> None:
        if made.wanted is self._wanted:
            self.made.emit(made)

    @Slot(object)
    def _fail(self, error: DesktopAppError) -> None:
        # A task that was given up tells of no failure.
        self.failed.emit(error)

    def _forget(self, task: Task) -> None:
        if self._task is task:
            self._task = None
