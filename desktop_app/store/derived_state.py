"""Which derived tables a library file has; looked at whenever one is opened."""

import apsw

DERIVED_VERSION = 2
"""Moves when the derived tables, or what readers and models make of documents, change."""


def derived_version(connection: apsw.Connection) -> int:
    """Return which derived tables the file has.

    While they are being built, it is 0 or less: what is there of the tables of version 2 is -2.
    """
    return int(connection.execute("SELECT version FROM derived_state").get)
