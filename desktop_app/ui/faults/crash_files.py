"""Where the interpreter writes its last words, and how the next start finds them.

Each process has a file of its own. It stays empty unless the process crashes, and goes when the
process ends well: a machine that is switched off leaves an empty one, which nobody is told of.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

_PREFIX, _SUFFIX = "crash-", ".txt"
_PATTERN = f"{_PREFIX}*{_SUFFIX}"
_LARGEST_SHOWN = 20_000
_FORGOTTEN_AFTER = 7 * 24 * 3600
"""Seconds after which an empty file is not that of a process that still runs."""


class CrashFile:
    """The file of this process; raises OSError where none can be made."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{_PREFIX}{os.getpid()}-{time.time_ns():x}{_SUFFIX}"
        self.path = folder / name
        self.file: TextIO = self.path.open("x", encoding="utf-8")

    def remove(self) -> None:
        """Close the file and let it go: the process ends well."""
        self.file.close()
        self.path.unlink(missing_ok=True)


def take_crashes(folder: Path) -> tuple[str, ...]:
    """Return what processes wrote when they crashed, oldest first, and remove their files."""
    return tuple(filter(None, map(_take, sorted(_files(folder), key=_age))))


def _files(folder: Path) -> Iterator[Path]:
    try:
        # Of what is no file, a pipe would be waited for.
        yield from (path for path in folder.glob(_PATTERN) if path.is_file())
    except OSError:
        return


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _take(path: Path) -> str:
    """Return what a file holds and remove it; one that cannot be removed is not told again."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            told = file.read(_LARGEST_SHOWN)
        if told or time.time() - _age(path) > _FORGOTTEN_AFTER:
            path.unlink()
    except OSError:
        return ""
    return told.strip()
