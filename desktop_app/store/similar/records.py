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
        """Return the current version of the study of a row."""
        sql = "SELECT version_id FROM study WHERE row = ?"
        return self.of_version(self._connection.execute(sql, (row,)).get)

    def of_version(self, version_id: int | None) -> JsonObject | None:
        """Return a version."""
        found = self._connection.execute(
            "SELECT format, origin FROM version WHERE id = ?", (version_id,)
        ).get
        if version_id is None or found is None:
            return None
        source_format = to_format(found[0])
        try:
            content = self._documents.read(version_id)
            if source_format is SourceFormat.CTGOV_JSON:
                return raw_record(content)
            return as_json(self._reader(SourceDocument(content, source_format, found[1])).study)
        except DesktopAppError:
            return None
