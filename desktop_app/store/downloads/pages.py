"""Adds pages of studies to the library, each together with how far the download is after it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import apsw
import zstandard

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.readers.limits import Limits
from desktop_app.readers.reading import Reading, Rejected
from desktop_app.store.adding import Outcome
from desktop_app.store.connections import transaction
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
from desktop_app.store.importing.dictionaries import dictionary_of
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.preparing import Held, HeldVersions, Pack, Preparer, SentRecord
from desktop_app.store.importing.runs import Counts
from desktop_app.store.importing.units import Unit, documents_in
from desktop_app.store.opening import open_for_writing
from desktop_app.study.nct_numbers import format_nct_id

if TYPE_CHECKING:
    from desktop_app.store.rereading import ReadDocument

_BUSY_MILLISECONDS = 120_000
_LEVEL = 3
_AT_ONCE = 200
"""Records that are added without asking whether to go on; well under a second."""
GoOn = Callable[[], object]
OriginOf = Callable[[str], str]
"""The words that tell where a study was found, by its NCT number; empty for none."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page as it came: an answer of the registry's API, byte for byte."""

    content: bytes
    origin_of: OriginOf


@dataclass(slots=True)
class _Prepared:
    records: list[SentRecord] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    same: int = 0
    older: int = 0


class PageKeeper:
    """Adds the pages of one download; one thread at a time. All of it raises StoreError."""

    def __init__(self, path: Path, connection: apsw.Connection, reader: ReadDocument) -> None:
        """Use a connection that writes; `open` is what callers want."""
        self._path = path
        self._connection = connection
        self._adder = BulkAdder(connection, reader)
        self._pack: Pack | None = None
        self._dictionary_id: int | None = None

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
            prepared = self._prepared(pages, go_on)
            with transaction(self._connection):
                outcomes = Counter[Outcome]()
                for some in _parts(prepared.records):
                    go_on()
                    outcomes += self._adder.add(some)
                counts = Counts(
                    added=outcomes[Outcome.ADDED],
                    updated=outcomes[Outcome.UPDATED],
                    same=outcomes[Outcome.SAME] + prepared.same,
                    older=outcomes[Outcome.OLDER] + prepared.older,
                    rejected=len(prepared.rejected),
                )
                told = [(one.origin, one.reason) for one in prepared.rejected]
                moved = replace(
                    download,
                    position=position,
                    counts=download.counts + counts,
                    rejected=(*download.rejected, *told)[:MOST_TOLD],
                )
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

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _prepared(self, pages: Sequence[FoundPage], go_on: GoOn) -> _Prepared:
        """Work out what becomes of the studies of pages; most of the work, and changes nothing."""
        made = _Prepared()
        for page in pages:
            preparer = Preparer(
                HeldVersions(self._connection), self._packer(page.content), self._dictionary_id
            )
            for unit in _units(page):
                go_on()
                for one in preparer.outcomes(unit):
                    _note(made, one, page.origin_of)
        return made

    def _packer(self, content: bytes) -> Pack:
        """Return what compresses: with the library's dictionary, or with one made of a page."""
        if self._pack is None:
            self._dictionary_id, dictionary = dictionary_of(self._connection, _samples(content))
            compress = _compressor(dictionary)
            if self._dictionary_id is None:
                # A page that is larger may give a dictionary.
                return compress
            self._pack = compress
        return self._pack


def _compressor(dictionary: bytes) -> Pack:
    if not dictionary:
        return zstandard.ZstdCompressor(level=_LEVEL).compress
    made = zstandard.ZstdCompressionDict(dictionary)
    made.precompute_compress(level=_LEVEL)
    return zstandard.ZstdCompressor(dict_data=made).compress


def _samples(content: bytes) -> Iterator[bytes]:
    return (document for document in documents_in(content) if document is not None)


def _note(made: _Prepared, one: SentRecord | Rejected | Held, origin_of: OriginOf) -> None:
    if isinstance(one, SentRecord):
        nct_id = format_nct_id(one.entry.nct_number)
        made.records.append(one._replace(origin=origin_of(nct_id)))
    elif isinstance(one, Rejected):
        made.rejected.append(one)
    else:
        made.same += one is Held.CURRENT
        made.older += one is Held.OLDER


def _parts(records: Sequence[SentRecord]) -> Iterator[Sequence[SentRecord]]:
    for begin in range(0, len(records), _AT_ONCE):
        yield records[begin : begin + _AT_ONCE]


def _units(page: FoundPage) -> Iterator[Unit]:
    """Yield the studies of a page one by one, or the page as a whole where it is odd."""
    origin = page.origin_of("")
    documents = list(documents_in(page.content))
    if len(documents) == 1 or None in documents:
        yield _unit(page.content, origin)
        return
    words = _("{file}, record {number}")
    for number, document in enumerate(documents, start=1):
        if document is not None:
            yield _unit(document, words.format(file=origin, number=number))


def _unit(content: bytes, origin: str) -> Unit:
    def readings() -> Iterator[Reading]:
        # Loaded here: most pages hold nothing that needs models.
        from desktop_app.readers.detect import read_stream

        return read_stream(io.BytesIO(content), origin, Limits())

    return Unit(Position(), Position(file=1), origin, lambda: content, readings, 1.0)
