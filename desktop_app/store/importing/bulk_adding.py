"""Adds many prepared records at a time: new studies table by table, all others one by one."""

import json
import time
from collections import Counter
from collections.abc import Sequence

import apsw

from desktop_app.readers.reading import SourceDocument, SourceFormat
from desktop_app.store.adding import Adder, Outcome
from desktop_app.store.derived import insert_entries
from desktop_app.store.derived_state import require_built
from desktop_app.store.entries.entry import Entry
from desktop_app.store.importing.page_filling import filling_order
from desktop_app.store.importing.preparing import SentRecord
from desktop_app.store.packed import PackedDocument
from desktop_app.store.prepared import PreparedRecord
from desktop_app.store.rereading import ReadDocument

_KNOWN = (
    "SELECT DISTINCT nct_number FROM version WHERE nct_number IN (SELECT value FROM json_each(?))"
)
_NEXT_VERSION = "SELECT coalesce(max(id), 0) + 1 FROM version"

Listed = tuple[Entry, int]
"""What is listed of a study, and the id of its current version."""


class BulkAdder:
    """Adds records through the connection that writes; all of it belongs into transactions."""

    def __init__(self, connection: apsw.Connection, reader: ReadDocument) -> None:
        self._connection = connection
        self._adder = Adder(connection, reader)

    def add(self, records: list[SentRecord]) -> Counter[Outcome]:
        """Add records and return how many had which outcome; the list is empty then.

        What was written is let go at once: all of it takes a fifth of the memory of an import,
        and so does what the index of words gathers meanwhile.
        Raises apsw.BusyError while the derived tables are being built.
        """
        require_built(self._connection)
        counts, listed = self._keep(records)
        insert_entries(self._connection, listed)
        return counts

    def _keep(self, records: list[SentRecord]) -> tuple[Counter[Outcome], list[Listed]]:
        """Keep records as versions; returns the outcomes, and what is to be listed now."""
        new, others = self._parted(records)
        records.clear()
        listed = self._keep_new(new)
        added, more = self._adder.keep([_prepared(record) for record in others])
        # A study that is new may come in several versions at once, of which one is listed.
        current = {entry.nct_number: (entry, version_id) for entry, version_id in listed + more}
        counts = Counter(one.outcome for one in added)
        counts[Outcome.ADDED] += len(new)
        return counts, list(current.values())

    def _parted(self, records: Sequence[SentRecord]) -> tuple[list[SentRecord], list[SentRecord]]:
        """Return the records of studies that the library never saw, and all others."""
        numbers = [record.entry.nct_number for record in records]
        seen = {number for (number,) in self._connection.execute(_KNOWN, (json.dumps(numbers),))}
        new: list[SentRecord] = []
        others: list[SentRecord] = []
        for number, record in zip(numbers, records, strict=True):
            (others if number in seen else new).append(record)
            seen.add(number)
        return new, others

    def _keep_new(self, records: Sequence[SentRecord]) -> list[Listed]:
        first = int(self._connection.execute(_NEXT_VERSION).get)
        page_bytes = int(self._connection.pragma("page_size"))
        order = filling_order([len(record.packed) for record in records], page_bytes)
        numbered = [(first + place, records[at]) for place, at in enumerate(order)]
        now = int(time.time())
        self._connection.executemany(
            "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (id_, one.entry.nct_number, one.format, one.origin, now, one.sha256, one.size)
                for id_, one in numbered
            ),
        )
        self._connection.executemany(
            "INSERT INTO reading VALUES (?, ?, ?, ?)",
            (
                (id_, one.entry.summary.record_date, one.content_hash, not one.entry.lacks)
                for id_, one in numbered
            ),
        )
        self._connection.executemany(
            "INSERT INTO document VALUES (?, ?, ?)",
            ((id_, one.dictionary_id, one.packed) for id_, one in numbered),
        )
        ids = dict(zip(order, range(first, first + len(order)), strict=True))
        return [(record.entry, ids[at]) for at, record in enumerate(records)]


def _prepared(record: SentRecord) -> PreparedRecord:
    return PreparedRecord(
        entry=record.entry,
        document=SourceDocument(b"", SourceFormat(record.format), record.origin),
        size=record.size,
        sha256=record.sha256,
        content_hash=record.content_hash,
        packed=PackedDocument(record.dictionary_id, record.packed),
    )
