"""Documents of the library, read again to work out what is kept beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from desktop_app.errors import DesktopAppError, StoreDamagedError
from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.documents import DocumentTable
from desktop_app.store.prepared import (
    PreparedRecord,
    prepare,
    prepare_document,
    prepare_unreadable,
)
from desktop_app.store.versions import to_format

ReadDocument = Callable[[SourceDocument], ReadRecord]


class VersionRow(NamedTuple):
    """A version of a study, as it stands in the library."""

    nct_number: int
    id: int
    format: str
    origin: str


def prepare_again(
    documents: DocumentTable, reader: ReadDocument, row: VersionRow
) -> PreparedRecord:
    """Work out again what is kept of a version; for a damaged one, that it cannot be read."""
    source_format = to_format(row.format)
    try:
        content = documents.read(row.id)
    except StoreDamagedError:
        return prepare_unreadable(row.nct_number, SourceDocument(b"", source_format, row.origin))
    document = SourceDocument(content, source_format, row.origin)
    record = _prepared(document, reader)
    if record is None or record.nct_number != row.nct_number:
        return prepare_unreadable(row.nct_number, document)
    return record


def slim(record: PreparedRecord) -> PreparedRecord:
    """Return a record without its document, which is in the library already."""
    return replace(record, document=replace(record.document, content=b""))


def _prepared(document: SourceDocument, reader: ReadDocument) -> PreparedRecord | None:
    if document.format is SourceFormat.CTGOV_JSON:
        return prepare_document(document)
    try:
        return prepare(reader(document))
    except DesktopAppError:
        return None
