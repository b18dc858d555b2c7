"""Looks now and then whether a check for updates is due that the person has switched on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.store.library import Library
from desktop_app.store.standing.values import CheckScope, ScopeKind
from desktop_app.ui.registry.updates.update_work import due_scope
from desktop_app.ui.settings import SettingsKeeper, UpdateEvery
from desktop_app.ui.tasks import TaskRunner

_FIRST_MS, _LATER_MS = 60_000, 3_600_000
"""A minute after the start the window has done what it was opened for; then once an hour."""


class ScheduleTimer(QObject):
    """``due`` tells what is to be checked now; nothing is looked at where it is switched off."""

    due = Signal(object)

    def __init__(
        self,
        open_reader: Callable[[], Library],
        settings: SettingsKeeper,
        runner: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._open_reader = open_reader
        self._settings = settings
        self._runner = runner
        self._timer = QTimer(self)
        self._timer.setObjectName("update_schedule")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look in a while."""
        self._timer.start(_FIRST_MS)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look now, off the GUI thread, and again in an hour."""
        self._timer.start(_LATER_MS)
        chosen = self._settings.current
        if chosen.update_every is UpdateEvery.NEVER or chosen.is_offline:
            return
        kind = ScopeKind(chosen.update_what.value)
        work = partial(due_scope, self._open_reader, kind, chosen.update_every.days)
        self._runner.start(work, on_success=self._tell, on_failure=self._pass_over)

    @Slot(object)
    def _tell(self, scope: CheckScope | None) -> None:
        if scope is not None:
            self.due.emit(scope)

    @Slot(object)
    def _pass_over(self, _error: DesktopAppError) -> None:
        """Say nothing: whatever reads the library meets the failure, too, and tells of it."""
