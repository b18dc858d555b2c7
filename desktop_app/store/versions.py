"""The versions of each study, and which of them is the current one."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import apsw

from desktop_app.errors import StoreTooNewError
from desktop_app.languages import _
from desktop_app.readers.reading import SourceFormat
from desktop_app.store.prepared import PreparedRecord
from desktop_app.study.dates import PartialDate
from desktop_app.study.nct_numbers import format_nct_id

# The registry's own form says most, and its page says least.
_FORMAT_RANK = {
    SourceFormat.CTGOV_JSON.value: 2,
    SourceFormat.CTGOV_XML.value: 1,
    SourceFormat.REGISTRY_PAGE.value: 0,
}

# Worked out from the documents, and so built again with the other derived tables. record_date is
# written as records write it, which sorts as dates do.
DERIVED_SCHEMA = (
    """
    CREATE TABLE reading (
        version_id INTEGER PRIMARY KEY REFERENCES version,
        record_date TEXT,
        content_hash BLOB NOT NULL,
        is_whole INTEGER NOT NULL
    ) STRICT
    """,
)
DERIVED_TABLES = ("reading",)


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A version of a study in the library; ``imported_at`` is in UTC, ``sha256`` in hexadecimal.

    ``size`` is that of the source document in bytes. A version that is not ``is_whole`` lacks
    modules that every whole record has.
    """

    id: int
    nct_id: str
    record_date: PartialDate | None
    imported_at: datetime
    origin: str
    format: SourceFormat
    sha256: str
    size: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """What is needed of a version to tell whether another is the same, or goes before it."""

    id: int
    sha256: bytes
    content_hash: bytes
    is_whole: bool
    record_date: str
    format: str

    @property
    def precedence(self) -> tuple[bool, str, int, int]:
        """Sort whole records after parts, then by date, by format and by arrival.

        The current version of a study is the last.
        """
        return self.is_whole, self.record_date, _FORMAT_RANK.get(self.format, 0), self.id


def known_versions(connection: apsw.Connection, nct_number: int) -> list[KnownVersion]:
    """Return the versions of a study, in the order of arrival."""
    rows = connection.execute(
        "SELECT v.id, v.sha256, r.content_hash, r.is_whole, coalesce(r.record_date, ''), v.format "
        "FROM version v JOIN reading r ON r.version_id = v.id WHERE v.nct_number = ? ORDER BY v.id",
        (nct_number,),
    )
    return [KnownVersion(i, s, f, bool(w), d, form) for i, s, f, w, d, form in rows]


def insert_version(
    connection: apsw.Connection, record: PreparedRecord, imported_at: int
) -> KnownVersion:
    """Keep a version of a study, without its document, and return it."""
    document = record.document
    connection.execute(
        "INSERT INTO version (nct_number, format, origin, imported_at, sha256, size) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            record.nct_number,
            document.format.value,
            _storable(document.origin),
            imported_at,
            record.sha256,
            record.size,
        ),
    )
    return insert_reading(connection, connection.last_insert_rowid(), record)


def insert_reading(
    connection: apsw.Connection, version_id: int, record: PreparedRecord
) -> KnownVersion:
    """Keep what was worked out from a version's document."""
    date, is_whole = record.entry.summary.record_date, not record.entry.lacks
    connection.execute(
        "INSERT INTO reading VALUES (?, ?, ?, ?)",
        (version_id, date, record.content_hash, is_whole),
    )
    return KnownVersion(
        id=version_id,
        sha256=record.sha256,
        content_hash=record.content_hash,
        is_whole=is_whole,
        record_date=date or "",
        format=record.document.format.value,
    )


def delete_reading(connection: apsw.Connection, version_id: int) -> None:
    """Forget what was worked out from a version's document."""
    connection.execute("DELETE FROM reading WHERE version_id = ?", (version_id,))


_SELECT = (
    "SELECT v.id, v.nct_number, r.record_date, v.imported_at, v.origin, v.format, v.sha256, "
    "v.size, r.is_whole FROM version v JOIN reading r ON r.version_id = v.id "
)


def stored_version(connection: apsw.Connection, version_id: int) -> StoredVersion | None:
    """Return one version, if there is one of that id."""
    row = connection.execute(_SELECT + "WHERE v.id = ?", (version_id,)).get
    return None if row is None else _stored(*row)


def stored_versions(connection: apsw.Connection, nct_number: int) -> tuple[StoredVersion, ...]:
    """Return the versions of a study: the current one, then the others, newest record first."""
    rows: list[Any] = list(connection.execute(_SELECT + "WHERE v.nct_number = ?", (nct_number,)))
    rank = {known.id: known.precedence for known in known_versions(connection, nct_number)}
    rows.sort(key=lambda row: rank[row[0]], reverse=True)
    return tuple(_stored(*row) for row in rows)


def _stored(
    version_id: int,
    nct_number: int,
    record_date: str | None,
    imported_at: int,
    origin: str,
    source_format: str,
    sha256: bytes,
    size: int,
    is_whole: int,
) -> StoredVersion:
    return StoredVersion(
        id=version_id,
        nct_id=format_nct_id(nct_number),
        record_date=PartialDate.parse(record_date) if record_date else None,
        imported_at=datetime.fromtimestamp(imported_at, UTC),
        origin=origin,
        format=to_format(source_format),
        sha256=sha256.hex(),
        size=size,
        is_whole=bool(is_whole),
    )


def to_format(value: str) -> SourceFormat:
    """Return a stored form of documents; raises StoreTooNewError for one not known here."""
    if value not in _FORMAT_RANK:
        raise StoreTooNewError(
            _(
                "The library holds a record of a form that this application does not know ({form})."
                " A newer version of the application reads it."
            ).format(form=value)
        )
    return SourceFormat(value)


def _storable(text: str) -> str:
    """Return a file name that may hold undecodable bytes as text that can be stored."""
    return text.encode("utf-8", "replace").decode()
