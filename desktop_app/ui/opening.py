"""What follows the first painting of the window."""

import logging
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

from desktop_app.ui.first_paint import FirstPaint
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.tasks import Progress, TaskRunner

_LOG = logging.getLogger("desktop_app.start")
_LONGEST_WAIT = 2000
"""Milliseconds; a window that begins as an icon is not painted at all."""
WITHOUT_QT = (
    "desktop_app.analysis.checks",
    "desktop_app.export.files",
    "desktop_app.export.source",
    "desktop_app.presentation.glossary",
    "desktop_app.presentation.header",
    "desktop_app.presentation.pane",
    "desktop_app.store.adding",
)
"""What takes longest of all that the workings need."""
WITH_QT = (
    "desktop_app.ui.library.row.snippet_layout",
    "desktop_app.ui.panes.section_view",
    "desktop_app.ui.study.study_view",
    "desktop_app.ui.exporting.outgoing",
    "desktop_app.ui.library.importer",
    "desktop_app.ui.workings",
)


class Opening(QObject):
    """Loads what reads and shows studies once the window is painted, then calls ``begin``.

    It is loaded on another thread, and what is made of Qt in small steps between two events, so
    that the window answers already.
    """

    def __init__(
        self, window: MainWindow, runner: TaskRunner, begin: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._runner = runner
        self._begin = begin
        self._steps = iter(WITH_QT)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load)
        self._timer.start(_LONGEST_WAIT)
        window.painted.connect(self._hurry)

    @Slot()
    def _hurry(self) -> None:
        if self._timer.isActive():
            self._timer.start(0)

    @Slot()
    def _load(self) -> None:
        self._runner.start(_load_without_qt, on_success=self._load_shown)

    @Slot(object)
    def _load_shown(self, _nothing: object) -> None:
        self._timer.timeout.disconnect(self._load)
        self._timer.timeout.connect(self._load_step)
        self._timer.start(0)

    @Slot()
    def _load_step(self) -> None:
        name = next(self._steps, "")
        if name:
            import_module(name)
            self._timer.start(0)
        else:
            self._end()

    def _end(self) -> None:
        self._window.study_shown.connect(self._watch_study)
        self._window.furnish()
        self._begin()

    @Slot(str)
    def _watch_study(self, _nct_id: str) -> None:
        self._window.study_shown.disconnect(self._watch_study)
        view = self._window.study_view.current_view()
        FirstPaint(view).painted.connect(self._tell_study)

    @Slot()
    def _tell_study(self) -> None:
        _LOG.info("The study is painted.")


def _load_without_qt(_progress: Progress) -> None:
    """Load what the workings need, on another thread, so that the window answers meanwhile.

    Nothing of Qt is among it: to make classes of Qt beside the thread of the window crashes.
    """
    for name in WITHOUT_QT:
        import_module(name)
    reading = import_module("desktop_app.readers.ctgov_json")
    reading.get_ready()
