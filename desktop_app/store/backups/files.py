"""How files of backups are called, and which there are in a folder."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

_STAMP = "%Y-%m-%dT%H%M%S.%f"
_NAME = re.compile(r"(library|personal)-(\d{4}-\d\d-\d\dT\d{6}\.\d{6})-([\w-]+)\.sqlite3")

DAILY, BY_HAND, BEFORE_RESTORE, DAMAGED = "daily", "by-hand", "before-restore", "damaged"
"""Why a backup was made, as its name says it."""
BEFORE_UPDATE = "before-update-from-"
"""A version of the file follows."""


class Kind(Enum):
    """What a backup is of, by the first part of the file's name."""

    LIBRARY = "library"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup; ``made_at`` is in UTC, ``size`` in bytes. ``reason`` is as its name says it."""

    path: Path
    kind: Kind
    made_at: datetime
    reason: str
    size: int


def backup_name(stem: str, made_at: datetime, reason: str) -> str:
    """Return the name of a backup of a file."""
    return f"{stem}-{made_at.strftime(_STAMP)}-{reason}.sqlite3"


def backup_at(path: Path) -> BackupFile | None:
    """Return the backup that a file is by its name, None for any other file."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made_at = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return BackupFile(path, Kind(match[1]), made_at, match[3], size)


def backups_in(folder: Path, kind: Kind | None = None) -> tuple[BackupFile, ...]:
    """Return the backups in a folder, the newest first; none where it cannot be read."""
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return ()
    found = [one for one in map(backup_at, files) if one and kind in (None, one.kind)]
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))
