"""Keeps which numbers are still to be fetched, so that a crash loses none of them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.errors import StoreError
from desktop_app.ui.means import Means
from desktop_app.ui.tasks import Progress

if TYPE_CHECKING:
    from desktop_app.registry.downloads.ledger import NumberLedger


class ToCome(QObject):
    """Writes off the GUI thread, in the order of what it is told.

    Where the library takes nothing just now, fetching goes on all the same.
    """

    def __init__(self, means: Means, parent: QObject) -> None:
        super().__init__(parent)
        self._library = means.library
        self._runner = type(means.previewing)(self, name="numbers to come")
        self._is_used = False

    def note(self, nct_ids: Iterable[str]) -> None:
        """Keep that these are still to come, and no others."""
        self._is_used = True
        work = partial(_note, self._ledger, tuple(nct_ids))
        self._runner.start(work, on_success=self._go_on)

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
