"""Keeps which numbers are still to be fetched, so that a crash loses none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.errors import StoreError
from desktop_app.ui.means import Means
from desktop_app.ui.tasks import Progress

if TYPE_CHECKING:
    from desktop_app.registry.downloads.ledger import NumberLedger

_FEW = 1_000
_GOOD_PART = 0.9
"""Of very many, all are written each time: the fewer times the better."""


class ToCome(QObject):
    """Writes off the GUI thread, in the order of what it is told.

    Where the library takes nothing just now, fetching goes on all the same.
    """

    def __init__(self, means: Means, parent: QObject) -> None:
        super().__init__(parent)
        self._library = means.library
        self._runner = type(means.previewing)(self, name="numbers to come")
        self._is_used = False
        self._count = 0

    def note(self, nct_ids: Iterable[str]) -> None:
        """Keep that these are still to come, and no others."""
        numbers = tuple(nct_ids)
        self._is_used, self._count = True, len(numbers)
        self._runner.start(partial(_note, self._ledger, numbers), on_success=self._go_on)

    def note_rest(self, count: int, nct_ids: Callable[[], Iterable[str]]) -> None:
        """Keep which are still to come, where so many are a good part fewer than were kept.

        Those that have come are asked for once more after a crash, and then are held already.
        """
        if self._count <= _FEW or count <= self._count * _GOOD_PART:
            self.note(nct_ids())

    def close(self, nct_ids: Iterable[str]) -> None:
        """Leave these to the next start."""
        self._runner.close()
        if not self._is_used:
            return
        # Where the library takes nothing any more, there is no window left to tell it in.
        with suppress(StoreError):
            self._ledger.note(nct_ids)
        self._ledger.let_go()

    @cached_property
    def _ledger(self) -> NumberLedger:
        from desktop_app.registry.downloads.ledger import NumberLedger

        return NumberLedger(self._library.path)

    @Slot(object)
    def _go_on(self, _nothing: object) -> None:
        """Nobody waits for it."""


def _note(ledger: NumberLedger, nct_ids: tuple[str, ...], _progress: Progress) -> None:
    with suppress(StoreError):
        ledger.note(nct_ids)
