"""What a person wants done, as changes of rows; each plan looks at what is there now.

A plan runs inside the transaction that applies it.
"""

import time
from collections.abc import Callable, Iterable

import apsw

from desktop_app.store.personal.names import plain_name, storable
from desktop_app.store.personal.rows import Change, RowChange

Plan = Callable[[apsw.Connection], Change]


def now() -> int:
    """Return the time in microseconds since 1970, UTC."""
    return time.time_ns() // 1_000


def star(nct_numbers: Iterable[int], *, starred: bool) -> Plan:
    """Star studies, or take their stars; those that are starred keep the time of it."""
    numbers = tuple(nct_numbers)

    def plan(connection: apsw.Connection) -> Change:
        has = "SELECT 1 FROM star WHERE nct_number = ?"
        at = now()
        return tuple(
            RowChange("star", (number,), (number, at) if starred else None)
            for number in numbers
            if not (starred and connection.execute(has, (number,)).get)
        )

    return plan


def set_note(nct_number: int, text: str) -> Plan:
    """Write the note on a study; one without words is no note."""
    kept = storable(text).rstrip()
    row = (nct_number, kept, now()) if kept.strip() else None
    return lambda connection: (RowChange("note", (nct_number,), row),)


def set_own_status(nct_numbers: Iterable[int], status: str) -> Plan:
    """Give studies an own status, or none."""
    kept, at = plain_name(status), now()
    change = tuple(
        RowChange("own_status", (number,), (number, kept, at) if kept else None)
        for number in nct_numbers
    )
    return lambda connection: change


def tag(nct_numbers: Iterable[int], tag_ids: Iterable[int], *, tagged: bool) -> Plan:
    """Put tags on studies, or take them off."""
    numbers, ids = tuple(nct_numbers), tuple(tag_ids)
    change = tuple(
        RowChange("tagged", (key, number), (key, number) if tagged else None)
        for key in ids
        for number in numbers
    )
    return lambda connection: change
