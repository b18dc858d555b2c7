"""Copies of a database file: whole, checked, and under their name only once they are both."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import apsw

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.languages import _
from desktop_app.store.backups.files import backup_name
from desktop_app.store.connections import database_name
from desktop_app.store.failures import BACKUP_FOLDER

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much; may raise to stop."""

_PAGES_A_STEP = 1_024
_LEFT_FREE_BYTES = 16_777_216
"""What a copy leaves free on its disk: the window goes on writing there."""


class NoRoomError(StoreError):
    """The disk has no room for a copy."""


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def back_up(
    connection: apsw.Connection,
    path: Path,
    reason: str,
    folder: Path | None = None,
    progress: Progress = no_progress,
) -> Path:
    """Copy what a connection sees of a file into the folder of backups beside it.

    Returns the copy, which was read once more and found sound. ``reason`` becomes part of its
    name. ``folder`` is another one than usual. Raises NoRoomError where the disk has no room,
    StoreDamagedError where what is copied is damaged, or another StoreError; leaves nothing then.
    """
    folder = folder or path.parent / BACKUP_FOLDER
    target = folder / backup_name(path.stem, datetime.now(UTC), reason)
    part = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        require_room(folder, database_size(connection))
        try:
            copy_database(connection, part, progress)
            require_sound(part, path)
            part.rename(target)
        finally:
            for one in (part, part.with_name(f"{part.name}-journal")):
                one.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(folder, error.strerror or str(error)) from error
    except (apsw.FullError, apsw.IOError, apsw.CantOpenError) as error:
        raise _not_written(folder, str(error)) from error
    return target


def copy_database(connection: apsw.Connection, target: Path, progress: Progress) -> None:
    """Copy all pages into a file that is not there yet, as they are at one moment.

    Others may write meanwhile: it is what this connection saw at first that is copied.
    """
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
    copy = apsw.Connection(database_name(target), flags=flags)
    is_ours = not connection.in_transaction
    try:
        if is_ours:
            connection.execute("BEGIN; SELECT count(*) FROM sqlite_schema")
        with copy.backup("main", connection, "main") as backup:
            while not backup.done:
                backup.step(_PAGES_A_STEP)
                progress(backup.page_count - backup.remaining, backup.page_count)
        # So that it can be read where nothing can be written beside it.
        copy.pragma("journal_mode", "delete")
    finally:
        copy.close()
        if is_ours and connection.in_transaction:
            connection.execute("ROLLBACK")


def require_sound(copy: Path, of: Path) -> None:
    """Read a copy from end to end; raises StoreDamagedError where something in it is wrong."""
    name = f"{database_name(copy)}?immutable=1"
    connection = apsw.Connection(name, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    try:
        found = connection.execute("PRAGMA quick_check(1)").get
    except (apsw.CorruptError, apsw.NotADBError) as error:
        found = str(error)
    finally:
        connection.close()
    if found != "ok":
        told = _(
            "The copy of {path} is damaged, as the file itself is or the disk that was written to"
            " ({finding}). No backup was kept of it; choose Check in the menu Library."
        )
        raise StoreDamagedError(told.format(path=of, finding=found))


def require_room(folder: Path, size: int) -> None:
    """Raise NoRoomError where a disk has no room for so many bytes."""
    free = shutil.disk_usage(folder).free
    if free < size + _LEFT_FREE_BYTES:
        told = _(
            "There is no room for a backup in {folder}: it takes {size} MB, and {free} MB are free."
            " Free some space, or choose another folder."
        )
        raise NoRoomError(told.format(folder=folder, size=_megabytes(size), free=_megabytes(free)))


def database_size(connection: apsw.Connection) -> int:
    """Return how many bytes the pages take that a connection sees."""
    return int(connection.pragma("page_count")) * int(connection.pragma("page_size"))


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)


def _not_written(folder: Path, why: str) -> StoreError:
    return StoreError(
        _("No backup can be written to {folder}: {why}.").format(folder=folder, why=why)
    )
