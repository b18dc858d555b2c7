"""Opening the personal file to write it: looked at first, then brought up to date."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.connections import connect_reader, connect_writer, is_writable, transaction
from desktop_app.store.migrations import migrate, schema_version
from desktop_app.store.personal.checking import check_personal, is_there
from desktop_app.store.personal.failures import READ_ONLY, personal_failures
from desktop_app.store.personal.schema import MIGRATIONS

_CACHE_KIB = 4_096

Opened = tuple[int, int, int | None]
"""NCT number, when it was opened (microseconds since 1970, UTC), and the id of the version."""


def make_ready(path: Path, opened: Callable[[], Iterable[Opened]]) -> StoreError | None:
    """Make the file on first use, and bring one of an older version up to date.

    ``opened`` says what earlier versions of the application kept on this in the library; a new
    file takes it over. Returns what keeps the file from being used; that is told when somebody
    wants to change something, and the library opens all the same.
    """
    try:
        connect_personal(path, opened).close()
    except StoreError as error:
        return error
    return None


def opened_before(library: apsw.Connection) -> list[Opened]:
    """Return what earlier versions of the application kept in the library on what was opened."""
    if not library.table_exists("main", "opened"):
        return []
    rows: list[Any] = library.execute(
        "SELECT nct_number, opened_at, version_id FROM main.opened LEFT JOIN study "
        "USING (nct_number)"
    ).fetchall()
    return rows


def connect_personal(path: Path, opened: Callable[[], Iterable[Opened]] = tuple) -> apsw.Connection:
    """Return a connection that writes, with all tables up to date.

    Every commit is on the disk before it returns. Raises StoreError and leaves the file as it was
    where it cannot be written, is damaged, is something else, or of a newer version.
    """
    with personal_failures(path):
        if not is_writable(path):
            raise StoreError(_(READ_ONLY).format(path=path))
        if is_there(path):
            _look(path)
        connection = connect_writer(path)
        is_open = False
        try:
            if connection.readonly("main"):
                raise StoreError(_(READ_ONLY).format(path=path))
            connection.pragma("cache_size", -_CACHE_KIB)
            _bring_up_to_date(connection, path, opened)
            is_open = True
        finally:
            if not is_open:
                connection.close()
        return connection


def _look(path: Path) -> None:
    """Check a file before anything may write to it."""
    connection = connect_reader(path)
    try:
        check_personal(connection, path)
    finally:
        connection.close()


def _bring_up_to_date(
    connection: apsw.Connection, path: Path, opened: Callable[[], Iterable[Opened]]
) -> None:
    version = schema_version(connection)
    if version == len(MIGRATIONS):
        return
    if version:
        migrate(connection, path, MIGRATIONS)
        return
    rows = list(opened())
    with transaction(connection):
        # Another process may have come first while this one waited for the lock.
        if schema_version(connection) == 0:
            _make(connection, rows)


def _make(connection: apsw.Connection, opened: Iterable[Opened]) -> None:
    for migration in MIGRATIONS:
        for step in migration:
            if callable(step):
                step(connection)
            else:
                connection.execute(step)
    connection.pragma("user_version", len(MIGRATIONS))
    connection.executemany("INSERT INTO opened VALUES (?, ?, ?)", opened)
