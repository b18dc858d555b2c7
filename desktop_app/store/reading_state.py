"""What the person opened last: theirs, and so never built again nor thrown away."""

import time

import apsw

from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number

_NOT_NOW = (apsw.BusyError, apsw.LockedError, apsw.FullError, apsw.ReadOnlyError, apsw.IOError)


class ReadingState:
    """Remembers which study was opened, without ever making the person wait.

    While another connection is writing, or the disk is full, the note waits in memory for the next
    occasion, which is the next note or closing: it is not worth keeping anybody from reading.
    """

    def __init__(self, connection: apsw.Connection | None) -> None:
        self._connection = connection
        self._waiting: dict[int, int] = {}

    def set_opened(self, nct_id: str) -> None:
        """Note that a study is opened now."""
        number = parse_nct_number(nct_id)
        if number is not None:
            self._waiting[number] = time.time_ns() // 1_000
            self.write()

    def last_opened(self, reader: apsw.Connection) -> str | None:
        """Return the number of the study that was opened last, if it is in the library."""
        newest = max(self._waiting, key=self._waiting.__getitem__, default=None)
        if newest is None:
            newest = reader.execute(
                "SELECT nct_number FROM opened WHERE nct_number IN (SELECT nct_number FROM study) "
                "ORDER BY opened_at DESC LIMIT 1"
            ).get
        return None if newest is None else format_nct_id(newest)

    def write(self) -> None:
        """Write what waits, if that can be done now."""
        if self._connection is None or not self._waiting:
            return
        try:
            self._connection.executemany(
                "INSERT INTO opened VALUES (?, ?) "
                "ON CONFLICT DO UPDATE SET opened_at = excluded.opened_at",
                list(self._waiting.items()),
            )
        except _NOT_NOW:
            return
        self._waiting.clear()
