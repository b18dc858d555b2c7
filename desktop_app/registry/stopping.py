"""Stopping at once what waits for the network."""

from collections.abc import Callable
from contextlib import contextmanager
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


_SLICE = 0.2
"""Seconds: on Windows an interrupt by Ctrl+C is heard between two waits only."""


class RequestCancelled(Exception):
    """Raised by a request, or a wait between two, that was stopped."""


class Stop:
    """Set once, from any thread; what waits hears of it at once.

    ``on_wait`` is told by what waits, on its thread, for how many seconds it does, where that is
    long enough to be noticed, and 0 when it goes on.
    """

    def __init__(self, on_wait: Callable[[float], None] | None = None) -> None:
        self.on_wait = on_wait
        self._lock = Lock()
        self._is_set = False
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_set(self) -> bool:
        """Whether it was set."""
        return self._is_set

    def set(self) -> None:
        """Stop; what is told is told on this thread."""
        with self._lock:
            self._is_set = True
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    @contextmanager
    def telling(self, listener: Callable[[], None]) -> "Iterator[None]":
        """Tell of it while the block runs; raises RequestCancelled when it was set before."""
        with self._lock:
            if self._is_set:
                raise RequestCancelled
            self._listeners.append(listener)
        try:
            yield
        finally:
            with self._lock:
                self._listeners.remove(listener)


def wait_for(event: Event, seconds: float) -> None:
    """Wait until an event comes or the time is over, or somebody presses Ctrl+C."""
    end = monotonic() + seconds
    while (left := end - monotonic()) > 0 and not event.wait(min(left, _SLICE)):
        pass
