"""Numbers that are being fetched, kept in the library until they have come.

What a program that crashed left there is offered at the next start, as a download of numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.registry.downloads.asked import asked_text, begin
from desktop_app.store.downloads.locks import take_download
from desktop_app.store.downloads.waiting import change_download, forget_download

if TYPE_CHECKING:
    from desktop_app.store.downloads.runs import Download
    from desktop_app.store.process_lock import ProcessLock


class NumberLedger:
    """Holds what one errand after the other is to fetch; one thread at a time."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._run: Download | None = None
        self._lock: ProcessLock | None = None
        self._noted: tuple[str, ...] = ()

    def note(self, nct_ids: Iterable[str]) -> None:
        """Keep that these numbers are still to come, and none that was noted before.

        Raises StoreError.
        """
        numbers = tuple(dict.fromkeys(nct_ids))
        if numbers == self._noted:
            return
        if self._run is None:
            self._begin(numbers)
        elif numbers:
            change_download(self._library, self._run.id, asked_text(numbers), len(numbers))
        else:
            forget_download(self._library, self._run.id)
            self.let_go()
        self._noted = numbers

    def let_go(self) -> None:
        """Leave what is kept to whoever goes on with it."""
        if self._lock is not None:
            self._lock.let_go()
        self._run = self._lock = None
        self._noted = ()

    def _begin(self, numbers: tuple[str, ...]) -> None:
        if not numbers:
            return
        run = begin(self._library, numbers)
        lock = take_download(self._library.parent, run.id)
        # Where another program is fetching the very same numbers, it keeps them.
        if lock is not None:
            self._run, self._lock = run, lock
