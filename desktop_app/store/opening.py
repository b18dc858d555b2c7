"""Opening the library file: looked at first, then brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.checks import check_briefly, look
from desktop_app.store.connections import connect_reader, connect_writer, is_writable
from desktop_app.store.derived_state import DERIVED_VERSION, derived_version
from desktop_app.store.failures import lacks_room
from desktop_app.store.migrations import MIGRATIONS, migrate, schema_version

if TYPE_CHECKING:
    from desktop_app.store.derived import Progress
    from desktop_app.store.rereading import ReadDocument


def open_for_writing(
    path: Path, reader: ReadDocument, progress: Progress
) -> apsw.Connection | None:
    """Return the connection that writes, with all tables up to date.

    Makes the folder and the file on first use. None where nothing can be written.
    """
    _make_folder(path.parent)
    exists = look(path)
    if not is_writable(path):
        if not exists:
            raise StoreError(
                _(
                    "No library can be made in the folder {folder}: it cannot be written. Choose"
                    " another folder for the library."
                ).format(folder=path.parent)
            )
        return None
    connection = _connected(path) if exists else connect_writer(path)
    if connection is None:
        return None
    is_open = False
    try:
        if not connection.readonly("main"):
            _bring_up_to_date(connection, path, reader, progress)
            check_briefly(connection, path)
            is_open = True
    finally:
        if not is_open:
            connection.close()
    return connection if is_open else None


def _connected(path: Path) -> apsw.Connection | None:
    """Return a connection that writes, None where the disk has no room even for that."""
    try:
        return connect_writer(path)
    except apsw.IOError as error:
        if not lacks_room(error):
            raise
        return None


def open_for_reading(path: Path) -> apsw.Connection:
    """Return a connection to a library that exists and needs nothing to be written."""
    if not look(path):
        raise StoreError(
            _("There is no library in the folder {folder}.").format(folder=path.parent)
        )
    connection = connect_reader(path)
    is_open = False
    try:
        _require_up_to_date(connection, path)
        check_briefly(connection, path)
        is_open = True
    finally:
        if not is_open:
            connection.close()
    return connection


def _require_up_to_date(connection: apsw.Connection, path: Path) -> None:
    if schema_version(connection) < len(MIGRATIONS) or (
        derived_version(connection) != DERIVED_VERSION
    ):
        raise StoreError(
            _(
                "The library file {path} was last used by another version of this application and"
                " has to be brought up to date, but it cannot be written. Allow writing to the file"
                " and its folder, and open it again."
            ).format(path=path)
        )


def _bring_up_to_date(
    connection: apsw.Connection, path: Path, reader: ReadDocument, progress: Progress
) -> None:
    migrate(connection, path)
    if derived_version(connection) != DERIVED_VERSION:
        # Loaded here, with all that reads records: most libraries are up to date.
        from desktop_app.store.derived import rebuild_if_needed

        rebuild_if_needed(connection, reader, progress)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise StoreError(
            _("{folder} is a file, not a folder. Choose another folder for the library.").format(
                folder=folder
            )
        ) from error
    except OSError as error:
        raise StoreError(
            _(
                "The folder {folder} for the library cannot be made: {why}. Choose another folder."
            ).format(folder=folder, why=error.strerror)
        ) from error
