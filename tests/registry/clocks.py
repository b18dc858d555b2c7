"""Time for tests of the client: waits take none, and are written down."""

from datetime import UTC, datetime, timedelta

from desktop_app.registry.clock import Clock
from desktop_app.registry.manners import Manners
from desktop_app.registry.stopping import RequestCancelled, Stop

QUICK = Manners(most_a_minute=60_000, at_once=1_000)
"""No pauses between requests; all else as usual."""


class TestClock(Clock):
    """Goes on by what is waited; chance is always the same."""

    __test__ = False

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 25, 14, 3, tzinfo=UTC)
        self.waits: list[float] = []

    def now(self) -> datetime:
        """Return the time that was set, and all waits since."""
        return self.time

    def wait(self, seconds: float, stop: Stop) -> None:
        """Let the time go on at once."""
        if stop.is_set:
            raise RequestCancelled
        if seconds > 0:
            self.waits.append(round(seconds, 3))
            self.time += timedelta(seconds=seconds)

    def chance(self) -> float:
        """Return none of it."""
        return 0
