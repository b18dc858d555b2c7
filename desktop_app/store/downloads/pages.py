"""Adds pages of studies to the library, each together with how far the download is after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.adding import Outcome
from desktop_app.store.connections import transaction
from desktop_app.store.downloads.page_preparing import (
    FoundPage,
    GoOn,
    PagePreparer,
    PreparedPages,
)
from desktop_app.store.downloads.runs import (
    MOST_TOLD,
    Download,
    DownloadPosition,
    delete_download,
    unfinished_downloads,
    update_download,
)
from desktop_app.store.failures import store_failures
from desktop_app.store.importing.bulk_adding import BulkAdder
from desktop_app.store.importing.preparing import SentRecord
from desktop_app.store.importing.runs import Counts
from desktop_app.store.opening import open_for_writing

if TYPE_CHECKING:
    from desktop_app.store.rereading import ReadDocument

_BUSY_MILLISECONDS = 120_000
_AT_ONCE = 200
"""Records that are added without asking whether to go on; well under a second."""


class PageKeeper:
    """Adds the pages of one download; one thread at a time. All of it raises StoreError."""

    def __init__(self, path: Path, connection: apsw.Connection, reader: ReadDocument) -> None:
        """Use a connection that writes; `open` is what callers want."""
        self._path = path
        self._connection = connection
        self._adder = BulkAdder(connection, reader)
        self._preparer = PagePreparer(connection)

    @classmethod
    def open(cls, path: Path, reader: ReadDocument) -> Self:
        """Open a library file for the pages of a download."""
        with store_failures(path):
            connection = open_for_writing(path, reader, lambda done, total: None)
            if connection is None:
                words = _("The library file {path} cannot be written, so nothing was added.")
                raise StoreError(words.format(path=path))
            connection.set_busy_timeout(_BUSY_MILLISECONDS)
            return cls(path, connection, reader)

    def keep(
        self,
        download: Download,
        pages: Sequence[FoundPage],
        position: DownloadPosition,
        go_on: GoOn = lambda: None,
    ) -> Download:
        """Add what pages hold, and how far the download is then: all of it, or nothing.

        ``go_on`` is called again and again, and may raise: then nothing was added.
        """
        with store_failures(self._path):
            prepared = self._preparer.prepare(pages, go_on)
            with transaction(self._connection):
                outcomes = Counter[Outcome]()
                for some in _parts(prepared.records):
                    go_on()
                    outcomes += self._adder.add(list(some))
                moved = _moved(download, position, outcomes, prepared)
                update_download(self._connection, moved)
        return moved

    def current(self, download: Download) -> Download | None:
        """Return how far a download is, None where it came to its end meanwhile."""
        with store_failures(self._path):
            found = unfinished_downloads(self._connection)
        return next((one for one in found if one.id == download.id), None)

    def move(self, download: Download) -> None:
        """Keep how far a download is, without studies."""
        with store_failures(self._path), transaction(self._connection):
            update_download(self._connection, download)

    def end(self, download: Download) -> None:
        """Forget a download, which is at its end."""
        with store_failures(self._path), transaction(self._connection):
            delete_download(self._connection, download.id)

    def close(self) -> None:
        """Let the library file go."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()


def _moved(
    download: Download,
    position: DownloadPosition,
    outcomes: Counter[Outcome],
    prepared: PreparedPages,
) -> Download:
    """Return how far a download is once its pages are added."""
    counts = Counts(
        added=outcomes[Outcome.ADDED],
        updated=outcomes[Outcome.UPDATED],
        same=outcomes[Outcome.SAME] + prepared.same,
        older=outcomes[Outcome.OLDER] + prepared.older,
        rejected=len(prepared.rejected),
    )
    told = [(one.origin, one.reason) for one in prepared.rejected]
    return replace(
        download,
        position=position,
        counts=download.counts + counts,
        rejected=(*download.rejected, *told)[:MOST_TOLD],
    )


def _parts(records: Sequence[SentRecord]) -> Iterator[Sequence[SentRecord]]:
    for begin in range(0, len(records), _AT_ONCE):
        yield records[begin : begin + _AT_ONCE]
