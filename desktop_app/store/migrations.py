"""The tables that cannot be built again, and how they came to be, step by step.

Released migrations are never edited. What is worked out from the documents is not here: see
`desktop_app.store.derived`.
"""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import apsw

from desktop_app.errors import StoreTooNewError
from desktop_app.languages import _
from desktop_app.store.connections import transaction

APPLICATION_ID = 0x5450564C
"""``TPVL``: marks a SQLite file as a library of this application."""

_LOG = logging.getLogger("desktop_app.store")

Migration = Sequence[str | Callable[[apsw.Connection], None]]

_FIRST: Migration = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    # What documents were compressed with; made from documents of this library, of which there
    # were so many then.
    """
    CREATE TABLE dictionary (
        id INTEGER PRIMARY KEY,
        documents INTEGER NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    """,
    # One row for each version of a study, in the order of arrival. imported_at is in seconds
    # since 1970, UTC; size is that of the document as it was found.
    """
    CREATE TABLE version (
        id INTEGER PRIMARY KEY,
        nct_number INTEGER NOT NULL,
        format TEXT NOT NULL,
        origin TEXT NOT NULL,
        imported_at INTEGER NOT NULL,
        sha256 BLOB NOT NULL,
        size INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX version_of_study ON version (nct_number)",
    # Apart from version, so that looking through versions does not read documents.
    """
    CREATE TABLE document (
        version_id INTEGER PRIMARY KEY REFERENCES version,
        dictionary_id INTEGER REFERENCES dictionary,
        content BLOB NOT NULL
    ) STRICT
    """,
    # What the person did; opened_at is in microseconds since 1970, UTC.
    """
    CREATE TABLE opened (
        nct_number INTEGER PRIMARY KEY,
        opened_at INTEGER NOT NULL
    ) STRICT
    """,
    # Which derived tables the file has: 0 while they are being built.
    "CREATE TABLE derived_state (version INTEGER NOT NULL) STRICT",
    "INSERT INTO derived_state VALUES (0)",
)

_SECOND: Migration = (
    # Studies that the person threw away: their versions are kept for 30 days, and they are neither
    # listed nor found. trashed_at is in seconds since 1970, UTC.
    """
    CREATE TABLE trash (
        nct_number INTEGER PRIMARY KEY,
        trashed_at INTEGER NOT NULL
    ) STRICT
    """,
    # Large imports that did not come to their end yet: what is read (see
    # desktop_app.store.importing), how far it is, and what came of it so far, as JSON.
    """
    CREATE TABLE import_run (
        id INTEGER PRIMARY KEY,
        sources TEXT NOT NULL,
        position TEXT NOT NULL,
        counts TEXT NOT NULL,
        begun_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
)

_THIRD: Migration = (
    # What the registry said of a study when it was asked last (see desktop_app.store.standing);
    # other_number is the one under which it has the study now. checked_at is in seconds since
    # 1970, UTC, as all times below.
    """
    CREATE TABLE registry_standing (
        nct_number INTEGER PRIMARY KEY,
        standing TEXT NOT NULL,
        other_number INTEGER,
        checked_at INTEGER NOT NULL
    ) STRICT
    """,
    # Checks for updates: of which studies (as JSON), and up to which number they are done. Those
    # of which something is to be told have a line, and the others are as they were.
    """
    CREATE TABLE update_check (
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL,
        total INTEGER NOT NULL,
        done INTEGER NOT NULL,
        position INTEGER NOT NULL,
        since TEXT NOT NULL,
        begun_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        ended_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE update_line (
        check_id INTEGER NOT NULL REFERENCES update_check,
        nct_number INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        other_number INTEGER,
        note TEXT NOT NULL,
        PRIMARY KEY (check_id, nct_number)
    ) STRICT, WITHOUT ROWID
    """,
)

_FOURTH: Migration = (
    # Downloads that did not come to their end yet: what is downloaded, how far it is, and what came
    # of it so far, as JSON (see desktop_app.store.downloads).
    """
    CREATE TABLE download (
        id INTEGER PRIMARY KEY,
        asked TEXT NOT NULL,
        position TEXT NOT NULL,
        outcome TEXT NOT NULL,
        begun_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT
    """,
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH)


def schema_version(connection: apsw.Connection) -> int:
    """Return how many migrations the file has seen."""
    return int(connection.pragma("user_version"))


def migrate(
    connection: apsw.Connection, path: Path, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Bring the file up to date, one transaction a step; copy it aside first if it holds data.

    Where the disk has no room for a copy, that is told in the log, and the file is brought up to
    date all the same: each step is taken as a whole or not at all. Raises StoreTooNewError when a
    newer version of the application made the file.
    """
    version = schema_version(connection)
    refuse_newer(version, path, migrations)
    if 0 < version < len(migrations):
        _back_up_if_it_fits(connection, path, version)
    for target in range(version + 1, len(migrations) + 1):
        with transaction(connection):
            # Another process may have come first while this one waited for the lock.
            if schema_version(connection) < target:
                _apply(connection, migrations[target - 1])
                connection.pragma("user_version", target)


def _back_up_if_it_fits(connection: apsw.Connection, path: Path, version: int) -> None:
    # Loaded here, for most libraries are up to date.
    from desktop_app.store.backups.copying import NoRoomError, back_up

    try:
        back_up(connection, path, f"before-update-from-{version}")
    except NoRoomError as error:
        _LOG.warning("%s", error)


def refuse_newer(version: int, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Raise StoreTooNewError for a version that this application does not know."""
    if version > len(migrations):
        raise StoreTooNewError(
            _(
                "The library file {path} was made by a newer version of this application. It was"
                " left as it is: install the newer version, or choose another folder."
            ).format(path=path)
        )


def _apply(connection: apsw.Connection, migration: Migration) -> None:
    for step in migration:
        if callable(step):
            step(connection)
        else:
            connection.execute(step)
