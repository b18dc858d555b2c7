"""Notices what other programs change in the library, such as a second window of it."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop_app.errors import StoreError
from desktop_app.store.library import Library

_LOOK_MS = 3_000


class OutsideChanges(QObject):
    """Looks every few seconds, and when the window is turned to; it costs next to nothing.

    ``seen`` tells of other studies, ``own_seen`` of other stars, tags, notes and the like.
    """

    seen = Signal()
    own_seen = Signal()

    def __init__(self, shelf: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._studies = shelf.change_number()
        self._own = shelf.personal.data_version()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.follow_state)

    @Slot(object)
    def follow_state(self, state: Qt.ApplicationState) -> None:
        """Look at once when somebody comes back to the window."""
        if state == Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.look()

    @Slot()
    def look(self) -> None:
        """Tell whether anything changed since the last look."""
        try:
            studies, own = self._shelf.change_number(), self._shelf.personal.data_version()
        except StoreError:
            # The next search meets the failure, too, and tells of it.
            return
        others = studies != self._studies, own != self._own
        self._studies, self._own = studies, own
        if others[0]:
            self.seen.emit()
        if others[1]:
            self.own_seen.emit()

    def stop(self) -> None:
        """Look no more, before the library is closed."""
        self._timer.stop()

    @Slot()
    def take_note(self) -> None:
        """Take what has changed until now as seen."""
        self.blockSignals(True)
        self.look()
        self.blockSignals(False)

    @Slot()
    def take_note_of_own(self) -> None:
        """Take the stars, tags and notes as they are now as seen: this window wrote them."""
        try:
            self._own = self._shelf.personal.data_version()
        except StoreError:
            return
