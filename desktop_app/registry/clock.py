"""Time and chance, so that tests have their own."""

from datetime import UTC, datetime
from random import SystemRandom
from threading import Event

from desktop_app.registry.stopping import RequestCancelled, Stop, wait_for

NOTICED_SECONDS = 2
"""A shorter wait is over before one has read of it."""


class Clock:
    """The computer's."""

    def now(self) -> datetime:
        """Return the time in UTC; it may be set back."""
        return datetime.now(UTC)

    def wait(self, seconds: float, stop: Stop) -> None:
        """Wait; raises RequestCancelled at once when it is stopped."""
        if seconds <= 0:
            return
        stopped = Event()
        with stop.telling(stopped.set):
            wait_for(stopped, seconds)
        if stop.is_set:
            raise RequestCancelled

    def chance(self) -> float:
        """Return a number from 0 up to 1: many computers are not to come back at the same time."""
        return SystemRandom().random()


def wait_telling(clock: Clock, seconds: float, stop: Stop) -> None:
    """Wait; raises RequestCancelled. Whoever may stop it is told where it is noticed."""
    tell = stop.on_wait if seconds >= NOTICED_SECONDS else None
    if tell is None:
        clock.wait(seconds, stop)
        return
    tell(seconds)
    try:
        clock.wait(seconds, stop)
    finally:
        tell(0)
