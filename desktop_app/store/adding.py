"""Adding records: what is new, what is the same, what is older."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import apsw

from desktop_app.readers.reading import Oddity, ReadRecord
from desktop_app.store.connections import transaction
from desktop_app.store.derived import Current, show_current
from desktop_app.store.documents import DocumentTable
from desktop_app.store.prepared import PreparedRecord, prepare
from desktop_app.store.versions import KnownVersion, insert_version, known_versions
from desktop_app.study.nct_numbers import format_nct_id

_BATCH_BYTES = 33_554_432


class Outcome(Enum):
    """What became of a record that was added."""

    ADDED = "added"
    UPDATED = "updated"
    SAME = "same"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class AddedRecord:
    """A record that is safely in the library; ``note`` is a sentence, or empty."""

    nct_id: str
    outcome: Outcome
    note: str
    origin: str
    brief_title: str


def batches(
    records: Iterable[ReadRecord | PreparedRecord], size: int, seconds: float
) -> Iterator[list[PreparedRecord]]:
    """Gather records up to a number, a time since the first of them, or 32 MB of documents.

    When the records fail, what was gathered until then still comes, and the failure after it.
    """
    batch: list[PreparedRecord] = []
    room, deadline = 0, 0.0
    try:
        for record in records:
            # At once, so that no more than one study is in memory as a whole.
            prepared = record if isinstance(record, PreparedRecord) else prepare(record)
            if not batch:
                room, deadline = _BATCH_BYTES, time.monotonic() + seconds
            batch.append(prepared)
            room -= len(prepared.document.content)
            if len(batch) >= size or room <= 0 or time.monotonic() >= deadline:
                full, batch = batch, []
                yield full
    finally:
        if batch:
            yield batch


class Adder:
    """Adds records through the connection that writes."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._documents = DocumentTable(connection)

    def add(self, records: Sequence[PreparedRecord]) -> list[AddedRecord]:
        """Add records in one transaction: all of them, or none."""
        finished = False
        try:
            with transaction(self._connection):
                added = self._add(records)
            finished = True
        finally:
            if not finished:
                self._documents.forget_dictionaries()
        return added

    def _add(self, records: Sequence[PreparedRecord]) -> list[AddedRecord]:
        self._documents.train_if_useful([record.document.content for record in records])
        changed: dict[int, Current] = {}
        added = [self._add_one(record, changed) for record in records]
        show_current(self._connection, tuple(changed.values()))
        return added

    def _add_one(self, record: PreparedRecord, changed: dict[int, Current]) -> AddedRecord:
        known = known_versions(self._connection, record.nct_number)
        current = max(known, key=_precedence, default=None)
        same = _same(record, known)
        if same is not None and current is not None:
            return _report(record, *_same_outcome(same, current))
        arrived = insert_version(self._connection, record, int(time.time()))
        self._documents.insert(arrived.id, record.document.content)
        if current is None or arrived.precedence > current.precedence:
            changed[record.nct_number] = record, arrived.id
        return _report(record, *_outcome(record, arrived, current))


def _precedence(version: KnownVersion) -> tuple[bool, str, int, int]:
    return version.precedence


def _same(record: PreparedRecord, known: Sequence[KnownVersion]) -> KnownVersion | None:
    """Return the version that is the same document, or else has the same content."""
    for version in known:
        if version.sha256 == record.sha256:
            return version
    for version in known:
        if version.fingerprint == record.fingerprint:
            return version
    return None


def _same_outcome(same: KnownVersion, current: KnownVersion) -> tuple[Outcome, str]:
    if same.id == current.id:
        return Outcome.SAME, "The library already holds this version."
    return Outcome.OLDER, (
        "The library already keeps this version, as an older one; "
        f"{_version(current)} stays the current one."
    )


def _outcome(
    record: PreparedRecord, arrived: KnownVersion, current: KnownVersion | None
) -> tuple[Outcome, str]:
    part = "" if arrived.is_whole else f"Only part of a record: it lacks {_list(record.lacks)}."
    if current is None:
        return Outcome.ADDED, part
    if arrived.precedence > current.precedence:
        note = f"It takes the place of {_version(current)}, which is kept."
        return Outcome.UPDATED, f"{part} {note}".strip()
    note = f"Kept as an older version; {_version(current)} stays the current one."
    if current.is_whole and not arrived.is_whole:
        note = f"Kept as a version; {_version(current)}, which is whole, stays the current one."
    return Outcome.OLDER, f"{part} {note}".strip()


def _version(version: KnownVersion) -> str:
    if not version.record_date:
        return "the version without a date"
    return f"the version of {version.record_date}"


def _list(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _report(record: PreparedRecord, outcome: Outcome, note: str) -> AddedRecord:
    return AddedRecord(
        nct_id=format_nct_id(record.nct_number),
        outcome=outcome,
        note=" ".join(part for part in (note, _odd(record.oddities)) if part),
        origin=record.document.origin,
        brief_title=record.summary.brief_title,
    )


def _odd(oddities: Sequence[Oddity]) -> str:
    """Say in a sentence what the schema does not foresee in a record, empty where all is well."""
    if not oddities:
        return ""
    others = f", and {len(oddities) - 1} more" if len(oddities) > 1 else ""
    return f"Odd in it: {oddities[0]}{others}."
