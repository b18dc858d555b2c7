"""Failures of the personal file, as sentences that name it and the next step."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.languages import N_, _
from desktop_app.store.failures import as_interruption, lacks_room

DAMAGED = N_(
    "The file {path}, which holds your stars, tags and notes, is damaged. It was left as it is, and"
    " the studies can be read without it: put a copy of it back in its place, for instance the"
    " newest from the folder “backups” beside it, or move it away to begin anew."
)
NOT_OURS = N_(
    "The file {path} stands where your stars, tags and notes belong, but was not made by this"
    " application. It was left as it is, and the studies can be read without it: move it away, and"
    " start again."
)
TOO_NEW = N_(
    "The file {path}, which holds your stars, tags and notes, was made by a newer version of this"
    " application. It was left as it is, and the studies can be read without it: install the newer"
    " version to see and change them."
)
READ_ONLY = N_(
    "The file {path}, which holds your stars, tags and notes, cannot be written, so nothing was"
    " changed. Allow writing to the file and its folder, or choose another folder for the library."
)
UNFINISHED = N_(
    "The file {path}, which holds your stars, tags and notes, was not closed and lies where nothing"
    " can be written, so it cannot be read. Copy the library's folder to where it can be written,"
    " and open that."
)
_BUSY = N_(
    "The file {path}, which holds your stars, tags and notes, is being written by another program,"
    " so nothing was changed. Try again when that has finished."
)
_FULL = N_(
    "The disk that holds the file {path} is full, so this change to your stars, tags and notes was"
    " not kept. What was there before still is; free some space and make the change again."
)
_DISK = N_(
    "The disk failed while the file {path}, which holds your stars, tags and notes, was read or"
    " written. Check the disk or the connection to it, and start the application again."
)
_CANNOT_OPEN = N_(
    "The file {path}, which holds your stars, tags and notes, cannot be opened. Check that its"
    " folder exists and that you may read and write in it."
)
_OVERTAKEN = N_(
    "Nothing was changed in the file {path}: your tags, collections or searches were changed"
    " elsewhere in the meantime. Look at them again, and repeat the change if it is still wanted."
)


class OvertakenError(StoreError):
    """Somebody else changed what a change was about; making it again will not help."""


_SENTENCES: dict[type[apsw.Error], tuple[type[StoreError], str]] = {
    apsw.BusyError: (StoreError, _BUSY),
    apsw.LockedError: (StoreError, _BUSY),
    apsw.ReadOnlyError: (StoreError, READ_ONLY),
    apsw.IOError: (StoreError, _DISK),
    apsw.CorruptError: (StoreDamagedError, DAMAGED),
    apsw.NotADBError: (StoreDamagedError, NOT_OURS),
    apsw.FullError: (StoreError, _FULL),
    apsw.CantOpenError: (StoreError, _CANNOT_OPEN),
    apsw.PermissionsError: (StoreError, _CANNOT_OPEN),
    apsw.AuthError: (StoreError, _CANNOT_OPEN),
    apsw.ConstraintError: (OvertakenError, _OVERTAKEN),
}
FAILURES = tuple(_SENTENCES)


def as_sentence(error: apsw.Error, path: Path) -> StoreError:
    """Return what one of `FAILURES` means for the person."""
    kind, sentence = _SENTENCES[type(error)]
    return kind(_(_FULL if lacks_room(error) else sentence).format(path=path))


@contextmanager
def personal_failures(path: Path) -> Iterator[None]:
    """Turn failures of the environment into `StoreError` with a sentence that names the file.

    Raises SearchInterrupted when a query was interrupted; errors that only a bug can cause pass.
    """
    try:
        yield
    except apsw.InterruptError as error:
        raise as_interruption(error) from error
    except FAILURES as error:
        raise as_sentence(error, path) from error
