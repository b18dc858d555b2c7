"""Records of the library as the registry's JSON, whatever form their documents have."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import apsw

from desktop_app.errors import DesktopAppError, StoreDamagedError
from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.documents import DocumentTable
from desktop_app.store.entries.content import raw_record
from desktop_app.store.prepared import as_json
from desktop_app.store.similar.short_documents import shortened
from desktop_app.store.versions import to_format

_OF_ROW = """
    SELECT v.format, v.origin, v.id, v.size, d.dictionary_id, d.content
    FROM study s JOIN version v ON v.id = s.version_id JOIN document d ON d.version_id = v.id
    WHERE s.row = ?
    """


class RawRecords:
    """Reads the records behind one connection; what cannot be read is None."""

    def __init__(
        self,
        connection: apsw.Connection,
        documents: DocumentTable,
        reader: Callable[[SourceDocument], ReadRecord],
    ) -> None:
        self._connection = connection
        self._documents = documents
        self._reader = reader

    def names_of_row(self, row: int) -> JsonObject | None:
        """Return the current version of the study of a row, as far as others could be like it.

        Results, sites and long texts may be missing: most of a large record are these.
        """
        document = self._document_of_row(row)
        if document is None:
            return None
        short = replace(document, content=shortened(document.content, document.format))
        found = self._names(short)
        return self._whole(document) if found is None else found

    def of_version(self, version_id: int | None) -> JsonObject | None:
        """Return a version, whole."""
        document = self._document(version_id)
        return None if document is None else self._whole(document)

    def _document(self, version_id: int | None) -> SourceDocument | None:
        version = self._connection.execute(
            "SELECT format, origin FROM version WHERE id = ?", (version_id,)
        ).get
        if version_id is None or version is None:
            return None
        with suppress(StoreDamagedError):
            content = self._documents.read(version_id)
            return SourceDocument(content, to_format(version[0]), version[1])
        return None

    def _document_of_row(self, row: int) -> SourceDocument | None:
        """Return a document that is looked through and no more."""
        stored = self._connection.execute(_OF_ROW, (row,)).get
        if stored is None:
            return None
        source_format, origin, *packed = stored
        with suppress(StoreDamagedError):
            content = self._documents.unpacked(*packed)
            return SourceDocument(content, to_format(source_format), origin)
        return None

    def _names(self, document: SourceDocument) -> JsonObject | None:
        if document.format is not SourceFormat.CTGOV_XML:
            return self._whole(document)
        # Old records are rare: their reader is loaded when one comes.
        from desktop_app.readers.ctgov_xml import read_names

        with suppress(DesktopAppError):
            return read_names(document.content)
        return None

    def _whole(self, document: SourceDocument) -> JsonObject | None:
        if document.format is SourceFormat.CTGOV_JSON:
            return raw_record(document.content)
        with suppress(DesktopAppError):
            return as_json(self._reader(document).study)
        return None
