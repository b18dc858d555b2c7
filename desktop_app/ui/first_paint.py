"""Tells when a widget has been painted for the first time."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """``painted`` comes once, when all that was to be painted with the widget is on the screen."""

    painted = Signal()
    _seen = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        # A turn of the loop later: the window is brought to the screen once its parts are painted.
        self._seen.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the painting; change nothing."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._seen.emit()
        return False

    @Slot()
    def _tell(self) -> None:
        self.painted.emit()
        self.deleteLater()
