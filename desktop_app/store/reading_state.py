"""What the person opened last: theirs, and so never built again nor thrown away."""

import time
from pathlib import Path

import apsw

from desktop_app.errors import StoreError
from desktop_app.store.summaries import current_version
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number

_NOT_NOW = (apsw.BusyError, apsw.LockedError, apsw.FullError, apsw.ReadOnlyError, apsw.IOError)

Seen = tuple[int, int | None]
"""When a study was opened (microseconds since 1970, UTC), and the id of the version."""


class ReadingState:
    """Remembers which study was opened, without ever making the person wait.

    While another connection is writing, or the disk is full, the note waits in memory for the next
    occasion, which is the next note or closing: it is not worth keeping anybody from reading.
    """

    def __init__(self, path: Path, *, is_kept: bool) -> None:
        """Keep it in a personal file, or, where that cannot be written, in memory alone."""
        self._path = path
        self._is_kept = is_kept
        self._connection: apsw.Connection | None = None
        self._waiting: dict[int, Seen] = {}

    def set_opened(self, reader: apsw.Connection, nct_id: str) -> None:
        """Note that a study is opened now, in its current version."""
        number = parse_nct_number(nct_id)
        if number is not None:
            self._waiting[number] = time.time_ns() // 1_000, current_version(reader, number)
            self.write()

    def last_opened(self, reader: apsw.Connection) -> str | None:
        """Return the number of the study that was opened last, if it is in the library."""
        newest = max(self._waiting, key=lambda number: self._waiting[number][0], default=None)
        if newest is None:
            # Asked of one after the other: as a set, the numbers of all studies would be read.
            newest = reader.execute(
                "SELECT nct_number FROM personal.opened one WHERE EXISTS "
                "(SELECT 1 FROM study WHERE study.nct_number = one.nct_number) "
                "ORDER BY opened_at DESC LIMIT 1"
            ).get
        return None if newest is None else format_nct_id(newest)

    def write(self) -> None:
        """Write what waits, if that can be done now."""
        if not self._waiting or not self._is_connected():
            return
        assert self._connection is not None
        try:
            self._connection.executemany(
                "INSERT INTO opened VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
                "SET opened_at = excluded.opened_at, version_id = excluded.version_id",
                [(number, *seen) for number, seen in self._waiting.items()],
            )
        except _NOT_NOW:
            return
        self._waiting.clear()

    def close(self) -> None:
        """Write what waits, and let go of the file."""
        self.write()
        if self._connection is not None:
            self._connection.close()

    def _is_connected(self) -> bool:
        if self._connection is None and self._is_kept:
            # Loaded here: nothing is written before a study is opened.
            from desktop_app.store.personal.opening import connect_personal

            try:
                self._connection = connect_personal(self._path)
            except StoreError:
                # Told of at the start, and whenever the person wants something changed.
                self._is_kept = False
                return False
            self._connection.set_busy_timeout(0)
        return self._connection is not None
