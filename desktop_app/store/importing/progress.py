"""How far an import is, how fast, and how long it still takes."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.store.importing.files import SourceFile
from desktop_app.store.importing.messages import Chunk
from desktop_app.store.importing.runs import Counts

_LOOKED_BACK = 30.0
"""Seconds over which speed is measured."""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is.

    ``total`` is the number of records to expect, 0 where that is not known; ``part`` is done, of
    1. ``rate`` is in records a second, and it and ``seconds_left`` are None until they are known.
    """

    counts: Counts = field(default_factory=Counts)
    total: int = 0
    part: float = 0.0
    rate: float | None = None
    seconds_left: float | None = None
    is_paused: bool = False

    @property
    def done(self) -> int:
        """Return how many records were looked at."""
        return self.counts.all


class Speedometer:
    """Works out rate and time left from what was done over the last seconds."""

    def __init__(self, files: Sequence[SourceFile], total: int) -> None:
        sizes = [max(file.size, 1) for file in files]
        self._sizes = sizes
        self._before = [0]
        for size in sizes:
            self._before.append(self._before[-1] + size)
        self._total = total
        self._seen: deque[tuple[float, int, float]] = deque()

    def part_of(self, chunk: Chunk) -> float:
        """Return which part of all is done after a chunk."""
        end = chunk.end
        within = 0.0
        if end.file < len(self._sizes) and (end.unit or end.piece):
            within = chunk.done * self._sizes[end.file]
        return min((self._before[end.file] + within) / max(self._before[-1], 1), 1.0)

    def pause(self) -> None:
        """Forget how fast it was: time that passes from now on is no work."""
        self._seen.clear()

    def progress(self, counts: Counts, part: float, *, is_paused: bool = False) -> ImportProgress:
        """Note how much is done now, and tell."""
        now = time.monotonic()
        self._seen.append((now, counts.all, part))
        while now - self._seen[0][0] > _LOOKED_BACK:
            self._seen.popleft()
        then, done, part_then = self._seen[0]
        total = self._total or (round(counts.all / part) if part > 0 else 0)
        rate = left = None
        if now - then > 1 and part > part_then:
            rate = (counts.all - done) / (now - then)
            left = (1 - part) * (now - then) / (part - part_then)
        return ImportProgress(counts, max(total, counts.all), part, rate, left, is_paused)
