"""Whether the program is still the one that was started: updates replace it, and people remove it.

Much is loaded only when it is needed, and what is loaded then may be of another version, or gone.
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import desktop_app


class Installation:
    """The program's files as they are now."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._marks = {file: _mark(file) for file in files}

    def was_replaced(self) -> bool:
        """Tell whether any of the files is gone or another one since then."""
        return any(_mark(file) != mark for file, mark in self._marks.items())


def running_program() -> Installation:
    """Return the files that tell one version from another: an update replaces them all."""
    own = Path(sys.executable) if hasattr(sys, "_MEIPASS") else Path(desktop_app.__file__)
    return Installation((own,))


def _mark(file: Path) -> tuple[int, ...]:
    try:
        told: os.stat_result = file.stat()
    except OSError:
        return ()
    return told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns
