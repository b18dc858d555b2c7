"""The tables that are worked out from the source documents, and building them again."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any

import apsw

from desktop_app.errors import DesktopAppError, StoreDamagedError
from desktop_app.readers.reading import ReadRecord, SourceDocument
from desktop_app.store import summaries, updated, versions, word_index
from desktop_app.store.connections import transaction
from desktop_app.store.derived_state import DERIVED_VERSION
from desktop_app.store.documents import DocumentTable
from desktop_app.store.prepared import PreparedRecord, prepare, prepare_unreadable
from desktop_app.store.summaries import delete_summary, first_row, insert_summary
from desktop_app.store.updated import derive_updated
from desktop_app.store.versions import KnownVersion, insert_reading, to_format
from desktop_app.store.word_index import delete_words, insert_words

_SCHEMA = (
    *versions.DERIVED_SCHEMA,
    *summaries.DERIVED_SCHEMA,
    *word_index.DERIVED_SCHEMA,
    *updated.DERIVED_SCHEMA,
)
_TABLES = (
    *versions.DERIVED_TABLES,
    *summaries.DERIVED_TABLES,
    *word_index.DERIVED_TABLES,
    *updated.DERIVED_TABLES,
)
_STUDIES_A_TRANSACTION = 500

ReadDocument = Callable[[SourceDocument], ReadRecord]
Progress = Callable[[int, int], None]
"""Told how many studies are done, and of how many."""

Current = tuple[PreparedRecord, int]
"""The current version of a study and its id."""


def show_current(connection: apsw.Connection, changed: Sequence[Current]) -> None:
    """Make the given versions those that are listed and found; belongs into a transaction."""
    for record, _ in changed:
        row = delete_summary(connection, record.nct_number)
        if row is not None:
            delete_words(connection, row)
    # In the order of their keys, for the sake of the index of words.
    for record, version_id in sorted(changed, key=lambda c: first_row(c[0].summary.record_date)):
        insert_words(connection, insert_summary(connection, record, version_id), record.texts)


def rebuild(connection: apsw.Connection, reader: ReadDocument, progress: Progress) -> None:
    """Build the derived tables from the source documents.

    That they are being built is on record before it begins: an interrupted building is done
    again. Documents that can no longer be read stay in the library, found by their numbers.
    """
    with transaction(connection):
        connection.execute("UPDATE derived_state SET version = 0")
        for table in reversed(_TABLES):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _SCHEMA:
            connection.execute(statement)
    total = connection.execute("SELECT count(DISTINCT nct_number) FROM version").get
    for done, studies in _batches(connection):
        with transaction(connection):
            _rebuild_studies(connection, reader, studies)
        progress(done, total)
    derive_updated(connection)
    connection.execute("UPDATE derived_state SET version = ?", (DERIVED_VERSION,))


_Row = tuple[int, int, str, str]


def _batches(connection: apsw.Connection) -> Iterator[tuple[int, list[list[_Row]]]]:
    """Yield the versions, grouped by study, some studies at a time."""
    last = done = 0
    while True:
        rows: list[Any] = connection.execute(
            "SELECT nct_number, id, format, origin FROM version WHERE nct_number IN "
            "(SELECT DISTINCT nct_number FROM version WHERE nct_number > ? "
            "ORDER BY nct_number LIMIT ?) ORDER BY nct_number, id",
            (last, _STUDIES_A_TRANSACTION),
        ).fetchall()
        if not rows:
            return
        studies = [list(group) for _, group in itertools.groupby(rows, itemgetter(0))]
        last = rows[-1][0]
        done += len(studies)
        yield done, studies


def _rebuild_studies(
    connection: apsw.Connection, reader: ReadDocument, studies: list[list[_Row]]
) -> None:
    documents = DocumentTable(connection)
    changed = []
    for rows in studies:
        read: list[tuple[KnownVersion, PreparedRecord]] = []
        for row in rows:
            record = _read_again(documents, reader, row)
            read.append((insert_reading(connection, row[1], record), record))
        version, record = max(read, key=lambda pair: pair[0].precedence)
        changed.append((record, version.id))
    show_current(connection, changed)


def _read_again(documents: DocumentTable, reader: ReadDocument, row: _Row) -> PreparedRecord:
    nct_number, version_id, stored_format, origin = row
    source_format = to_format(stored_format)
    try:
        content = documents.read(version_id)
    except StoreDamagedError:
        return prepare_unreadable(nct_number, SourceDocument(b"", source_format, origin))
    document = SourceDocument(content, source_format, origin)
    try:
        record = prepare(reader(document))
    except DesktopAppError:
        return prepare_unreadable(nct_number, document)
    if record.nct_number != nct_number:
        return prepare_unreadable(nct_number, document)
    return record
