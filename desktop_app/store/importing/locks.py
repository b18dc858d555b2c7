"""Whether an import is still being done by somebody: the system lets go of a lock at their end."""

from __future__ import annotations

from pathlib import Path

import apsw

from desktop_app.store.connections import database_name

_FLAGS = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI


class RunLock:
    """Holds an import for this process, until it is let go or the process ends."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    def take(cls, folder: Path, run_id: int) -> RunLock | None:
        """Take the lock of an import; None where another process has it."""
        path = folder / f"import-{run_id}.lock"
        # An empty database serves as a lock, for it is one on every system.
        connection = apsw.Connection(database_name(path), flags=_FLAGS)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except apsw.BusyError:
            connection.close()
            return None
        return cls(connection, path)

    def let_go(self) -> None:
        """Let others have the import."""
        self._connection.execute("ROLLBACK")
        self._connection.close()
        self._path.unlink(missing_ok=True)
