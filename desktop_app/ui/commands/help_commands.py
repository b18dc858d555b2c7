"""The commands that explain: keys, versions, folders, and the finder of commands."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop_app.directories import Directories
from desktop_app.languages import _
from desktop_app.ui.dialogs.notice import NoticeDialog
from desktop_app.ui.keys.command_keys import CommandKeys


class HelpCommands(QObject):
    """Opens the dialogs of the Help menu, and folders in the system's file manager."""

    def __init__(self, directories: Directories, keys: CommandKeys, window: QWidget) -> None:
        super().__init__(window)
        self._directories = directories
        self._keys = keys
        self._window = window

    @Slot()
    def show_commands(self) -> None:
        """Find a command by its name and run it."""
        from desktop_app.ui.dialogs.command_finder import CommandFinder

        finder = CommandFinder(self._keys.actions, self._window)
        finder.chosen.connect(self._run)
        finder.open()

    @Slot()
    def show_shortcuts(self) -> None:
        """Show all keys."""
        from desktop_app.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._keys, self._window).open()

    @Slot()
    def show_about(self) -> None:
        """Show version and licence."""
        from desktop_app.ui.dialogs.about import about_dialog

        about_dialog(self._window).open()

    @Slot()
    def open_log_folder(self) -> None:
        """Open the folder of the log."""
        open_in_system(self._directories.logs, self._window)

    @Slot()
    def open_library_folder(self) -> None:
        """Open the folder of the library."""
        open_in_system(self._directories.library, self._window)

    @Slot(str)
    def _run(self, name: str) -> None:
        self._keys.actions[name].trigger()


def open_in_system(path: Path, window: QWidget) -> None:
    """Let the system open a file or folder; says so in front of the window where it does not."""
    if not path.exists():
        sentence = _("{path} cannot be opened: there is no such file or folder.")
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        sentence = _("{path} cannot be opened: the system has no program that opens it.")
    else:
        return
    NoticeDialog(window, _("Not Opened"), sentence.format(path=path)).open()
