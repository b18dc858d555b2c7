"""A lock between processes, which the system lets go of when the one that has it ends."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import monotonic

import apsw

from desktop_app.store.connections import database_name
from desktop_app.store.failures import store_failures

_FLAGS = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
_IS_WINDOWS = os.name == "nt"
_MOST_TIMES, _MOST_FAILURES = 1_000, 20


class _Moved(Exception):
    """Raised where a file was removed while it was waited for."""


class ProcessLock:
    """Is held by this process, until it is let go or the process ends."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    def take(cls, path: Path, seconds: float = 0) -> ProcessLock | None:
        """Take the lock that a file stands for; None where others have it for so many seconds.

        Raises StoreError where there cannot be such a file.
        """
        end = monotonic() + seconds
        with store_failures(path):
            failures = 0
            for _time in range(_MOST_TIMES):
                try:
                    return cls._take(path, max(end - monotonic(), 0))
                except _Moved:
                    continue
                except apsw.IOError:
                    # As of a disk that failed, where the file was removed at the wrong moment.
                    failures += 1
                    if failures >= _MOST_FAILURES:
                        raise
        return None

    @classmethod
    def _take(cls, path: Path, seconds: float) -> ProcessLock | None:
        with suppress(OSError):
            path.touch(exist_ok=False)
        before = _place(path)
        # An empty database serves as a lock, for it is one on every system.
        connection = apsw.Connection(database_name(path), flags=_FLAGS)
        opened = _place(path)
        connection.set_busy_timeout(int(seconds * 1_000))
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except apsw.BusyError:
            connection.close()
            return None
        except apsw.IOError:
            connection.close()
            raise
        if before is None or not before == opened == _place(path):
            # Whoever had it removed the file: that of another name locks nobody out.
            connection.close()
            raise _Moved
        return cls(connection, path)

    def let_go(self) -> None:
        """Let others have it."""
        if not _IS_WINDOWS:
            # While it is locked still: after that, the file may be the lock of another process.
            self._remove()
        self._connection.execute("ROLLBACK")
        self._connection.close()
        if _IS_WINDOWS:
            # There no file is removed that another process has open just now.
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            self._path.unlink()


def _place(path: Path) -> tuple[int, int, int] | None:
    """Return which file it is, whatever its name, and since when; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_ctime_ns
