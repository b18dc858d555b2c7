"""Records of the library as the registry's JSON, whatever form their documents have."""

from collections.abc import Callable

import apsw

from desktop_app.errors import DesktopAppError
from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.documents import DocumentTable
from desktop_app.store.entries.content import raw_record
from desktop_app.store.prepared import as_json
from desktop_app.store.versions import to_format

_LARGE = 32_768
_RESULTS, _AFTER_RESULTS = b',"resultsSection":', b',"derivedSection":'


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

    def of_row(self, row: int) -> JsonObject | None:
        """Return the current version of the study of a row, as a rule without its results.

        These are most of a large record, and say nothing by which others could be like it.
        """
        sql = "SELECT version_id FROM study WHERE row = ?"
        return self._read(self._connection.execute(sql, (row,)).get, _without_results)

    def of_version(self, version_id: int | None) -> JsonObject | None:
        """Return a version, whole."""
        return self._read(version_id, _whole)

    def _read(self, version_id: int | None, reduce: Callable[[bytes], bytes]) -> JsonObject | None:
        version = self._connection.execute(
            "SELECT format, origin FROM version WHERE id = ?", (version_id,)
        ).get
        if version_id is None or version is None:
            return None
        source_format = to_format(version[0])
        try:
            content = self._documents.read(version_id)
            if source_format is SourceFormat.CTGOV_JSON:
                found = raw_record(reduce(content))
                return raw_record(content) if found is None else found
            return as_json(self._reader(SourceDocument(content, source_format, version[1])).study)
        except DesktopAppError:
            return None


def _whole(content: bytes) -> bytes:
    return content


def _without_results(content: bytes) -> bytes:
    """Return a large document as the registry writes it without the part that holds results.

    No text of a record holds a quotation mark as it stands here, so these are names of parts.
    """
    if len(content) < _LARGE:
        return content
    start, end = content.find(_RESULTS), content.rfind(_AFTER_RESULTS)
    return content[:start] + content[end:] if 0 < start < end else content
