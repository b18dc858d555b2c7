"""Failures of the database, sorted: the environment's become sentences, bugs stay what they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import clear_frames

import apsw

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.languages import N_, _

BACKUP_FOLDER = "backups"

DAMAGED = N_(
    "The library file {path} is damaged. It was left as it is: put a copy of it back in its place, "
    "for instance the newest from the folder “backups” beside it, or move it away to begin a new "
    "library."
)
NOT_A_LIBRARY = N_(
    "The file {path} is not a library of this application. It was left as it is: "
    "choose another folder for the library, or move the file away."
)
_BUSY = N_(
    "The library file {path} is being written by another program. Try again when that has finished."
)
_READ_ONLY = N_(
    "The library file {path} cannot be written, so nothing was changed. "
    "Allow writing to the file and its folder, or choose another folder."
)
_FULL = N_(
    "The disk that holds the library file {path} is full. What was in the library is still there "
    "and can be read; free some space and add the records again."
)
_DISK = N_(
    "The disk failed while the library file {path} was read or written. "
    "Check the disk or the connection to it, and start the application again."
)
_CANNOT_OPEN = N_(
    "The library file {path} cannot be opened. "
    "Check that its folder exists and that you may read and write in it."
)
_NOT_ALLOWED = N_(
    "Access to the library file {path} is not allowed. Ask whoever looks after the disk."
)

_SENTENCES: dict[type[apsw.Error], tuple[type[StoreError], str]] = {
    apsw.BusyError: (StoreError, _BUSY),
    apsw.LockedError: (StoreError, _BUSY),
    apsw.ReadOnlyError: (StoreError, _READ_ONLY),
    apsw.IOError: (StoreError, _DISK),
    apsw.CorruptError: (StoreDamagedError, DAMAGED),
    apsw.FullError: (StoreError, _FULL),
    apsw.CantOpenError: (StoreError, _CANNOT_OPEN),
    apsw.NotADBError: (StoreDamagedError, NOT_A_LIBRARY),
    apsw.PermissionsError: (StoreError, _NOT_ALLOWED),
    apsw.AuthError: (StoreError, _NOT_ALLOWED),
}


_NO_ROOM = (apsw.SQLITE_IOERR_SHMSIZE, apsw.SQLITE_IOERR_SHMOPEN, apsw.SQLITE_IOERR_SHMMAP)


def lacks_room(error: apsw.Error) -> bool:
    """Tell whether the file beside the library that readers and writers share cannot be made."""
    return getattr(error, "extendedresult", 0) in _NO_ROOM


class SearchInterrupted(Exception):
    """A search gave way to a newer one, because `Library.interrupt` was called.

    Not a failure that anybody need hear of, and so no DesktopAppError.
    """


def as_interruption(error: apsw.InterruptError) -> SearchInterrupted:
    """Return what tells that a query was interrupted, and let go of what it was reading.

    An interrupt lasts until no statement runs any more. Whoever keeps the error would keep cursors
    open that stand in its frames, and so have the next query interrupted as well.
    """
    clear_frames(error.__traceback__)
    return SearchInterrupted()


@contextmanager
def store_failures(path: Path) -> Iterator[None]:
    """Turn failures of the environment into `StoreError` with a sentence that names the file.

    Raises SearchInterrupted when a query was interrupted; errors that only a bug can cause pass.
    """
    try:
        yield
    except apsw.InterruptError as error:
        raise as_interruption(error) from error
    except tuple(_SENTENCES) as error:
        kind, sentence = _SENTENCES[type(error)]
        if lacks_room(error):
            sentence = _FULL
        raise kind(_(sentence).format(path=path)) from error
