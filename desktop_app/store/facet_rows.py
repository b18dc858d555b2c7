"""What each study is filtered by, under its summary's key; and the sets of countries."""

from collections.abc import Iterable

import apsw

from desktop_app.store.summaries import KeyedEntry

DERIVED_SCHEMA = (
    # Ages are in days, start is a number yyyymmdd; see desktop_app.store.facets for the bits.
    """
    CREATE TABLE facet (
        row INTEGER PRIMARY KEY,
        packed INTEGER NOT NULL,
        countries INTEGER NOT NULL REFERENCES country_set,
        min_age INTEGER,
        max_age INTEGER,
        start INTEGER
    ) STRICT
    """,
    # All that live counts need, in the order in which they group it.
    "CREATE INDEX facet_counts ON facet (packed, countries)",
    # Names in lines, in the order of the alphabet; a study without any has the set of none.
    "CREATE TABLE country_set (id INTEGER PRIMARY KEY, names TEXT NOT NULL UNIQUE) STRICT",
)
DERIVED_TABLES = ("country_set", "facet")


def insert_facets(connection: apsw.Connection, new: Iterable[KeyedEntry]) -> None:
    """Keep what studies are filtered by."""
    sets: dict[str, int] = {}
    rows = []
    for row, entry, _version_id in new:
        packed, countries, min_age, max_age, start = entry.facets
        if countries not in sets:
            sets[countries] = _country_set(connection, countries)
        rows.append((row, packed, sets[countries], min_age, max_age, start))
    connection.executemany("INSERT INTO facet VALUES (?, ?, ?, ?, ?, ?)", rows)


def delete_facets(connection: apsw.Connection, row: int) -> None:
    """Forget what a study is filtered by."""
    connection.execute("DELETE FROM facet WHERE row = ?", (row,))


def _country_set(connection: apsw.Connection, names: str) -> int:
    known = connection.execute("SELECT id FROM country_set WHERE names = ?", (names,)).get
    if known is not None:
        return int(known)
    connection.execute("INSERT INTO country_set (names) VALUES (?)", (names,))
    return connection.last_insert_rowid()
