"""Prepares what the units of an import hold; the part of an import that takes most of the work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile

from pydantic_core import from_json

from desktop_app.errors import RecordFormatError
from desktop_app.languages import _
from desktop_app.readers.reading import Rejected, SourceFormat
from desktop_app.readers.reasons import reason_of
from desktop_app.store.entries.content import hashes
from desktop_app.store.entries.entry import Entry, entry_of
from desktop_app.store.importing.units.pieces import documents_in
from desktop_app.store.importing.units.unit import PROTOCOL, Unit

if TYPE_CHECKING:
    import apsw

    from desktop_app.readers.reading import ReadRecord

_NUMBER = re.compile(rb'"nctId"\s*+:\s*+"(NCT[0-9]{8})"')
_HEAD_BYTES = 1_024
_JSON = SourceFormat.CTGOV_JSON.value
# What is in the trash is not listed as a study.
_OF_DOCUMENT = (
    "SELECT s.version_id IS v.id FROM version v JOIN study s ON s.nct_number = v.nct_number "
    "WHERE v.nct_number = ? AND v.sha256 = ? ORDER BY 1 DESC LIMIT 1"
)
_OF_CONTENT = (
    "SELECT s.version_id IS v.id FROM version v JOIN reading r ON r.version_id = v.id "
    "JOIN study s ON s.nct_number = v.nct_number "
    "WHERE v.nct_number = ? AND r.content_hash = ? ORDER BY 1 DESC LIMIT 1"
)


class Held(Enum):
    """What the library holds already: as the current version of a study, or as an older one."""

    CURRENT = "current"
    OLDER = "older"


class SentRecord(NamedTuple):
    """A prepared record as it goes from process to process.

    ``packed`` is the document, compressed with the dictionary of that number, if any.
    """

    entry: Entry
    origin: str
    format: str
    size: int
    sha256: bytes
    content_hash: bytes
    dictionary_id: int | None
    packed: bytes


Outcome = SentRecord | Rejected | Held
Pack = Callable[[bytes], bytes]


class HeldVersions:
    """Knows what the library holds, by the hashes of the documents."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._is_empty = not connection.execute("SELECT EXISTS (SELECT 1 FROM version)").get

    def find(self, document: bytes, content_hash: bytes) -> Held | None:
        """Return whether a document is held, without reading it; None if it is not, or in trash."""
        match = None if self._is_empty else _NUMBER.search(document, 0, _HEAD_BYTES)
        if match is None:
            return None
        return self._held(_OF_CONTENT, int(match[1][3:]), content_hash)

    def find_version(self, nct_number: int, sha256: bytes) -> Held | None:
        """Return whether a version of a study is this document; None if not, or in the trash."""
        return None if self._is_empty else self._held(_OF_DOCUMENT, nct_number, sha256)

    def _held(self, query: str, nct_number: int, wanted: bytes) -> Held | None:
        is_current = self._connection.execute(query, (nct_number, wanted)).get
        if is_current is None:
            return None
        return Held.CURRENT if is_current else Held.OLDER


class Preparer:
    """Turns units into what is kept of them.

    ``pack`` compresses a document with the dictionary of the given number.
    """

    def __init__(self, held: HeldVersions, pack: Pack, dictionary_id: int | None) -> None:
        self._held = held
        self._pack = pack
        self._dictionary_id = dictionary_id

    def outcomes(self, unit: Unit) -> Iterator[Outcome]:
        """Yield what becomes of each record of a unit; faults cost only what they stand in."""
        try:
            yield from self._outcomes(unit)
        except BadZipFile as error:
            words = _("This member of the archive is damaged ({fault}).")
            yield Rejected(unit.origin, words.format(fault=error))
        except OSError as error:
            words = _("It cannot be read: {reason}.")
            yield Rejected(unit.origin, words.format(reason=reason_of(error)))

    def _outcomes(self, unit: Unit) -> Iterator[Outcome]:
        held = None if unit.version is None else self._held.find_version(*unit.version)
        if held is not None:
            yield held
            return
        content = unit.document()
        count = 0 if content is None else content.count(PROTOCOL)
        if content is not None and count == 1:
            one = self._quickly(content, unit.origin)
            if one is not None:
                yield one
                return
        elif content is not None and count > 1:
            several = self._several(content, unit.origin)
            if several is not None:
                yield from several
                return
        for reading in unit.readings():
            yield reading if isinstance(reading, Rejected) else self._patiently(reading)

    def _several(self, content: bytes, origin: str) -> list[Outcome] | None:
        """Return what becomes of the studies of a file of several; None if any of them is odd."""
        outcomes: list[Outcome] = []
        for number, document in enumerate(documents_in(content), start=1):
            words = _("{file}, record {number}")
            place = words.format(file=origin, number=number)
            one = None if document is None else self._quickly(document, place)
            if one is None:
                return None
            outcomes.append(one)
        return outcomes

    def _quickly(self, document: bytes, origin: str) -> SentRecord | Held | None:
        """Prepare a document of JSON without making models; None where that cannot be done."""
        sha256, content_hash = hashes(document)
        held = self._held.find(document, content_hash)
        if held is not None:
            return held
        try:
            raw = from_json(document, allow_inf_nan=False, cache_strings="keys")
        except ValueError:
            return None
        if not isinstance(raw, dict) or not isinstance(raw.get("protocolSection"), dict):
            return None
        entry = entry_of(raw)
        return None if entry is None else self._sent(entry, document, origin, sha256, content_hash)

    def _patiently(self, record: ReadRecord) -> Outcome:
        # Loaded here: most imports hold nothing that needs models.
        from desktop_app.store.prepared import prepare

        try:
            prepared = prepare(record)
        except RecordFormatError as error:
            return Rejected(record.document.origin, str(error))
        content, form = record.document.content, record.document.format.value
        sent = self._sent(
            prepared.entry, content, record.document.origin, prepared.sha256, prepared.content_hash
        )
        return sent._replace(format=form)

    def _sent(
        self, entry: Entry, document: bytes, origin: str, sha256: bytes, content_hash: bytes
    ) -> SentRecord:
        packed = self._pack(document)
        size = len(document)
        return SentRecord(
            *(entry, origin, _JSON, size, sha256, content_hash, self._dictionary_id, packed)
        )
