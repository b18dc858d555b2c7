"""Ctrl+C in the terminal from which the window was started."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from desktop_app.systems import can_watch_pipes


class Interrupts(QObject):
    """Tells of Ctrl+C, of which Python by itself does not hear while Qt's loop waits.

    The system writes into a pipe that the loop watches. There is no watching a pipe on Windows,
    where Ctrl+C ends the program at once, as it does anywhere if it is pressed a second time.
    """

    heard = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, int] | None = None
        self._watch: QSocketNotifier | None = None

    def listen(self) -> None:
        """Begin; what comes before the loop runs is told once it does."""
        if not can_watch_pipes():
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            return
        reading, writing = os.pipe()
        for end in (reading, writing):
            os.set_blocking(end, False)
        self._pipe = reading, writing
        self._watch = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._tell)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        signal.signal(signal.SIGINT, _leave_to_the_pipe)

    def stop(self) -> None:
        """Let Ctrl+C be heard by Python as ever."""
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if self._watch is None or self._pipe is None:
            return
        self._watch.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for end in self._pipe:
            os.close(end)
        self._watch = self._pipe = None

    @Slot()
    def _tell(self) -> None:
        if self._pipe is not None:
            os.read(self._pipe[0], 64)
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            self.heard.emit()


def _leave_to_the_pipe(number: int, frame: FrameType | None) -> None:
    """Do nothing; Python writes into the pipe only where it has something to call."""
