"""Which derived tables a library file has; looked at whenever one is opened."""

import apsw

DERIVED_VERSION = 2
"""Moves when the derived tables, or what readers and models make of documents, change."""


def derived_version(connection: apsw.Connection) -> int:
    """Return which derived tables the file has.

    While they are being built, it is 0 or less: what is there of the tables of version 2 is -2.
    """
    return int(connection.execute("SELECT version FROM derived_state").get)


def require_built(connection: apsw.Connection) -> None:
    """Raise apsw.BusyError while the derived tables are being built; belongs into a transaction.

    What is not built yet looks as if it were not held, and what is built must stay as it is.
    """
    if derived_version(connection) != DERIVED_VERSION:
        raise apsw.BusyError("the derived tables are being built")
