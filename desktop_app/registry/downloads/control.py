"""What others may ask of a download that is running."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from desktop_app.registry.stopping import Stop
from desktop_app.store.importing.control import Ending


class DownloadControl:
    """Pauses, stops and hurries a download; from any thread, and heard of at once."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._ending: Ending | None = None
        self._is_paused = False
        self._is_hurried = False
        self._stop: Stop | None = None

    @property
    def ending(self) -> Ending | None:
        """Return how the download is to end now; None while it is to go on."""
        return self._ending

    @property
    def is_paused(self) -> bool:
        """Tell whether the download is to wait."""
        return self._is_paused and self._ending is None

    def cancel(self) -> None:
        """End the download for good; what was added stays."""
        self._change(ending=Ending.CANCELLED)

    def stop(self) -> None:
        """End the download for now; it can go on from there."""
        self._change(ending=Ending.STOPPED)

    def pause(self) -> None:
        """Let the download wait; a page that is on its way is asked for again."""
        self._change(is_paused=True)

    def resume(self) -> None:
        """Let the download go on."""
        self._change(is_paused=False)

    def hurry(self) -> None:
        """Let the download wait for the network no longer, and try at once."""
        with self._changed:
            self._is_hurried = True
            self._changed.notify_all()

    @contextmanager
    def stretch(self) -> Iterator[Stop]:
        """Give what ends a request when the download is to wait or to end."""
        stop = Stop()
        with self._changed:
            self._stop = stop
            is_to_end = self._is_paused or self._ending is not None
        if is_to_end:
            stop.set()
        try:
            yield stop
        finally:
            with self._changed:
                self._stop = None

    def wait(self, seconds: float) -> bool:
        """Wait, but no longer than until something changes; tell whether it is to hurry."""
        with self._changed:
            if self._ending is None and not self._is_hurried:
                self._changed.wait(seconds)
            is_hurried, self._is_hurried = self._is_hurried, False
            return is_hurried

    def _change(self, *, ending: Ending | None = None, is_paused: bool | None = None) -> None:
        with self._changed:
            self._ending = self._ending or ending
            self._is_paused = self._is_paused if is_paused is None else is_paused
            is_to_end = self._is_paused or self._ending is not None
            stop = self._stop if is_to_end else None
            self._changed.notify_all()
        # Outside: whoever hears of it may ask something of this.
        if stop is not None:
            stop.set()
