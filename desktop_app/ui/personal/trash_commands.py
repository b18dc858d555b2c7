"""The commands on studies in the trash, which can be given while the trash is listed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from desktop_app.errors import DesktopAppError
from desktop_app.store.library import Library
from desktop_app.study.nct_numbers import parse_nct_number
from desktop_app.ui.exporting.chosen import SelectedRows
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.library.scopes import ScopeKind
from desktop_app.ui.personal.numbers import Numbers
from desktop_app.ui.personal.personal_actions import PersonalActions

IN_TRASH = ("restore_studies", "delete_now")
"""The commands that need studies of the trash to be selected."""


class TrashCommands(QObject):
    """Brings back what is selected in the trash, or deletes it now; ``failed`` tells of errors."""

    failed = Signal(object)

    def __init__(
        self, actions: PersonalActions, browser: LibraryBrowser, shelf: Library, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._browser = browser
        self._shelf = shelf

    def offer(self, commands: Mapping[str, QAction]) -> None:
        """Let commands be given only when they can be."""
        self._commands = [commands[name] for name in IN_TRASH]
        self._browser.list.selection_counted.connect(self._offer)
        self._browser.query_changed.connect(self._offer)
        self._offer()

    @property
    def is_listed(self) -> bool:
        """Tell whether the trash is what is listed."""
        return self._browser.selected().query.scope.kind is ScopeKind.TRASH

    @Slot()
    def restore_studies(self) -> None:
        """Bring back what is selected in the trash."""
        self._give(self._actions.restore)

    @Slot()
    def delete_now(self) -> None:
        """Delete for good what is selected in the trash."""
        self._give(self._actions.delete_now)

    def _give(self, use: Callable[[Numbers], object]) -> None:
        selected = self._browser.selected()
        if not self.is_listed or not len(selected):
            return
        try:
            use(self._numbers(selected))
        except DesktopAppError as error:
            self.failed.emit(error)

    def _numbers(self, selected: SelectedRows) -> Numbers:
        known = self._browser.list.selected_numbers()
        if len(known) == len(selected):
            # What was seen is meant, whatever has come into the trash or left it since.
            return tuple(n for n in map(parse_nct_number, known) if n is not None)
        numbers = self._shelf.trashed_numbers()
        return tuple(numbers[row] for part in selected.rows for row in part if row < len(numbers))

    @Slot()
    def _offer(self) -> None:
        can_be_given = self.is_listed and len(self._browser.selected()) > 0
        for command in self._commands:
            command.setEnabled(can_be_given)
