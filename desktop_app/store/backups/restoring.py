"""Putting a backup back; what was there before is kept as a backup of its own."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import apsw

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.languages import _
from desktop_app.store.backups.contents import require_usable
from desktop_app.store.backups.copying import (
    Progress,
    back_up,
    copy_database,
    database_size,
    no_progress,
    require_room,
    require_sound,
)
from desktop_app.store.backups.files import (
    BEFORE_RESTORE,
    DAMAGED,
    BackupFile,
    backup_name,
    backups_in,
)
from desktop_app.store.connections import connect_reader, connect_writer, database_name
from desktop_app.store.failures import BACKUP_FOLDER, store_failures
from desktop_app.store.importing.locks import is_any_under_way
from desktop_app.store.personal.failures import personal_failures
from desktop_app.store.personal.opening import connect_personal

_READ_ONLY = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_BESIDE = ("-wal", "-journal", "-shm")
"""What belongs to a file of a database, beside it."""
_READ_WHOLE_BYTES = 67_108_864


def restore_personal(backup: BackupFile, path: Path) -> Path | None:
    """Let the personal file hold what a backup holds, for all that have it open.

    It happens at once or not at all. Returns the backup of what was there before, None where
    nothing was. Raises StoreError, and changes nothing then.
    """
    require_usable(backup)
    require_sound(backup.path, backup.path)
    with personal_failures(path):
        if not path.exists():
            put_in_place(backup, path, no_progress, BEFORE_RESTORE)
            return None
        try:
            connect_personal(path).close()
        except StoreDamagedError:
            return put_in_place(backup, path, no_progress, DAMAGED)
        connection = connect_writer(path)
        try:
            before = back_up(connection, path, BEFORE_RESTORE)
            _overwrite(connection, backup)
        finally:
            connection.close()
        # One of an earlier version is brought up to date.
        connect_personal(path).close()
        return before


def restore_library(
    backup: BackupFile, path: Path, progress: Progress = no_progress
) -> Path | None:
    """Put a backup of the library in its place, which nobody may have open.

    The file that was there becomes a backup itself, as it is. Returns that, None where there was
    none. Raises StoreError, and changes nothing then.
    """
    if path.exists() and _is_imported_into(path):
        with store_failures(path):
            raise apsw.BusyError("another process is importing")
    return put_in_place(backup, path, progress, BEFORE_RESTORE)


def _is_imported_into(path: Path) -> bool:
    """Tell whether an import into a library is under way; one that is damaged does not say."""
    with suppress(apsw.Error, StoreError, ValueError):
        connection = connect_reader(path)
        try:
            return is_any_under_way(connection, path.parent)
        finally:
            connection.close()
    return False


def put_in_place(backup: BackupFile, path: Path, progress: Progress, reason: str) -> Path | None:
    """Put a checked copy of a backup in place of a file, and keep that beside, as it is."""
    require_usable(backup)
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        source = apsw.Connection(f"{database_name(backup.path)}?immutable=1", flags=_READ_ONLY)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            require_room(path.parent, database_size(source))
            copy_database(source, part, progress)
        finally:
            source.close()
        require_sound(part, backup.path)
        return put_file_in_place(part, path, reason)
    except (apsw.FullError, apsw.IOError, apsw.CantOpenError, OSError) as error:
        told = _("The backup {path} cannot be restored: {why}. Nothing was changed.")
        raise StoreError(told.format(path=backup.path, why=error)) from error
    finally:
        part.unlink(missing_ok=True)


def put_file_in_place(file: Path, path: Path, reason: str) -> Path | None:
    """Put a file of the same disk in place of another, and keep that among the backups."""
    kept = _put_aside(path, reason) if path.exists() else None
    file.replace(path)
    _sync_folder(path.parent)
    return kept


def newest_sound(folder: Path, like: BackupFile | None, path: Path) -> BackupFile | None:
    """Return the newest backup of a file that can be used, older than another one.

    A small one is read to its end; of a large one that is left to putting it back.
    """
    for one in backups_in(folder / BACKUP_FOLDER):
        is_later = like is not None and one.made_at >= like.made_at
        if one.kind.value != path.stem or one.reason == DAMAGED or is_later:
            continue
        try:
            require_usable(one)
            if one.size <= _READ_WHOLE_BYTES:
                require_sound(one.path, one.path)
        except StoreError:
            continue
        return one
    return None


def _overwrite(connection: apsw.Connection, backup: BackupFile) -> None:
    """Write all pages of a backup in one transaction, which other connections see as any other."""
    source = apsw.Connection(f"{database_name(backup.path)}?immutable=1", flags=_READ_ONLY)
    try:
        with connection.backup("main", source, "main") as copying:
            copying.step(-1)
    finally:
        source.close()


def _put_aside(path: Path, reason: str) -> Path:
    """Keep a file among the backups, with the log that belongs to it; it stays in its place, too.

    A second name is given to it where the disk can do so: at no moment is there no library.
    """
    if reason != DAMAGED:
        write_log_back(path)
    folder = path.parent / BACKUP_FOLDER
    folder.mkdir(exist_ok=True)
    kept = folder / backup_name(path.stem, datetime.now(UTC), reason)
    try:
        os.link(path, kept)
    except OSError:
        path.rename(kept)
    for ending in _BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.replace(kept.with_name(kept.name + ending))
    return kept


def write_log_back(path: Path) -> None:
    """Let the file hold all that its log holds, where it is sound."""
    with suppress(apsw.Error, StoreError):
        connect_reader(path).close()
        connection = connect_writer(path)
        try:
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        finally:
            connection.close()


def _sync_folder(folder: Path) -> None:
    """Have the names of the files on the disk as well; Windows does so by itself."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
