"""Fetches numbers beside the window: one thread waits for what comes, another keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.errors import DesktopAppError
from desktop_app.registry.fetching import Arrival, Errand, Fate, Registry, ask, keep
from desktop_app.registry.stopping import RequestCancelled, Stop
from desktop_app.store.library import Library
from desktop_app.ui.tasks import Cancelled, Progress, TaskRunner

if TYPE_CHECKING:
    from desktop_app.registry.recent import RecentStudies


class FetchRun(QObject):
    """One errand. ``progressed`` tells how many numbers are settled, ``ended`` that all are.

    ``registry`` is asked for on the thread that waits, for it takes long to load; there
    ``on_wait`` hears how many seconds it waits, and 0 when it goes on. What is ``recent`` is not
    asked for.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(
        self,
        registry: Callable[[], Registry],
        library: Library,
        asking: TaskRunner,
        writing: TaskRunner,
        parent: QObject,
        *,
        on_wait: Callable[[float], None],
        recent: RecentStudies | None = None,
    ) -> None:
        super().__init__(parent)
        self._registry, self._library = registry, library
        self._asking, self._writing = asking, writing
        self._recent = recent
        self._stop = Stop(on_wait)
        self.errand = Errand(())
        self.failure: DesktopAppError | None = None
        self.is_stopped = False

    def start(self, nct_ids: Sequence[str]) -> None:
        """Begin; ``ended`` follows."""
        self.errand = Errand(tuple(nct_ids))
        self._ask()

    def stop(self) -> None:
        """Ask for no more; what has come is kept, and ``ended`` follows soon."""
        self.is_stopped = True
        self._stop.set()

    @property
    def kept(self) -> tuple[Fate, ...]:
        """Return what is in the library now."""
        return tuple(fate for fate in self.errand.fates if fate.added is not None)

    @property
    def lost(self) -> tuple[Fate, ...]:
        """Return the numbers that did not come, each with its sentence."""
        return tuple(fate for fate in self.errand.fates if fate.added is None)

    def _ask(self) -> None:
        batch = self.errand.next_batch
        if not batch or self.is_stopped:
            self.failure = self.failure or self.errand.failure
            self.ended.emit(self)
            return
        work = partial(_ask, self._registry, batch, self._stop, self._recent)
        self._asking.start(work, on_success=self._keep, on_failure=self._fail)

    @Slot(object)
    def _keep(self, arrival: Arrival | None) -> None:
        if arrival is None:
            self._ask()
            return
        work = partial(_keep, self._library, arrival, self._stop)
        self._writing.start(work, on_success=self._settle, on_failure=self._fail)

    @Slot(object)
    def _settle(self, settled: tuple[Arrival, tuple[Fate, ...]]) -> None:
        self.errand.settle(*settled)
        self.progressed.emit(len(self.errand.fates), len(self.errand.nct_ids))
        self._ask()

    @Slot(object)
    def _fail(self, error: DesktopAppError) -> None:
        self.failure = error
        self.ended.emit(self)


def _ask(
    registry: Callable[[], Registry],
    batch: tuple[str, ...],
    stop: Stop,
    recent: RecentStudies | None,
    _progress: Progress,
) -> Arrival | None:
    """Return what came, None where it was stopped."""
    known = () if recent is None else recent.of(batch)
    try:
        return ask(registry, batch, stop, known)
    except RequestCancelled:
        return None


def _keep(
    library: Library, arrival: Arrival, stop: Stop, progress: Progress
) -> tuple[Arrival, tuple[Fate, ...]]:
    if progress.is_cancelled:
        raise Cancelled
    return arrival, keep(library, arrival, lambda: not stop.is_set)
