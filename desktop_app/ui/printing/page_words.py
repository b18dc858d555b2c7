"""The words of the page that is read, for screen readers and for whoever wants them as text."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.ui.panes.visible_text import visible_text
from desktop_app.ui.printing.page_renderer import Page, PageRenderer
from desktop_app.ui.tasks import Progress, Task, TaskRunner


def read_words(renderer: PageRenderer, page: Page, progress: Progress) -> tuple[Page, str]:
    """Return a page with its words, in which nothing deceives the eye."""
    progress(0)
    return page, visible_text(renderer.text(page))


class PageWords(QObject):
    """``came`` gives the words of the page that was asked for last."""

    came = Signal(str)

    def __init__(self, renderer: PageRenderer, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._runner = runner
        self._page: Page | None = None
        self._task: Task | None = None

    def read(self, page: Page) -> None:
        """Read a page; what was asked for before is given up."""
        self.stop()
        self._page = page
        work = partial(read_words, self._renderer, page)
        task = self._runner.start(work, on_success=self._take)
        if not task.is_finished:
            self._task = task
            task.finished.connect(partial(self._forget, task))

    def stop(self) -> None:
        """Give up what is being read."""
        self._page = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    @Slot(object)
    def _take(self, read: tuple[Page, str]) -> None:
        if read[0] is self._page:
            self.came.emit(read[1])

    def _forget(self, task: Task) -> None:
        if self._task is task:
            self._task = None
