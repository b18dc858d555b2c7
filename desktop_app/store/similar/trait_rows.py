"""The traits of each study, under its summary's key, as the numbers that are in its tokens.

The index tells which studies have a trait; this tells which traits a study has, so that what was
found by its rare traits can be weighed by all.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

import apsw

from desktop_app.store.similar.tokens import numbers_of

DERIVED_SCHEMA = (
    # Four bytes a number, the lowest first.
    "CREATE TABLE trait (row INTEGER PRIMARY KEY, numbers BLOB NOT NULL) STRICT",
)
DERIVED_TABLES = ("trait",)
_BYTES = 4


def insert_traits(connection: apsw.Connection, new: Iterable[tuple[int, str]]) -> None:
    """Keep the traits of studies by their keys, given the tokens that are in the index."""
    connection.executemany(
        "INSERT INTO trait VALUES (?, ?)",
        ((row, _swapped(numbers_of(features)).tobytes()) for row, features in new),
    )


def delete_traits(connection: apsw.Connection, row: int) -> None:
    """Forget the traits of a study."""
    connection.execute("DELETE FROM trait WHERE row = ?", (row,))


def read_traits(stored: bytes) -> array[int]:
    """Return the numbers that were kept."""
    return _swapped(array("I", stored[: len(stored) // _BYTES * _BYTES]))


def newest_traits(connection: apsw.Connection, first: int) -> array[int]:
    """Return the numbers of all studies from a row on, one after the other."""
    numbers: array[int] = array("I")
    for (stored,) in connection.execute("SELECT numbers FROM trait WHERE row >= ?", (first,)):
        numbers += read_traits(stored)
    return numbers


def _swapped(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
