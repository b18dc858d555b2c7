"""The studies of a library in the order of their numbers, some at a time."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

import apsw

from desktop_app.store.rereading import VersionRow

_ROWS = (
    "SELECT nct_number, id, format, origin FROM version WHERE nct_number IN "
    "(SELECT DISTINCT nct_number FROM version WHERE nct_number > ? "
    "ORDER BY nct_number LIMIT ?) ORDER BY nct_number, id"
)


def groups_of_studies(
    connection: apsw.Connection, last: int, size: int
) -> Iterator[list[list[VersionRow]]]:
    """Yield the studies after a number, each as its versions in the order of their arrival."""
    while True:
        rows = [VersionRow(*row) for row in connection.execute(_ROWS, (last, size))]
        if not rows:
            return
        last = rows[-1].nct_number
        yield [list(versions) for _, versions in groupby(rows, attrgetter("nct_number"))]
