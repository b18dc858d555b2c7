"""Adding records: what is new, what is the same, what is older."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import apsw

from desktop_app.conventions import number_text
from desktop_app.errors import RecordFormatError, StoreDamagedError
from desktop_app.languages import _, ngettext
from desktop_app.punctuation import joined_sentences, listed
from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import Oddity, ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.connections import transaction
from desktop_app.store.derived import (
    hide_study,
    insert_entries,
    read_version,
    rebuild_if_needed,
)
from desktop_app.store.derived_state import DERIVED_VERSION, derived_version, require_built
from desktop_app.store.documents import DocumentTable
from desktop_app.store.entries.content import is_same_content, raw_record
from desktop_app.store.entries.entry import Entry
from desktop_app.store.prepared import PreparedRecord, as_json, prepare
from desktop_app.store.rereading import ReadDocument
from desktop_app.store.updated import note_updated
from desktop_app.store.versions import (
    KnownVersion,
    delete_reading,
    insert_reading,
    insert_version,
    known_versions,
    stored_version,
)
from desktop_app.study.nct_numbers import format_nct_id

_BATCH_BYTES = 33_554_432
_TRASHED = "SELECT nct_number FROM trash"


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
            room -= prepared.size
            if len(batch) >= size or room <= 0 or time.monotonic() >= deadline:
                full, batch = batch, []
                yield full
    finally:
        if batch:
            yield batch


class Adder:
    """Adds records through the connection that writes."""

    def __init__(self, connection: apsw.Connection, reader: ReadDocument) -> None:
        self._connection = connection
        self._reader = reader
        self._documents = DocumentTable(connection)

    def add(self, records: Sequence[PreparedRecord]) -> list[AddedRecord]:
        """Add records in one transaction: all of them, or none."""
        if derived_version(self._connection) != DERIVED_VERSION:
            # Building them again was stopped, and what is not built looks as if it were not held.
            rebuild_if_needed(self._connection, self._reader, lambda done, total: None)
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
        # Another process may have begun to build them while this one waited for its turn.
        require_built(self._connection)
        self._documents.train_if_useful([record.document.content for record in records])
        added, new = self.keep(records)
        insert_entries(self._connection, new)
        return added

    def keep(
        self, records: Sequence[PreparedRecord]
    ) -> tuple[list[AddedRecord], list[tuple[Entry, int]]]:
        """Keep records as versions; belongs into a transaction.

        Returns what became of each, and the entries, with their versions' ids, that are to be
        listed now: none of their studies is listed any more.
        """
        trashed = {number for (number,) in self._connection.execute(_TRASHED)}
        shown: dict[int, _Shown] = {}
        added = [self._add_one(record, shown, trashed) for record in records]
        for number, one in shown.items():
            if one.was_held:
                hide_study(self._connection, number)
        return added, [(one.record.entry, one.version_id) for one in shown.values()]

    def _add_one(
        self, record: PreparedRecord, shown: dict[int, "_Shown"], trashed: set[int]
    ) -> AddedRecord:
        number = record.nct_number
        known = known_versions(self._connection, number)
        current = max(known, key=_precedence, default=None)
        same = self._same(record, known)
        if same is not None and same.sha256 == record.sha256 and not self._is_sound(same):
            return self._mend(record, same, known, shown, trashed)
        if same is not None and current is not None:
            if number in trashed:
                return self._bring_back(record, current, shown, trashed)
            return _report(record, *_same_outcome(same, current))
        now = int(time.time())
        arrived = insert_version(self._connection, record, now)
        self._documents.insert(arrived.id, record.document.content, record.packed)
        is_newest = current is None or arrived.precedence > current.precedence
        if is_newest:
            shown[number] = _Shown(record, arrived.id, was_held=current is not None)
            if current is not None:
                note_updated(self._connection, number, arrived.id, now)
        if number in trashed:
            return self._bring_back(record, arrived if is_newest else current, shown, trashed)
        return _report(record, *_outcome(record, arrived, current))

    def _is_sound(self, version: KnownVersion) -> bool:
        """Tell whether the document of a version is still what was imported."""
        try:
            self._documents.read(version.id)
        except StoreDamagedError:
            return False
        return True

    def _mend(
        self,
        record: PreparedRecord,
        same: KnownVersion,
        known: Sequence[KnownVersion],
        shown: dict[int, "_Shown"],
        trashed: set[int],
    ) -> AddedRecord:
        """Put a document in the place of what is left of it, and work out again what it says."""
        self._documents.delete(same.id)
        self._documents.insert(same.id, record.document.content, record.packed)
        delete_reading(self._connection, same.id)
        mended = insert_reading(self._connection, same.id, record)
        others = [version for version in known if version.id != same.id]
        current = max((mended, *others), key=_precedence)
        number = record.nct_number
        if number in trashed:
            return self._bring_back(record, current, shown, trashed)
        again = record if current.id == mended.id else self._read(current.id)
        shown[number] = _Shown(again, current.id, was_held=True)
        return _report(record, *_same_outcome(mended, current))

    def _read(self, version_id: int) -> PreparedRecord:
        return read_version(self._connection, self._reader, version_id)

    def _bring_back(
        self,
        record: PreparedRecord,
        current: KnownVersion | None,
        shown: dict[int, "_Shown"],
        trashed: set[int],
    ) -> AddedRecord:
        """Take a study out of the trash, for somebody brings it in again."""
        assert current is not None
        number = record.nct_number
        self._connection.execute("DELETE FROM trash WHERE nct_number = ?", (number,))
        trashed.discard(number)
        if number not in shown:
            shown[number] = _Shown(self._read(current.id), current.id, was_held=True)
        return _report(record, Outcome.ADDED, _("It was in the trash and is back in the library."))

    def _same(self, record: PreparedRecord, known: Sequence[KnownVersion]) -> KnownVersion | None:
        """Return the version that is the same document, or else has the same content."""
        for version in known:
            is_same = version.content_hash == record.content_hash
            if version.sha256 == record.sha256 or (is_same and self._is_sound(version)):
                return version
        date = record.entry.summary.record_date or ""
        # A change moves the date: only versions of one date need a closer look.
        alike = [version for version in known if version.record_date == date]
        raw = self._raw(record.document, record) if alike else None
        for version in alike:
            if raw is not None and self._holds_same(raw, version):
                return version
        return None

    def _holds_same(self, raw: JsonObject, version: KnownVersion) -> bool:
        stored = stored_version(self._connection, version.id)
        assert stored is not None
        try:
            content = self._documents.read(version.id)
        except StoreDamagedError:
            return False
        held = self._raw(SourceDocument(content, stored.format, stored.origin))
        return held is not None and is_same_content(raw, held)

    def _raw(
        self, document: SourceDocument, record: PreparedRecord | None = None
    ) -> JsonObject | None:
        """Return what a document holds, as the registry's JSON."""
        content = document.content
        if record is not None and record.packed is not None:
            content = self._documents.unpack(record.packed, record.size)
        if document.format is SourceFormat.CTGOV_JSON:
            return raw_record(content)
        try:
            return as_json(self._reader(replace(document, content=content)).study)
        except RecordFormatError:
            return None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A version that becomes the one that is listed; ``was_held``: its study was known before."""

    record: PreparedRecord
    version_id: int
    was_held: bool


def _precedence(version: KnownVersion) -> tuple[bool, str, int, int]:
    return version.precedence


def _same_outcome(same: KnownVersion, current: KnownVersion) -> tuple[Outcome, str]:
    if same.id == current.id:
        return Outcome.SAME, _("The library already holds this version.")
    return Outcome.OLDER, _of_current(
        current,
        _(
            "The library already keeps this version, as an older one; the version of {date} stays"
            " the current one."
        ),
        _(
            "The library already keeps this version, as an older one; the version without a date"
            " stays the current one."
        ),
    )


def _outcome(
    record: PreparedRecord, arrived: KnownVersion, current: KnownVersion | None
) -> tuple[Outcome, str]:
    part = "" if arrived.is_whole else _lacking(record.entry.lacks)
    if current is None:
        return Outcome.ADDED, part
    if arrived.precedence > current.precedence:
        return Outcome.UPDATED, joined_sentences((part, _takes_place(current)))
    is_lesser = current.is_whole and not arrived.is_whole
    kept = _kept_beside_whole(current) if is_lesser else _kept_as_older(current)
    return Outcome.OLDER, joined_sentences((part, kept))


def _lacking(modules: Sequence[str]) -> str:
    # Loaded here: few records lack anything, and models take long to load.
    from desktop_app.study.base import label
    from desktop_app.study.study import ProtocolSection

    names = [label(ProtocolSection, module) for module in modules]
    return _("Only part of a record: it lacks {elements}.").format(elements=listed(names))


def _takes_place(current: KnownVersion) -> str:
    return _of_current(
        current,
        _("It takes the place of the version of {date}, which is kept."),
        _("It takes the place of the version without a date, which is kept."),
    )


def _kept_as_older(current: KnownVersion) -> str:
    return _of_current(
        current,
        _("Kept as an older version; the version of {date} stays the current one."),
        _("Kept as an older version; the version without a date stays the current one."),
    )


def _kept_beside_whole(current: KnownVersion) -> str:
    return _of_current(
        current,
        _("Kept as a version; the version of {date}, which is whole, stays the current one."),
        _("Kept as a version; the version without a date, which is whole, stays the current one."),
    )


def _of_current(current: KnownVersion, dated: str, undated: str) -> str:
    """Return one of two sentences on the current version."""
    return dated.format(date=current.record_date) if current.record_date else undated


def _report(record: PreparedRecord, outcome: Outcome, note: str) -> AddedRecord:
    return AddedRecord(
        nct_id=format_nct_id(record.nct_number),
        outcome=outcome,
        note=joined_sentences((note, _odd(record.oddities))),
        origin=record.document.origin,
        brief_title=record.entry.summary.brief_title,
    )


def _odd(oddities: Sequence[Oddity]) -> str:
    """Say in a sentence that there is something odd in a record, empty where all is well.

    What it is stands in the registry's own terms, which few people read: the record lists it.
    """
    if not oddities:
        return ""
    words = ngettext(
        "{count} thing in it is odd; the Record tab says what.",
        "{count} things in it are odd; the Record tab says what.",
        len(oddities),
    )
    return words.format(count=number_text(len(oddities)))
