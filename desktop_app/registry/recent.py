"""Records that were read a short while ago, so that they need not be asked for again."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import timedelta
from threading import Lock

from desktop_app.registry.answers import FetchedStudy
from desktop_app.registry.clock import Clock

_MOST_BYTES = 16 << 20
_LONGEST = timedelta(hours=1)
"""The registry renews its data once a day."""


class RecentStudies:
    """The last ones, up to so many bytes of them and for an hour; from any thread."""

    def __init__(self, clock: Clock | None = None, most_bytes: int = _MOST_BYTES) -> None:
        self._clock, self._most_bytes = clock or Clock(), most_bytes
        self._lock = Lock()
        self._kept: OrderedDict[str, FetchedStudy] = OrderedDict()

    def put(self, fetched: FetchedStudy) -> None:
        """Remember a record under the number that was asked for; the oldest ones make room."""
        with self._lock:
            self._kept[fetched.asked] = fetched
            self._kept.move_to_end(fetched.asked)
            while sum(len(one.content) for one in self._kept.values()) > self._most_bytes:
                self._kept.popitem(last=False)

    def get(self, nct_id: str) -> FetchedStudy | None:
        """Return the record that came for a number, None where it has to be asked for."""
        with self._lock:
            fetched = self._kept.get(nct_id)
        if fetched is None:
            return None
        # Where the clock was set back since, nobody knows how old it is.
        is_recent = timedelta(0) <= self._clock.now() - fetched.fetched_at <= _LONGEST
        return fetched if is_recent else None

    def of(self, nct_ids: Iterable[str]) -> tuple[FetchedStudy, ...]:
        """Return those of some numbers that are remembered."""
        return tuple(filter(None, map(self.get, nct_ids)))
