"""What may be asked of an import that is running, and how it ends."""

from enum import Enum
from threading import Event


class Ending(Enum):
    """How an import ended; one that was stopped can go on later."""

    FINISHED = "finished"
    CANCELLED = "cancelled"
    STOPPED = "stopped"


class Control:
    """What others may ask of an import that is running; from any thread."""

    def __init__(self) -> None:
        self._ending: Ending | None = None
        self._going = Event()
        self._going.set()

    @property
    def ending(self) -> Ending | None:
        """Return how the import is to end now; None while it is to go on."""
        return self._ending

    @property
    def is_paused(self) -> bool:
        """Tell whether the import is to wait."""
        return not self._going.is_set()

    def cancel(self) -> None:
        """End the import for good; what was added stays."""
        self._ending = Ending.CANCELLED
        self._going.set()

    def stop(self) -> None:
        """End the import for now; it can go on from there."""
        self._ending = self._ending or Ending.STOPPED
        self._going.set()

    def pause(self) -> None:
        """Let the import wait."""
        if self._ending is None:
            self._going.clear()

    def resume(self) -> None:
        """Let the import go on."""
        self._going.set()

    def wait(self, seconds: float) -> None:
        """Wait until the import is to go on, but not longer than some seconds."""
        self._going.wait(seconds)
