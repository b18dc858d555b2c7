"""Dated copies of the library file."""

from datetime import UTC, datetime
from pathlib import Path

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.connections import database_name
from desktop_app.store.failures import BACKUP_FOLDER


def back_up(connection: apsw.Connection, path: Path, reason: str) -> Path:
    """Copy the library into the folder of backups beside it, and return the copy.

    The copy is written under another name first: what bears the name of a backup is whole.
    ``reason`` becomes part of the name.
    """
    folder = path.parent / BACKUP_FOLDER
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S.%f")
    target = folder / f"{path.stem}-{stamp}-{reason}{path.suffix}"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        try:
            connection.execute("VACUUM INTO ?", (database_name(part),))
            part.rename(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            _("No backup can be written to {folder}: {why}.").format(
                folder=folder, why=error.strerror
            )
        ) from error
    return target
