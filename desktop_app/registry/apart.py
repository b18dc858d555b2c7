"""Work that may be left at once, even while the system looks up a name or waits for a byte."""

from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType
from typing import Generic, TypeVar

from desktop_app.registry.stopping import RequestCancelled, Stop, wait_for

T = TypeVar("T")


class TooSlow(Exception):
    """Raised where the work did not end in its time."""


class _Outcome(Generic[T]):
    """Keeps what work returns or raises, for the thread that waits for it."""

    def __init__(self) -> None:
        self.is_there = False
        self._results: list[T] = []
        self._error: BaseException | None = None

    def __enter__(self) -> list[T]:
        return self._results

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self._error, self.is_there = error, True
        return True

    def get(self) -> T:
        if self._error is not None:
            raise self._error
        return self._results[0]


def run_apart(
    work: Callable[[], T], stop: Stop, seconds: float, abandon: Callable[[], object]
) -> T:
    """Return what the work returns, done on a thread of its own; raises what it raises.

    Raises RequestCancelled once it is stopped and TooSlow after so many seconds. The work is then
    told by ``abandon``, and ends by itself sooner or later; nobody waits for it, nor does the end
    of the program.
    """
    outcome, woken = _Outcome[T](), Event()

    def run() -> None:
        with outcome as results:
            results.append(work())
        woken.set()

    is_in_time = False
    try:
        with stop.telling(woken.set):
            Thread(target=run, name="registry", daemon=True).start()
            wait_for(woken, seconds)
        is_in_time = outcome.is_there
    finally:
        if not is_in_time:
            # What it comes to after this is the fault of who left it.
            abandon()
    if stop.is_set:
        raise RequestCancelled
    if not is_in_time:
        raise TooSlow
    return outcome.get()
