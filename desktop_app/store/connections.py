"""Connections to the library file, and transactions on them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from string import ascii_letters, digits

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import N_, _
from desktop_app.library_folders import is_shared
from desktop_app.store.failures import lacks_room

_READ_WRITE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
_READ_ONLY = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI

_IN_USE_ELSEWHERE = N_(
    "The library file {path} on the network drive is open on the computer that keeps it, or was"
    " not closed there. Close it there, and open it again."
)
PAGE_BYTES = 8_192
"""Of a new library: most documents fill such a page better than a smaller one."""

_BUSY_MILLISECONDS = 10_000
_WRITER_CACHE_KIB = 65_536
_READER_CACHE_KIB = 8_192
_CHECKPOINT_PAGES = 4_000
_LOG_LIMIT_BYTES = 33_554_432


def connect_writer(path: Path) -> apsw.Connection:
    """Return the connection that writes; creates the file.

    Every commit is on the disk before it returns (``synchronous=FULL``), so that what was
    acknowledged outlives a loss of power too.
    """
    connection = apsw.Connection(database_name(path), flags=_READ_WRITE)
    connection.set_busy_timeout(_BUSY_MILLISECONDS)
    # For a file that is made just now; others stay as they are.
    connection.pragma("page_size", PAGE_BYTES)
    # A write-ahead log works between programs of one computer alone.
    wanted = "delete" if is_shared(path.parent) else "wal"
    if connection.pragma("journal_mode") != wanted and not connection.readonly("main"):
        _change_journal(connection, wanted)
    connection.pragma("synchronous", "full")
    connection.pragma("foreign_keys", True)
    connection.pragma("cache_size", -_WRITER_CACHE_KIB)
    connection.pragma("wal_autocheckpoint", _CHECKPOINT_PAGES)
    connection.pragma("journal_size_limit", _LOG_LIMIT_BYTES)
    return connection


def connect_reader(path: Path) -> apsw.Connection:
    """Return a connection that reads a file that exists.

    A write-ahead log needs two more files beside the library; where they cannot be made, as on a
    full disk, the file is opened as one that nobody changes. Raises StoreError if a log is there,
    but cannot be read: what it holds would be missing. So it is with a log on a network drive.
    """
    if is_shared(path.parent) and _has_log_mode(path):
        if log_size(path) > 0:
            raise StoreError(_(_IN_USE_ELSEWHERE).format(path=path))
        return _open_reader(path, "immutable=1")
    try:
        return _open_reader(path, "mode=ro")
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.IOError) as error:
        if isinstance(error, apsw.IOError) and not lacks_room(error):
            raise
        if log_size(path) > 0:
            raise StoreError(
                _(
                    "The library file {path} was not closed and lies where nothing can be written,"
                    " so the latest changes, in the file {log}, cannot be read. Copy both files to"
                    " a folder that can be written, and open that."
                ).format(path=path, log=_log(path).name)
            ) from error
        return _open_reader(path, "immutable=1")


def _change_journal(connection: apsw.Connection, wanted: str) -> None:
    """Change how changes are kept until they are whole; while others look on, it stays."""
    with suppress(apsw.BusyError, apsw.LockedError):
        connection.pragma("journal_mode", wanted)


def _has_log_mode(path: Path) -> bool:
    """Tell from its header whether changes to a file go into a log beside it."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(20)[18:] == b"\x02\x02"
    return False


def database_name(path: Path) -> str:
    """Return a file's name as the database takes it, whatever bytes it holds.

    Names need be no text, and in a locale without UTF-8 Python reads them as another text than
    the database does. Unlike ``Path.as_uri``, this names no server: the database knows none.
    """
    name = path.absolute().as_posix()
    plain = b"/:" + (ascii_letters + digits).encode()
    coded = (chr(one) if one in plain else f"%{one:02X}" for one in os.fsencode(name))
    return "file://" + ("" if name.startswith("/") else "/") + "".join(coded)


def log_size(path: Path) -> int:
    """Return the size of the write-ahead log beside the library, 0 where there is none."""
    log = _log(path)
    return log.stat().st_size if log.exists() else 0


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _open_reader(path: Path, how: str) -> apsw.Connection:
    connection = apsw.Connection(f"{database_name(path)}?{how}", flags=_READ_ONLY)
    connection.set_busy_timeout(_BUSY_MILLISECONDS)
    try:
        connection.pragma("cache_size", -_READER_CACHE_KIB)
        # Opening touches no file until the first read; this one fails where reading would.
        connection.pragma("schema_version")
    except apsw.Error:
        connection.close()
        raise
    return connection


def is_writable(path: Path) -> bool:
    """Tell whether the library file and its folder may be written, as far as can be told."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """Hold the write lock for a block: all of it is kept, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    finished = False
    try:
        yield
        connection.execute("COMMIT")
        finished = True
    finally:
        # A full disk makes SQLite roll back on its own.
        if not finished and connection.in_transaction:
            connection.execute("ROLLBACK")
