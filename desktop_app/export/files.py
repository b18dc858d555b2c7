"""Writes files whole or not at all."""

import errno
import os
import re
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from desktop_app.errors import ExportError
from desktop_app.languages import _

_LEFT_OVER = re.compile(r"\.[0-9a-f]{32}\.part\Z")
_HOUR = 3600.0


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that a failure leaves what was there before.

    A symbolic link stays, and the file that it leads to is written. Raises ExportError with a
    sentence that names the file and says what to do.
    """
    place = _behind_links(target)
    # Opened by name, so that it gets the rights that the person's other new files have.
    temporary = place.with_name(f".{uuid4().hex}.part")
    try:
        with temporary.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(place)
    except OSError as error:
        _remove(temporary)
        raise ExportError(_reason(target, error)) from error
    except KeyboardInterrupt:
        _remove(temporary)
        raise


def _behind_links(target: Path) -> Path:
    """Return the file itself; a name that no disk takes is no link."""
    with suppress(OSError):
        if target.is_symlink():
            return Path(os.path.realpath(target))
    return target


def remove_leftovers(folder: Path, now: float) -> None:
    """Remove what a program that was killed while it wrote has left in a folder.

    ``now`` is in seconds as ``time.time`` counts them. What is younger than an hour may be in use.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _LEFT_OVER.match(entry.name) and entry.stat().st_mtime < now - _HOUR:
                _remove(Path(entry.path))


def _remove(temporary: Path) -> None:
    # Where even that fails, the first failure is the one to tell of.
    with suppress(OSError):
        temporary.unlink(missing_ok=True)


def _reason(target: Path, error: OSError) -> str:
    why = error.strerror or _("unknown fault")
    said = _("{name} could not be written to {folder}: {why}.").format(
        name=target.name, folder=target.parent, why=why
    )
    return f"{said} {_step(error)}"


def _step(error: OSError) -> str:
    """Return what the person can do."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return _("Choose a folder that you may write to, or close the file where it is open.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _("Choose a folder that exists.")
    if isinstance(error, IsADirectoryError) or error.errno == errno.ENAMETOOLONG:
        return _("Choose another name.")
    return _("Make room, or choose another folder.")
