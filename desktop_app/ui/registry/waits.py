"""Tells in the window how long the registry is not asked, second by second."""

import math
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.registry.wait_words import next_try_words

_SECOND = 1000
"""In milliseconds."""


class Waits(QObject):
    """``changed`` tells a wait in words, anew each second; nothing once it is over."""

    changed = Signal(str)
    _told = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ends = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._say)
        self._told.connect(self._hear)

    def tell(self, seconds: float) -> None:
        """Begin a wait, or end it where there are none; from any thread."""
        self._told.emit(seconds)

    @Slot(float)
    def _hear(self, seconds: float) -> None:
        self._ends = monotonic() + seconds
        if seconds > 0:
            self._timer.start()
        else:
            self._timer.stop()
        self._say()

    @Slot()
    def _say(self) -> None:
        left = math.ceil(self._ends - monotonic())
        self.changed.emit(next_try_words(left) if self._timer.isActive() and left > 0 else "")
