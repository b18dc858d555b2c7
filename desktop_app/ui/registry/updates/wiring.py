"""What keeps held studies up to date, made and heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.analysis.checks import Notice
from desktop_app.store.library import StoredStudy
from desktop_app.ui.means import Means
from desktop_app.ui.personal.numbers import ChosenNumbers
from desktop_app.ui.registry.registry_access import RegistryAccess
from desktop_app.ui.registry.updates.open_study_age import OpenStudyAge
from desktop_app.ui.registry.updates.update_desk import UpdateDesk
from desktop_app.ui.registry.whole.registry_desk import RegistryDesk
from desktop_app.ui.status_line import StatusLine, Told
from desktop_app.ui.tasks import Task

if TYPE_CHECKING:
    from desktop_app.ui.changes.changes_commands import ChangesCommands
    from desktop_app.ui.study.study_view import StudyView


class UpdateParts(QObject):
    """``targets`` are the objects whose methods the commands are.

    ``study_wanted`` tells a study that is to be opened, ``library_changed`` that records came.
    """

    study_wanted = Signal(str)
    library_changed = Signal()

    def __init__(
        self,
        means: Means,
        registry: RegistryAccess,
        numbers: ChosenNumbers,
        view: StudyView,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._view = view
        self.desk = UpdateDesk(means, registry.client, registry.host, numbers, window)
        self._age = OpenStudyAge(means.shelf, view.age_mark, self)
        self.whole = RegistryDesk(means, registry.client, registry.host, window)

    @property
    def targets(self) -> tuple[QObject, ...]:
        """Return the objects whose methods the commands are."""
        return self.desk, self.whole

    def wire(
        self,
        check_study: Callable[[], object],
        status: StatusLine,
        changes: ChangesCommands,
        failed: SignalInstance,
    ) -> None:
        """Tell the other parts of the window what happens, and begin with what is due."""
        self._status = status
        self._changes = changes
        self.desk.started.connect(self._follow)
        self.desk.said.connect(status.say)
        self.desk.offered.connect(status.say)
        self.desk.failed.connect(failed)
        self.desk.study_wanted.connect(self.study_wanted)
        self.desk.changes_wanted.connect(self._show_changes)
        self.desk.checked.connect(self.library_changed)
        self.desk.checked.connect(self._age.look_again)
        self.desk.came.connect(self._show_again)
        self.whole.started.connect(self._follow_download)
        self.whole.said.connect(status.say)
        self.whole.offered.connect(status.say)
        self.whole.failed.connect(failed)
        self.whole.library_changed.connect(self.library_changed)
        self._age.fitted.connect(self._view.fit)
        self._age.check_wanted.connect(check_study)
        self.desk.begin()

    def notices(self, stored: StoredStudy) -> tuple[Notice, ...]:
        """Return what is to be said of a study above all else."""
        return self._age.notices(stored)

    def use_study(self, stored: StoredStudy) -> None:
        """Say how old the record is that is shown."""
        self._age.show(stored)

    def close(self) -> None:
        """Stop at once, before the library is closed."""
        self.desk.close()
        self.whole.close()

    @Slot(object, str, object)
    def _follow(self, task: Task, message: str, told: Told) -> None:
        self._status.follow_task(task, message, told)

    @Slot(object, str, object)
    def _follow_download(self, task: Task, message: str, told: Told) -> None:
        self._status.follow_task(task, message, told, show=self.whole.get_registry)

    @Slot(str)
    def _show_changes(self, nct_id: str) -> None:
        self.study_wanted.emit(nct_id)
        self._changes.show_changes_of(nct_id)

    @Slot(object)
    def _show_again(self, nct_ids: tuple[str, ...]) -> None:
        """Show the open study as it is now, where it was among a few that were checked."""
        if self._view.nct_id in nct_ids:
            self.study_wanted.emit(self._view.nct_id)
