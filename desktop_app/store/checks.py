"""Whether a library file is ours, of a version we know, and undamaged."""

import os
import struct
from pathlib import Path

import apsw

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.languages import _
from desktop_app.store.connections import connect_reader, log_size
from desktop_app.store.failures import DAMAGED, NOT_A_LIBRARY
from desktop_app.store.migrations import APPLICATION_ID, refuse_newer, schema_version

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"
_CHECKED_WHOLE_BYTES = 16_777_216


def look(path: Path) -> bool:
    """Look at a file before anything may write to it; return whether it holds a library.

    Raises StoreDamagedError when it is something else or cut short, and StoreTooNewError when a
    newer version of the application made it. The file is only read.
    """
    header, size = _read_header(path)
    has_log = log_size(path) > 0
    if not header and not has_log:
        return False
    if header and (len(header) < _HEADER_BYTES or not header.startswith(_MAGIC)):
        raise StoreDamagedError(_(NOT_A_LIBRARY).format(path=path))
    if has_log:
        # What the header says may be overtaken by the log.
        return _look_through_log(path)
    return _look_at_header(path, header, size)


def check_briefly(connection: apsw.Connection, path: Path) -> None:
    """Check what can be checked while the window waits.

    A file of up to 16 MB is checked in full. The larger the file, the longer that takes (seconds
    for the whole registry), so that of a larger one only what every search passes through is
    read: the schema and both ends of each table. Raises StoreDamagedError, or what the database
    raises when it meets damage.
    """
    if _size(path) <= _CHECKED_WHOLE_BYTES:
        found = connection.execute("PRAGMA quick_check(1)").get
        if found != "ok":
            raise StoreDamagedError(_(DAMAGED).format(path=path))
        return
    for table, key in (("study", "row"), ("version", "id"), ("document", "version_id")):
        for order in ("ASC", "DESC"):
            connection.execute(f"SELECT * FROM {table} ORDER BY {key} {order} LIMIT 1").fetchall()


def check_whole(connection: apsw.Connection) -> tuple[str, ...]:
    """Check everything and return what is wrong, in sentences; takes minutes if there is much."""
    from desktop_app.store.documents import DocumentTable

    problems = _check_structure(connection)
    documents = DocumentTable(connection)
    last = connection.execute("SELECT coalesce(max(id), 0) FROM version").get
    for version_id in range(1, last + 1):
        if connection.execute("SELECT 1 FROM version WHERE id = ?", (version_id,)).get:
            try:
                documents.read(version_id)
            except StoreDamagedError as error:
                problems.append(str(error))
    return tuple(problems)


def _check_structure(connection: apsw.Connection) -> list[str]:
    try:
        found = connection.execute("PRAGMA integrity_check").fetchall()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    except apsw.CorruptError as error:
        return [_damaged(error)]
    lost = _("The table {name} of the library refers to what is not there.")
    return [
        *(_damaged(finding) for (finding,) in found if finding != "ok"),
        *(lost.format(name=row[0]) for row in orphans),
    ]


def _damaged(finding: object) -> str:
    return _("The library file is damaged: {finding}.").format(finding=finding)


def _look_through_log(path: Path) -> bool:
    connection = connect_reader(path)
    try:
        application_id = connection.pragma("application_id")
        version = schema_version(connection)
    finally:
        connection.close()
    return _judge(path, application_id, version)


def _look_at_header(path: Path, header: bytes, size: int) -> bool:
    page_size, version, application_id = (
        struct.unpack_from(form, header, at)[0] for form, at in ((">H", 16), (">I", 60), (">I", 68))
    )
    change, pages, valid_for = (struct.unpack_from(">I", header, at)[0] for at in (24, 28, 92))
    is_ours = _judge(path, application_id, version)
    if change == valid_for and size < pages * (65_536 if page_size == 1 else page_size):
        raise StoreDamagedError(_(DAMAGED).format(path=path))
    return is_ours


def _judge(path: Path, application_id: int, version: int) -> bool:
    if version == 0 and application_id == 0:
        if _holds_tables(path):
            raise StoreDamagedError(_(NOT_A_LIBRARY).format(path=path))
        return False
    if application_id != APPLICATION_ID:
        raise StoreDamagedError(_(NOT_A_LIBRARY).format(path=path))
    refuse_newer(version, path)
    return True


def _holds_tables(path: Path) -> bool:
    connection = connect_reader(path)
    try:
        return bool(connection.execute("SELECT count(*) FROM sqlite_schema").get)
    finally:
        connection.close()


def _read_header(path: Path) -> tuple[bytes, int]:
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise StoreDamagedError(_(NOT_A_LIBRARY).format(path=path))
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_BYTES), os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        return b"", 0
    except OSError as error:
        raise StoreError(
            _(
                "The library file {path} cannot be read: {why}. Allow reading it, or choose another"
                " folder for the library."
            ).format(path=path, why=error.strerror)
        ) from error


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
