"""Looks numbers of a text up in the library, off the GUI thread; the newest text wins."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.store.library import Library
from desktop_app.ui.means import Means
from desktop_app.ui.registry.fetching.offers import Offer, look
from desktop_app.ui.tasks import Progress, Task

Then = Callable[[Offer], object]


@dataclass(frozen=True, slots=True)
class _Found:
    serial: int
    offer: Offer


class NumberLookup(QObject):
    """Reads through a connection of its own. ``failed`` tells that the library cannot be read."""

    failed = Signal(object)

    def __init__(self, means: Means, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = means.shelf
        self._runner = type(means.previewing)(self, name="numbers")
        self._reader: Library | None = None
        self._serial = 0
        self._then: Then | None = None
        self._task: Task | None = None

    def look(self, text: str, then: Then, *, is_deep: bool = True) -> None:
        """Look the numbers of a text up, and hand over what is found; as in `offers.look`."""
        self.forget()
        self._then = then
        serial = self._serial

        def work(progress: Progress) -> _Found:
            return _Found(serial, look(self._library(), text, is_deep=is_deep, progress=progress))

        task = self._runner.start(work, on_success=self._take, on_failure=self.failed.emit)
        self._task = None if task.is_finished else task

    def forget(self) -> None:
        """Hand over nothing of what was looked up last."""
        self._serial += 1
        self._then = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def close(self) -> None:
        """Stop, and let go of the library."""
        self.forget()
        self._runner.close()
        if self._reader is not None:
            self._reader.close()

    def _library(self) -> Library:
        if self._reader is None:
            self._reader = self._shelf.another_reader()
        return self._reader

    @Slot(object)
    def _take(self, found: _Found) -> None:
        if found.serial == self._serial and self._then is not None:
            then, self._then, self._task = self._then, None, None
            then(found.offer)
