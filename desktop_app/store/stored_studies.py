"""Studies of the library, read from their source documents."""

from pathlib import Path

import apsw

from desktop_app.errors import StudyNotFoundError
from desktop_app.readers.reading import SourceDocument
from desktop_app.store.documents import DocumentTable
from desktop_app.store.failures import store_failures
from desktop_app.store.rereading import ReadDocument
from desktop_app.store.stored_study import StoredStudy
from desktop_app.store.summaries import current_version
from desktop_app.store.versions import StoredVersion, stored_version, stored_versions
from desktop_app.study.nct_numbers import parse_nct_number


class StoredStudies:
    """Reads studies through one connection to the library of a path.

    Studies are asked for by their number or a former one of it. All methods raise StoreError where
    the disk or the file fails.
    """

    def __init__(
        self,
        path: Path,
        connection: apsw.Connection,
        documents: DocumentTable,
        reader: ReadDocument,
    ) -> None:
        self._path = path
        self._connection = connection
        self._documents = documents
        self._reader = reader

    def current(self, nct_id: str) -> StoredStudy | None:
        """Return the current version of a study."""
        with store_failures(self._path):
            version_id = self.current_version(nct_id)
            return None if version_id is None else self._stored(version_id)

    def source(self, nct_id: str) -> SourceDocument | None:
        """Return the source document of the current version of a study, which is not read."""
        with store_failures(self._path):
            version_id = self.current_version(nct_id)
            version = None if version_id is None else stored_version(self._connection, version_id)
            return None if version is None else self._document(version)

    def version(self, version_id: int) -> StoredStudy:
        """Return a version of a study; raises StudyNotFoundError if there is none of that id."""
        with store_failures(self._path):
            return self._stored(version_id)

    def versions(self, nct_id: str) -> tuple[StoredVersion, ...]:
        """Return the versions of a study: the current one first, then the newest record first."""
        number = parse_nct_number(nct_id)
        with store_failures(self._path):
            if number is None:
                return ()
            found = stored_versions(self._connection, number)
            current = None if found else current_version(self._connection, number)
            if current is None:
                return found
            return stored_versions(self._connection, self._number_of(current))

    def current_version(self, nct_id: str) -> int | None:
        """Return the id of the current version of a study."""
        number = parse_nct_number(nct_id)
        return None if number is None else current_version(self._connection, number)

    def _stored(self, version_id: int) -> StoredStudy:
        version = stored_version(self._connection, version_id)
        if version is None:
            raise StudyNotFoundError(f"The library holds no version number {version_id}.")
        record = self._reader(self._document(version))
        is_current = version_id == self.current_version(version.nct_id)
        return StoredStudy(record.study, record.document, record.oddities, version, is_current)

    def _document(self, version: StoredVersion) -> SourceDocument:
        content = self._documents.read(version.id)
        return SourceDocument(content, version.format, version.origin)

    def _number_of(self, version_id: int) -> int:
        sql = "SELECT nct_number FROM version WHERE id = ?"
        return int(self._connection.execute(sql, (version_id,)).get)
