"""Works out what becomes of the studies of pages, before any of it is added."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import apsw
import zstandard

from desktop_app.languages import _
from desktop_app.readers.limits import Limits
from desktop_app.readers.reading import Reading, Rejected
from desktop_app.store.importing.dictionaries import dictionary_of
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.preparing import Held, HeldVersions, Pack, Preparer, SentRecord
from desktop_app.store.importing.units.pieces import documents_in
from desktop_app.store.importing.units.unit import Unit
from desktop_app.study.nct_numbers import format_nct_id

_LEVEL = 3
GoOn = Callable[[], object]
"""Is called again and again while there is work, and may raise to leave it."""
OriginOf = Callable[[str], str]
"""The words that tell where a study was found, by its NCT number; empty for none."""


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page as it came: an answer of the registry's API, byte for byte."""

    content: bytes
    origin_of: OriginOf


@dataclass(slots=True)
class PreparedPages:
    """What is to be added, what is none, and how many are held already."""

    records: list[SentRecord] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    same: int = 0
    older: int = 0

    def note(self, one: SentRecord | Rejected | Held, origin_of: OriginOf) -> None:
        """Take in what becomes of one study."""
        if isinstance(one, SentRecord):
            nct_id = format_nct_id(one.entry.nct_number)
            self.records.append(one._replace(origin=origin_of(nct_id)))
        elif isinstance(one, Rejected):
            self.rejected.append(one)
        else:
            self.same += one is Held.CURRENT
            self.older += one is Held.OLDER


class PagePreparer:
    """Prepares the pages of one download; most of the work of keeping them."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._pack: Pack | None = None
        self._dictionary_id: int | None = None

    def prepare(self, pages: Sequence[FoundPage], go_on: GoOn) -> PreparedPages:
        """Work out what becomes of the studies of pages; adds none of them.

        Raises what ``go_on`` raises between two studies.
        """
        made = PreparedPages()
        for page in pages:
            preparer = Preparer(
                HeldVersions(self._connection), self._packer(page.content), self._dictionary_id
            )
            for unit in _units(page):
                go_on()
                for one in preparer.outcomes(unit):
                    made.note(one, page.origin_of)
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
