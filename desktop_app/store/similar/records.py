"""Records of the library as the registry's JSON, whatever form their documents have."""

from collections.abc import Callable
from contextlib import suppress

import apsw

from desktop_app.errors import DesktopAppError, StoreDamagedError
from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.documents import DocumentTable
from desktop_app.store.entries.content import raw_record
from desktop_app.store.prepared import as_json
from desktop_app.store.similar.short_documents import shortened
from desktop_app.store.versions import to_format

_Shorten = Callable[[bytes, SourceFormat], bytes]


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
        sql = "SELECT version_id FROM study WHERE row = ?"
        return self._read(self._connection.execute(sql, (row,)).get, shortened)

    def of_version(self, version_id: int | None) -> JsonObject | None:
        """Return a version, whole."""
        return self._read(version_id, _whole)

    def _read(self, version_id: int | None, shorten: _Shorten) -> JsonObject | None:
        version = self._connection.execute(
            "SELECT format, origin FROM version WHERE id = ?", (version_id,)
        ).get
        if version_id is None or version is None:
            return None
        source_format = to_format(version[0])
        try:
            content = self._documents.read(version_id)
        except StoreDamagedError:
            return None
        short = shorten(content, source_format)
        found = self._parsed(short, source_format, version[1])
        if found is None and short != content:
            return self._parsed(content, source_format, version[1])
        return found

    def _parsed(self, content: bytes, form: SourceFormat, origin: str) -> JsonObject | None:
        if form is SourceFormat.CTGOV_JSON:
            return raw_record(content)
        with suppress(DesktopAppError):
            return as_json(self._reader(SourceDocument(content, form, origin)).study)
        return None


def _whole(content: bytes, _source_format: SourceFormat) -> bytes:
    return content
