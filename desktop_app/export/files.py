"""Writes files whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from desktop_app.errors import ExportError


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that a failure leaves what was there before.

    Raises ExportError with a sentence that names the file and says what to do.
    """
    # Opened by name, so that it gets the rights that the person's other new files have.
    temporary = target.with_name(f".{uuid4().hex}.part")
    try:
        with temporary.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(target)
    except OSError as error:
        _remove(temporary)
        raise ExportError(_reason(target, error)) from error


def _remove(temporary: Path) -> None:
    # Where even that fails, the first failure is the one to tell of.
    with suppress(OSError):
        temporary.unlink(missing_ok=True)


def _reason(target: Path, error: OSError) -> str:
    why = error.strerror or "unknown fault"
    if isinstance(error, PermissionError):
        step = "Choose a folder that you may write to, or close the file where it is open."
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        step = "Choose a folder that exists."
    else:
        step = "Make room, or choose another folder."
    return f"{target.name} could not be written to {target.parent}: {why}. {step}"
