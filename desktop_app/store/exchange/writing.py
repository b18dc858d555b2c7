"""Writes a library, or some studies of it, into one file."""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any

import apsw

from desktop_app.errors import ExportError
from desktop_app.languages import _
from desktop_app.store.connections import database_name
from desktop_app.store.exchange.format import APPLICATION_ID, TABLES, VERSION
from desktop_app.store.exchange.personal_rows import rows_of
from desktop_app.store.personal.exchange import dump

Progress = Callable[[int, int], None]
"""Told how many documents are written, and of how many; may raise to stop."""

_DOCUMENTS_A_STEP = 200
_FLAGS = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
_VERSIONS = (
    "SELECT id FROM version WHERE nct_number NOT IN (SELECT nct_number FROM trash) "
    "AND ({all} OR nct_number IN (SELECT nct_number FROM temp.wanted))"
)
_ROWS = (
    "SELECT v.id, v.nct_number, v.format, v.origin, v.imported_at, v.sha256, v.size, "
    "d.dictionary_id, d.content FROM version v JOIN document d ON d.version_id = v.id "
    "WHERE v.id IN ({marks}) ORDER BY v.id"
)


def write_exchange(
    connection: apsw.Connection,
    target: Path,
    title: str,
    nct_numbers: Collection[int] | None,
    progress: Progress,
    *,
    with_personal: bool,
) -> int:
    """Write all versions of some studies, or of all where None is given; returns how many studies.

    The connection reads the library, with the personal file attached. What is in the trash stays
    there. Without what belongs to the person, the folders that records came from stay out as well.
    A file that is there already is replaced once the new one is whole. Raises ExportError.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        copy = apsw.Connection(database_name(part), flags=_FLAGS)
        try:
            _write(connection, copy, title, nct_numbers, progress, with_personal)
            studies = int(copy.execute("SELECT count(DISTINCT nct_number) FROM document").get)
        finally:
            copy.close()
        _sync(part)
        part.replace(target)
    except (apsw.FullError, apsw.IOError, apsw.CantOpenError, OSError) as error:
        told = _("{path} cannot be written: {why}.")
        raise ExportError(told.format(path=target, why=_reason(error))) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return studies


def _write(
    connection: apsw.Connection,
    copy: apsw.Connection,
    title: str,
    nct_numbers: Collection[int] | None,
    progress: Progress,
    with_personal: bool,
) -> None:
    # Nobody has the file before it is whole and synced.
    for name in ("journal_mode", "synchronous"):
        copy.pragma(name, "off")
    copy.pragma("application_id", APPLICATION_ID)
    copy.pragma("user_version", VERSION)
    with copy, _at_one_moment(connection):
        for statement in TABLES:
            copy.execute(statement)
        _write_documents(
            connection, copy, _wanted(connection, nct_numbers), progress, with_personal
        )
        personal = rows_of(dump(connection, nct_numbers)) if with_personal else ()
        copy.executemany("INSERT INTO personal (kind, content) VALUES (?, ?)", personal)
        about = {"title": title, "made_at": datetime.now(UTC).isoformat(timespec="seconds")}
        copy.executemany("INSERT INTO about VALUES (?, ?)", about.items())


def _write_documents(
    connection: apsw.Connection,
    copy: apsw.Connection,
    ids: list[int],
    progress: Progress,
    with_personal: bool,
) -> None:
    """Write the documents of versions, and the dictionaries without which none can be read."""
    copy.executemany(
        "INSERT INTO dictionary VALUES (?, ?)",
        connection.execute("SELECT id, content FROM dictionary"),
    )
    for done in range(0, len(ids), _DOCUMENTS_A_STEP):
        progress(done, len(ids))
        rows = _documents(connection, ids[done : done + _DOCUMENTS_A_STEP], with_personal)
        copy.executemany("INSERT INTO document VALUES (?,?,?,?,?,?,?,?,?)", rows)
    progress(len(ids), len(ids))
    copy.execute(
        "DELETE FROM dictionary WHERE id NOT IN "
        "(SELECT dictionary_id FROM document WHERE dictionary_id IS NOT NULL)"
    )


def _wanted(connection: apsw.Connection, nct_numbers: Collection[int] | None) -> list[int]:
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (nct_number INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM temp.wanted")
    numbers = [(number,) for number in set(nct_numbers or ())]
    connection.executemany("INSERT INTO temp.wanted VALUES (?)", numbers)
    query = _VERSIONS.format(all=int(nct_numbers is None)) + " ORDER BY id"
    rows: Any = connection.execute(query)
    return [version_id for (version_id,) in rows]


def _documents(
    connection: apsw.Connection, ids: list[int], with_folders: bool
) -> Iterator[tuple[Any, ...]]:
    rows: Any = connection.execute(_ROWS.format(marks=",".join("?" * len(ids))), ids)
    for row in rows:
        yield row if with_folders else (*row[:3], _without_folders(row[3]), *row[4:])


def _without_folders(origin: str) -> str:
    """Return the name of a file without its folders, which tell of the person's computer."""
    windows = PureWindowsPath(origin)
    return windows.name if windows.drive else PurePath(origin).name


@contextmanager
def _at_one_moment(connection: apsw.Connection) -> Iterator[None]:
    """Keep what a connection sees as it is for a block."""
    connection.execute("BEGIN; SELECT count(*) FROM version")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
