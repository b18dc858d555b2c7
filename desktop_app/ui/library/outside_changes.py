"""Notices what other programs change in the library, such as an import on the command line."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.errors import StoreError
from desktop_app.store.library import Library

_LOOK_MS = 3_000


class OutsideChanges(QObject):
    """Looks every few seconds, which costs next to nothing; ``seen`` tells of a change."""

    seen = Signal()

    def __init__(self, shelf: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._version = shelf.change_number()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Tell whether anything changed since the last look."""
        try:
            version = self._shelf.change_number()
        except StoreError:
            # The next search meets the failure, too, and tells of it.
            return
        if version != self._version:
            self._version = version
            self.seen.emit()

    def stop(self) -> None:
        """Look no more, before the library is closed."""
        self._timer.stop()

    @Slot()
    def take_note(self) -> None:
        """Take what has changed until now as seen."""
        self.blockSignals(True)
        self.look()
        self.blockSignals(False)
