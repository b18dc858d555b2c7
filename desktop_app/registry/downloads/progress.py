"""How far a download is, how fast, and what it waits for."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from desktop_app.store.importing.runs import Counts

_LOOKED_BACK = 60.0
"""Seconds over which speed is measured: a page may take a good part of that."""


class Stage(Enum):
    """What a download does just now."""

    FETCHING = "fetching"
    KEEPING = "keeping"
    PAUSED = "paused"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """How far a download is.

    ``total`` is the number of studies to expect, 0 where that is not known. ``rate`` is in studies
    a second; it and ``seconds_left`` are None until they are known. While it is waiting,
    ``problem`` is a sentence that says why, and ``retry_in`` are the seconds until the next try.
    """

    stage: Stage = Stage.FETCHING
    done: int = 0
    total: int = 0
    counts: Counts = field(default_factory=Counts)
    rate: float | None = None
    seconds_left: float | None = None
    problem: str = ""
    retry_in: float | None = None


class Speed:
    """Works out the rate from what was done over the last minute; waits do not count."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def pause(self) -> None:
        """Forget how fast it was: time that passes from now on is no work."""
        self._seen.clear()

    def rate(self, done: int) -> float | None:
        """Note how many studies came until now; return how many come in a second, if known."""
        now = self._clock()
        if self._seen and done < self._seen[-1][1]:
            self.pause()
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] > _LOOKED_BACK:
            self._seen.popleft()
        then, done_then = self._seen[0]
        if now - then < 1 or done <= done_then:
            return None
        return (done - done_then) / (now - then)
