"""The commands of upkeep and exchange, made and heard."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.ui.exporting.chosen import Chosen
from desktop_app.ui.library.importer import Importer
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.means import Means
from desktop_app.ui.personal.numbers import ChosenNumbers
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.status_line import StatusLine, Told
from desktop_app.ui.tasks import Task
from desktop_app.ui.upkeep.exchange_commands import ExchangeCommands
from desktop_app.ui.upkeep.upkeep_commands import UpkeepCommands


class UpkeepDesk(QObject):
    """``targets`` are the objects whose methods the commands are."""

    def __init__(
        self,
        means: Means,
        personal: PersonalActions,
        chosen: Callable[[], Chosen | None],
        numbers: ChosenNumbers,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.upkeep = UpkeepCommands(means, window)
        self.exchange = ExchangeCommands(means, personal, chosen, numbers, window)
        self.upkeep.personal_changed.connect(personal.start_anew)

    @property
    def targets(self) -> tuple[QObject, ...]:
        """Return the objects whose methods the commands are."""
        return self.upkeep, self.exchange

    def wire(
        self,
        importer: Importer,
        browser: LibraryBrowser,
        status: StatusLine,
        failed: SignalInstance,
    ) -> None:
        """Tell the other parts of the window what happens, and begin with the backup of the day."""
        self._status = status
        for commands in (self.upkeep, self.exchange):
            commands.said.connect(status.say)
            commands.failed.connect(failed)
            commands.library_changed.connect(browser.refresh)
        self.upkeep.started.connect(self._follow_upkeep)
        self.exchange.started.connect(self._follow_task)
        self.exchange.offered.connect(status.say)
        importer.library_file_wanted.connect(self.exchange.open_library_file)
        importer.undo_offered.connect(status.say)
        self.exchange.large_wanted.connect(importer.import_library_file)
        self.upkeep.begin()

    @Slot(object, str, object)
    def _follow_upkeep(self, task: Task, message: str, told: Told) -> None:
        self._status.follow_task(task, message, told)

    @Slot(object, str, object, bool)
    def _follow_task(self, task: Task, message: str, told: Told, is_export: bool) -> None:
        self._status.follow_task(task, message, told, is_export=is_export)
