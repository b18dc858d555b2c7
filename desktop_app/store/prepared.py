"""Records made ready for the library: all that can be worked out without looking into it.

This is most of the work of an import. It needs no database, and what comes of it can be sent from
one process to another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.errors import RecordFormatError
from desktop_app.languages import _
from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import Oddity, ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.entries.content import hashes, raw_record
from desktop_app.store.entries.entry import Entry, entry_of, entry_of_number
from desktop_app.store.packed import PackedDocument

if TYPE_CHECKING:
    from desktop_app.study.study import Study


@dataclass(frozen=True, slots=True)
class PreparedRecord:
    """A record with what the library keeps of it.

    ``size`` is that of the document in bytes; one that comes ``packed`` has no content beside.
    ``content_hash`` is equal for equal content, whatever the day of the download. ``is_readable``
    is false for a document of the library that no reader understands any more.
    """

    entry: Entry
    document: SourceDocument
    size: int
    sha256: bytes
    content_hash: bytes
    oddities: tuple[Oddity, ...] = ()
    is_readable: bool = True
    packed: PackedDocument | None = None

    @property
    def nct_number(self) -> int:
        """Return the number of the study."""
        return self.entry.nct_number


def prepare(record: ReadRecord) -> PreparedRecord:
    """Work out what the library keeps of a record.

    Raises RecordFormatError for a record without an NCT number.
    """
    entry = entry_of(raw_of(record))
    if entry is None:
        raise RecordFormatError(_without_number(record))
    return _prepared(entry, record.document, record.oddities)


def prepare_document(document: SourceDocument) -> PreparedRecord | None:
    """Work out what the library keeps of a document of JSON that was read before.

    None where it holds no record with an NCT number. A tenth of the time that `prepare` takes
    with the reading before it, for no models are made.
    """
    raw = raw_record(document.content)
    entry = None if raw is None else entry_of(raw)
    return None if entry is None else _prepared(entry, document, ())


def prepare_unreadable(nct_number: int, document: SourceDocument) -> PreparedRecord:
    """Make do for a document that is in the library and can no longer be read."""
    sha256, content_hash = hashes(document.content)
    return PreparedRecord(
        entry=entry_of_number(nct_number),
        document=document,
        size=len(document.content),
        sha256=sha256,
        content_hash=content_hash,
        is_readable=False,
    )


def raw_of(record: ReadRecord) -> JsonObject:
    """Return a record as the registry's JSON, whatever its document is."""
    if record.document.format is SourceFormat.CTGOV_JSON:
        raw = raw_record(record.document.content)
        if raw is not None:
            return raw
    return as_json(record.study)


def as_json(study: Study) -> JsonObject:
    """Return a study as the registry's JSON."""
    return study.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _prepared(
    entry: Entry, document: SourceDocument, oddities: tuple[Oddity, ...]
) -> PreparedRecord:
    sha256, content_hash = hashes(document.content)
    return PreparedRecord(entry, document, len(document.content), sha256, content_hash, oddities)


def _without_number(record: ReadRecord) -> str:
    written = record.study.protocol_section.identification_module.nct_id or ""
    said = (
        _(
            "The record in {file} cannot be kept in the library, which keeps studies by their"
            " NCT number: its number is “{number}”."
        )
        if written.strip()
        else _(
            "The record in {file} cannot be kept in the library, which keeps studies by their"
            " NCT number: it has none."
        )
    )
    return said.format(file=record.document.origin, number=written[:40])
