"""Looks for studies like the one that is shown, off the GUI thread, once its tab is seen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _
from desktop_app.store.failures import SearchInterrupted
from desktop_app.store.library import Library
from desktop_app.study.similar import SimilarStudies
from desktop_app.ui.study.study_view import StudyView
from desktop_app.ui.tasks import Cancelled, Progress, Task, TaskRunner


@dataclass(frozen=True, slots=True)
class Answer:
    """What is like the study of a number; None where the library does not hold that any more."""

    nct_id: str
    similar: SimilarStudies | None


class SimilarLookup(QObject):
    """Answers a view of a study. ``open_library`` gives a library for the thread of the work."""

    def __init__(
        self,
        view: StudyView,
        open_library: Callable[[], Library],
        runner: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._open_library = open_library
        self._runner = runner
        self._task: Task | None = None
        view.similar_wanted.connect(self._begin)

    @Slot()
    def look_again(self) -> None:
        """Look again after the library has changed; what was found stays until then."""
        if self._view.wants_similar:
            self._look(self._view.nct_id)

    @Slot(str)
    def _begin(self, nct_id: str) -> None:
        self._view.show_similar(None, _("Looking for similar studies in your library…"))
        self._look(nct_id)

    def _look(self, nct_id: str) -> None:
        if self._task is not None:
            self._task.cancel()
        work = partial(_find, self._open_library, nct_id)
        task = self._runner.start(work, on_success=self._take, on_failure=self._tell)
        # Work that is done at once is over by now, and so is its task.
        self._task = None if task.is_finished else task
        if self._task is not None:
            self._task.finished.connect(self._forget)

    @Slot(object)
    def _take(self, answer: Answer) -> None:
        if answer.nct_id == self._view.nct_id:
            self._view.show_similar(answer.similar)

    @Slot(object)
    def _tell(self, error: DesktopAppError) -> None:
        said = _("Similar studies could not be looked for. {why}").format(why=error)
        self._view.show_similar(None, said)

    @Slot()
    def _forget(self) -> None:
        if self._task is self.sender():
            self._task = None


def _find(open_library: Callable[[], Library], nct_id: str, progress: Progress) -> Answer:
    progress(0)
    try:
        with open_library() as library:
            return Answer(nct_id, library.similar(nct_id))
    except SearchInterrupted as error:
        raise Cancelled from error
