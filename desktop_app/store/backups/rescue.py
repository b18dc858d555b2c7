"""Takes out of a damaged library all documents that are still what was imported.

Everything else is built again from them. The damaged file is kept aside, as it is.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.languages import _
from desktop_app.readers.reading import ReadRecord, Rejected, SourceDocument
from desktop_app.store.backups.copying import Progress, no_progress
from desktop_app.store.backups.files import DAMAGED
from desktop_app.store.backups.restoring import put_file_in_place, write_log_back
from desktop_app.store.connections import connect_reader
from desktop_app.store.documents import DocumentTable
from desktop_app.store.failures import store_failures
from desktop_app.store.versions import to_format

if TYPE_CHECKING:
    from desktop_app.store.rereading import ReadDocument

_TRIED_BEYOND = 2_000
"""After so many documents in a row that are not there, the next one is asked for."""
_A_BATCH, _SECONDS = 1_000, 1.0


def rescue_library(path: Path, reader: "ReadDocument", progress: Progress) -> tuple[int, int]:
    """Put a new library with all sound documents of a damaged one in its place.

    Returns how many versions of studies it holds, and how many documents could not be read.
    Raises StoreError, and changes nothing then. Nobody may have the library open.
    """
    folder = Path(tempfile.mkdtemp(prefix="rescue-", dir=path.parent))
    made = folder / path.name
    try:
        lost: list[int] = []
        kept = _add_all(made, reader, _records(path, lost, progress))
        if not kept:
            told = _(
                "Nothing could be read out of the library file {path}. It was left as it is: move"
                " it away to begin a new library, and import the records again."
            )
            raise StoreDamagedError(told.format(path=path))
        write_log_back(made)
        put_file_in_place(made, path, DAMAGED)
        return kept, len(lost)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _add_all(made: Path, reader: "ReadDocument", records: Iterator[ReadRecord]) -> int:
    """Make a library of records, and return how many they were."""
    from desktop_app.store.adding import Adder, batches
    from desktop_app.store.opening import open_for_writing

    with store_failures(made):
        connection = open_for_writing(made, reader, no_progress)
        # It is in a folder that was made just now.
        assert connection is not None
        try:
            adder = Adder(connection, reader)
            return sum(len(adder.add(batch)) for batch in batches(records, _A_BATCH, _SECONDS))
        finally:
            connection.close()


def _records(path: Path, lost: list[int], progress: Progress) -> Iterator[ReadRecord]:
    from desktop_app.readers.detect import read_document

    with store_failures(path):
        connection = connect_reader(path)
    try:
        documents = DocumentTable(connection)
        total = _last(connection)
        missing = version_id = 0
        while missing < _TRIED_BEYOND and (not total or version_id < total):
            version_id += 1
            progress(version_id, total)
            document = _document(connection, documents, version_id)
            if document is None:
                missing += 1
                if missing == _TRIED_BEYOND:
                    version_id = _next(connection, version_id) - 1
                    missing = 0 if version_id > 0 else missing
                continue
            reading = read_document(document) if document.content else None
            if reading is None or isinstance(reading, Rejected):
                lost.append(version_id)
            else:
                missing = 0
                yield reading
    finally:
        connection.close()


def _last(connection: apsw.Connection) -> int:
    """Return the last number that a version has, 0 where that cannot be told."""
    for table, key in (("document", "version_id"), ("version", "id")):
        try:
            return int(connection.execute(f"SELECT coalesce(max({key}), 0) FROM {table}").get)
        except apsw.Error:
            continue
    return 0


def _next(connection: apsw.Connection, after: int) -> int:
    """Return the number of the version that follows one, 0 where there is none that can be told.

    What was in the trash for long leaves gaps, as large as an import was.
    """
    for table, key in (("document", "version_id"), ("version", "id")):
        try:
            sql = f"SELECT coalesce(min({key}), 0) FROM {table} WHERE {key} > ?"
            return int(connection.execute(sql, (after,)).get)
        except apsw.Error:
            continue
    return 0


def _document(
    connection: apsw.Connection, documents: DocumentTable, version_id: int
) -> SourceDocument | None:
    """Return a document, an empty one where it cannot be read, None where there is none."""
    nothing = SourceDocument(b"", to_format("ctgov-json"), "")
    try:
        sql = "SELECT format, origin FROM version WHERE id = ?"
        row = connection.execute(sql, (version_id,)).get
        if row is None:
            return None
        return SourceDocument(documents.read(version_id), to_format(row[0]), row[1])
    except (apsw.Error, StoreError, ValueError):
        return nothing
