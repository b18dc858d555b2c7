"""A registry in this process, for tests of the window: what it is asked is noted."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from threading import Event

from desktop_app.errors import RegistryUnreachableError, StudyNotAtRegistryError
from desktop_app.registry.answers import FetchedStudy, StudiesPage
from desktop_app.registry.stopping import RequestCancelled, Stop
from tests.studies import record_bytes

NOW = datetime(2026, 11, 25, 14, 3, tzinfo=UTC)
BASE = "https://registry.example/api/v2"


class FakeRegistry:
    """Knows the numbers it is given; ``is_down`` makes it unreachable, ``is_silent`` slow."""

    def __init__(self, *known: str) -> None:
        self.known = {nct_id: record_bytes(nct_id) for nct_id in known}
        self.asked: list[str] = []
        self.is_down = self.is_silent = False

    def study(self, nct_id: str, stop: Stop) -> FetchedStudy:
        """Return a record."""
        self._meet(nct_id, stop)
        if nct_id not in self.known:
            raise StudyNotAtRegistryError(f"{nct_id} is not there.")
        address = f"{BASE}/studies/{nct_id}"
        return FetchedStudy(nct_id, self.known[nct_id], address, NOW, nct_id)

    def studies(self, nct_ids: Sequence[str], stop: Stop) -> Iterator[StudiesPage]:
        """Yield one page with those that are known."""
        self._meet(",".join(nct_ids), stop)
        found = [self.known[nct_id] for nct_id in nct_ids if nct_id in self.known]
        content = b'{"studies":[' + b",".join(found) + b"]}"
        address = f"{BASE}/studies?filter.ids={'%7C'.join(nct_ids)}"
        yield StudiesPage(content, address, NOW, len(found), "", None)

    def _meet(self, asked: str, stop: Stop) -> None:
        self.asked.append(asked)
        if self.is_down:
            raise RegistryUnreachableError("There is no connection.")
        if self.is_silent:
            if stop.on_wait is not None:
                stop.on_wait(20)
            stopped = Event()
            with stop.telling(stopped.set):
                stopped.wait(60)
            raise RequestCancelled
