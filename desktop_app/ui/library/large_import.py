"""A large import, which other processes do, as a piece of work of the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.ui.tasks import Cancelled, Progress

if TYPE_CHECKING:
    from desktop_app.store.importing.batches import BatchSize
    from desktop_app.store.importing.engine import ImportResult
    from desktop_app.store.importing.progress import ImportProgress


class LargeImport:
    """How a large import goes; written on a worker, read and paused on the GUI thread."""

    batch: BatchSize | None = None
    """How much is written at once, where that is not left to the import."""

    def __init__(self) -> None:
        self.progress: ImportProgress | None = None
        self.result: ImportResult | None = None
        self.is_paused = False

    def run(self, library: Path, paths: Sequence[Path], report: Progress) -> None:
        """Import, and report; raises Cancelled when that was asked for, and StoreError.

        What stops because the window closes goes on at its next start.
        """
        from desktop_app.store.importing.remote import RemoteImport

        remote = RemoteImport(library, paths, self.batch)
        is_told_paused = False

        def hear(progress: ImportProgress) -> None:
            nonlocal is_told_paused
            self.progress = progress
            # Told from here alone, and so in order, also what was asked before the import began.
            if is_told_paused is not self.is_paused:
                is_told_paused = not is_told_paused
                (remote.pause if is_told_paused else remote.resume)()
            if report.is_cancelled:
                if report.is_closing:
                    raise Cancelled
                remote.cancel()
            else:
                report(progress.done, progress.total)

        self.result = remote.run(hear)
        if report.is_cancelled:
            raise Cancelled

    def pause(self, *, is_paused: bool) -> None:
        """Let the import wait, or go on; it hears of it within a tenth of a second."""
        self.is_paused = is_paused
