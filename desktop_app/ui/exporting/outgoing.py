"""All that leaves the window: files, paper and the clipboard; and how it is told."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.languages import _
from desktop_app.ui.commands.help_commands import open_in_system
from desktop_app.ui.exporting.chosen import Chosen, OpenStudy
from desktop_app.ui.exporting.copy_commands import CopyCommands
from desktop_app.ui.exporting.desk import ExportDesk
from desktop_app.ui.exporting.export_commands import ExportCommands
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.printing.print_commands import PrintCommands
from desktop_app.ui.settings import Settings
from desktop_app.ui.status_line import StatusLine, Told
from desktop_app.ui.study.study_view import StudyView
from desktop_app.ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from desktop_app.ui.exporting.batch import BatchRun
    from desktop_app.ui.exporting.making import Written

_COMPARED = range(2, 7)
"""How many studies stand side by side on a sheet."""


class Outgoing(QObject):
    """Gives the commands the studies that they are for, and tells in the status line of them."""

    def __init__(
        self,
        browser: LibraryBrowser,
        view: StudyView,
        status: StatusLine,
        desk: ExportDesk,
        previewing: TaskRunner,
    ) -> None:
        super().__init__(desk)
        self._browser = browser
        self._status = status
        self._desk = desk
        self._exporter = ExportCommands(self.chosen, desk)
        self._printer = PrintCommands(self.chosen, desk, previewing)
        self._copier = CopyCommands(self.opened, self.chosen, view, desk)
        self._opened: OpenStudy | None = None
        desk.said.connect(status.say)
        desk.started.connect(self._follow)
        desk.written.connect(self._tell_written)

    @property
    def commands(self) -> tuple[QObject, ...]:
        """Return the objects whose methods the commands are."""
        return self._exporter, self._printer, self._copier

    @property
    def front(self) -> QWidget:
        """Return the window in front of which things are said."""
        return self._printer.front

    def use_study(self, opened: OpenStudy) -> None:
        """Take the study that is shown."""
        self._opened = opened

    def opened(self) -> OpenStudy | None:
        """Return the study that is shown."""
        return self._opened

    def chosen(self) -> Chosen | None:
        """Return the studies that are selected, where there are several; else the open one."""
        selected = self._browser.selected()
        return selected if len(selected) > 1 else self._opened

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """Let commands be given only when they can be."""
        self._comparison = actions["show_comparison"]
        self._browser.list.selection_counted.connect(self._offer_comparison)
        self._offer_comparison(0)
        actions["cancel_export"].setEnabled(False)
        self._status.export_changed.connect(actions["cancel_export"].setEnabled)

    def mark(self, actions: Mapping[str, QAction], settings: Settings) -> None:
        """Mark what is in force."""
        self._exporter.mark(actions, settings)

    @Slot(int)
    def _offer_comparison(self, count: int) -> None:
        self._comparison.setEnabled(count in _COMPARED)

    @Slot(object, str, object)
    def _follow(self, task: Task, message: str, told: Told) -> None:
        self._status.follow_task(task, message, told, is_export=True)

    @Slot(object)
    def _tell_written(self, written: "Written | BatchRun") -> None:
        opening = partial(open_in_system, written.path, self._desk.window)
        self._status.say(written.words, _("Open"), opening)
