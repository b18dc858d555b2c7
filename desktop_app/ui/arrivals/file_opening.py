"""Files that the system hands to the running program: from the Finder, from the Dock."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class FileOpeningApplication(QApplication):
    """Tells of the files by ``files_opened``; keeps those that come before anybody listens.

    macOS gives a program no arguments: a file that was double-clicked comes as an event, and
    before there is a window where the program was started by it.
    """

    files_opened = Signal(object)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._waiting: list[Path] = []
        self._is_heard = False

    def event(self, event: QEvent) -> bool:
        """Take files; what is opened by another address is not ours."""
        if isinstance(event, QFileOpenEvent):
            if event.file():
                self._take(Path(event.file()))
            return True
        return super().event(event)

    def tell_files(self) -> None:
        """Tell of the files that came until now, and of others as they come."""
        self._is_heard = True
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.files_opened.emit(tuple(waiting))

    def _take(self, path: Path) -> None:
        if self._is_heard:
            self.files_opened.emit((path,))
        else:
            self._waiting.append(path)
