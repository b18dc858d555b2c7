"""A lock between processes, which the system lets go of when the one that has it ends."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import apsw

from desktop_app.store.connections import database_name

_FLAGS = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI


class ProcessLock:
    """Is held by this process, until it is let go or the process ends."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    def take(cls, path: Path, seconds: float = 0) -> ProcessLock | None:
        """Take the lock that a file stands for; None where others have it for so many seconds."""
        # An empty database serves as a lock, for it is one on every system.
        connection = apsw.Connection(database_name(path), flags=_FLAGS)
        connection.set_busy_timeout(int(seconds * 1_000))
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except apsw.BusyError:
            connection.close()
            return None
        return cls(connection, path)

    def let_go(self) -> None:
        """Let others have it."""
        self._connection.execute("ROLLBACK")
        self._connection.close()
        with suppress(OSError):
            # Windows removes no file that another process has open just now.
            self._path.unlink()
