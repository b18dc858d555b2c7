"""The tables that are worked out from the source documents, and building them again."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path

import apsw

from desktop_app.store import facet_rows, summaries, updated, versions, word_index
from desktop_app.store.connections import transaction
from desktop_app.store.derived_state import DERIVED_VERSION, derived_version
from desktop_app.store.documents import DocumentTable
from desktop_app.store.entries.entry import Entry
from desktop_app.store.facet_rows import delete_facets, insert_facets
from desktop_app.store.importing.locks import is_any_under_way
from desktop_app.store.prepared import PreparedRecord
from desktop_app.store.process_lock import ProcessLock
from desktop_app.store.rebuilding.messages import PreparedStudy
from desktop_app.store.rebuilding.preparing import (
    MANY_STUDIES,
    prepared_alone,
    prepared_by_workers,
)
from desktop_app.store.rereading import ReadDocument, VersionRow, prepare_again
from desktop_app.store.similar import trait_rows
from desktop_app.store.similar.trait_rows import delete_traits, insert_traits
from desktop_app.store.summaries import KeyedEntry, delete_summary, insert_summaries, keyed
from desktop_app.store.updated import derive_updated
from desktop_app.store.versions import insert_reading, known_versions, stored_version
from desktop_app.store.word_index import delete_words, insert_words

_SCHEMA = (
    *versions.DERIVED_SCHEMA,
    *summaries.DERIVED_SCHEMA,
    *facet_rows.DERIVED_SCHEMA,
    *word_index.DERIVED_SCHEMA,
    *trait_rows.DERIVED_SCHEMA,
    *updated.DERIVED_SCHEMA,
)
_TABLES = (
    *versions.DERIVED_TABLES,
    *summaries.DERIVED_TABLES,
    *facet_rows.DERIVED_TABLES,
    *word_index.DERIVED_TABLES,
    *trait_rows.DERIVED_TABLES,
    *updated.DERIVED_TABLES,
)
_SECONDS_TO_WAIT = 5.0
"""For another process that builds the tables: of a new library that takes no time."""

Progress = Callable[[int, int], None]
"""Told how many studies are done, and of how many."""

Current = tuple[PreparedRecord, int]
"""The current version of a study and its id."""


def show_current(connection: apsw.Connection, changed: Sequence[Current]) -> None:
    """Make the given versions those that are listed and found; belongs into a transaction."""
    for record, _ in changed:
        hide_study(connection, record.nct_number)
    insert_current(connection, changed)


def insert_current(connection: apsw.Connection, new: Sequence[Current]) -> None:
    """Do as `show_current` for studies that are not listed yet."""
    insert_entries(connection, [(record.entry, version_id) for record, version_id in new])


def insert_entries(connection: apsw.Connection, new: list[tuple[Entry, int]]) -> None:
    """List and index studies that are not listed, with the ids of their current versions.

    Table by table, which for many is quicker than study by study. The list is empty then: the
    words of each study are let go while the index takes them in.
    """
    # In the order of their keys, for the sake of the index of words.
    rows = sorted(keyed(connection, new), key=itemgetter(0))
    new.clear()
    insert_summaries(connection, rows)
    insert_facets(connection, rows)
    insert_traits(connection, [(row, entry.features) for row, entry, _ in rows])
    insert_words(connection, _taken(rows))


def _taken(rows: list[KeyedEntry]) -> Iterator[KeyedEntry]:
    rows.reverse()
    while rows:
        yield rows.pop()


def hide_study(connection: apsw.Connection, nct_number: int) -> None:
    """Take a study out of what is listed and found; its versions stay. Needs a transaction."""
    row = delete_summary(connection, nct_number)
    if row is not None:
        delete_facets(connection, row)
        delete_words(connection, row)
        delete_traits(connection, row)


def show_study(connection: apsw.Connection, reader: ReadDocument, nct_number: int) -> None:
    """List a study again that `hide_study` took out; belongs into a transaction."""
    known = known_versions(connection, nct_number)
    if known:
        current = max(known, key=lambda version: version.precedence)
        record = read_version(connection, reader, current.id)
        show_current(connection, [(record, current.id)])


def read_version(
    connection: apsw.Connection, reader: ReadDocument, version_id: int
) -> PreparedRecord:
    """Prepare a version of the library again, from its document; there must be one of that id."""
    version = stored_version(connection, version_id)
    assert version is not None
    number = int(version.nct_id.removeprefix("NCT"))
    row = VersionRow(number, version_id, version.format.value, version.origin)
    return prepare_again(DocumentTable(connection), reader, row)


def rebuild(connection: apsw.Connection, reader: ReadDocument, progress: Progress) -> None:
    """Build the derived tables from the source documents.

    That they are being built is on record before it begins: a building that was stopped, by the
    person or by a loss of power, goes on after the last study that is safe. Documents that can no
    longer be read stay in the library, found by their numbers.
    Raises apsw.BusyError while another process builds them, or imports.
    """
    path = _path_of(connection)
    with _alone(path.parent):
        _rebuild(connection, path, reader, progress)


def rebuild_if_needed(
    connection: apsw.Connection, reader: ReadDocument, progress: Progress
) -> None:
    """Do as `rebuild` where the tables are of another version, or were not built to their end."""
    path = _path_of(connection)
    with _alone(path.parent):
        # Another process may have done it while this one waited.
        if derived_version(connection) != DERIVED_VERSION:
            _rebuild(connection, path, reader, progress)


def _path_of(connection: apsw.Connection) -> Path:
    # As bytes, for names of files need be no text.
    sql = "SELECT hex(file) FROM pragma_database_list WHERE name = 'main'"
    return Path(os.fsdecode(bytes.fromhex(connection.execute(sql).get)))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    lock = ProcessLock.take(folder / "rebuild.lock", _SECONDS_TO_WAIT)
    if lock is None:
        raise apsw.BusyError("the tables are being built by another process")
    try:
        yield
    finally:
        lock.let_go()


def _rebuild(
    connection: apsw.Connection, path: Path, reader: ReadDocument, progress: Progress
) -> None:
    if is_any_under_way(connection, path.parent):
        raise apsw.BusyError("another process is importing")
    if derived_version(connection) != -DERIVED_VERSION:
        _begin(connection)
    try:
        _go_on(connection, path, reader, progress)
    except apsw.CorruptError:
        # What was built until now is no good either: the next time it is not gone on with.
        connection.execute("UPDATE derived_state SET version = 0")
        raise
    derive_updated(connection)
    connection.execute("UPDATE derived_state SET version = ?", (DERIVED_VERSION,))


def _begin(connection: apsw.Connection) -> None:
    """Make the tables anew, and note which are being built."""
    with transaction(connection):
        connection.execute("UPDATE derived_state SET version = ?", (-DERIVED_VERSION,))
        for table in reversed(_TABLES):
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _SCHEMA:
            connection.execute(statement)


def _go_on(
    connection: apsw.Connection, path: Path, reader: ReadDocument, progress: Progress
) -> None:
    """Build what is not built yet, in the order of the studies' numbers."""
    total = connection.execute("SELECT count(DISTINCT nct_number) FROM version").get
    # Every version has a reading once its study is built, whether it is listed or not.
    built = connection.execute(
        "SELECT max(v.nct_number), count(DISTINCT v.nct_number) "
        "FROM reading r JOIN version v ON v.id = r.version_id"
    ).get
    last, done = built[0] or 0, built[1]

    def keep(studies: Sequence[PreparedStudy]) -> None:
        nonlocal last, done
        with transaction(connection):
            _keep(connection, studies)
        last, done = studies[-1][0][1].nct_number, done + len(studies)
        progress(done, total)

    if total - done >= MANY_STUDIES:
        for studies in prepared_by_workers(path, last, lambda: progress(done, total)):
            keep(studies)
    for studies in prepared_alone(connection, reader, last):
        keep(studies)


def _keep(connection: apsw.Connection, studies: Sequence[PreparedStudy]) -> None:
    """Keep what was worked out of studies; belongs into a transaction."""
    changed: list[Current] = []
    hidden = {number for (number,) in connection.execute("SELECT nct_number FROM trash")}
    for study in studies:
        read = [(insert_reading(connection, id_, record), record) for id_, record in study]
        version, record = max(read, key=lambda pair: pair[0].precedence)
        if record.nct_number not in hidden:
            changed.append((record, version.id))
    insert_current(connection, changed)
