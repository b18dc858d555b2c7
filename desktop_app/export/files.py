"""Writes files whole or not at all."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from desktop_app.errors import ExportError


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that a failure leaves what was there before.

    Raises ExportError with a sentence that names the file and says what to do.
    """
    temporary: Path | None = None
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".part", delete=False) as out:
            temporary = Path(out.name)
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(target)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise ExportError(_reason(target, error)) from error


def _reason(target: Path, error: OSError) -> str:
    why = error.strerror or "unknown fault"
    if isinstance(error, PermissionError):
        step = "Choose a folder that you may write to, or close the file where it is open."
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        step = "Choose a folder that exists."
    else:
        step = "Make room, or choose another folder."
    return f"{target.name} could not be written to {target.parent}: {why}. {step}"
