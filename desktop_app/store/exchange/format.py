"""What a file of a library for exchange looks like, and whether a file is one."""

import struct
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

APPLICATION_ID = 0x54505658
"""``TPVX``: marks a SQLite file as a library for exchange."""
SUFFIX = ".triallibrary"
VERSION = 1
"""Moves when the tables change; a later one is refused."""
LARGEST_PERSONAL_BYTES = 4_194_304
"""Of one row of what belongs to the person: a study with its note, or a collection."""

# Exactly these, or the file is refused: nothing else in it can ever run.
TABLES = (
    """
    CREATE TABLE about (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT
    """,
    # What documents were compressed with, by zstd.
    """
    CREATE TABLE dictionary (
        id INTEGER PRIMARY KEY,
        content BLOB NOT NULL
    ) STRICT
    """,
    # One row for each version of a study, the older ones first; as in a library.
    """
    CREATE TABLE document (
        id INTEGER PRIMARY KEY,
        nct_number INTEGER NOT NULL,
        format TEXT NOT NULL,
        origin TEXT NOT NULL,
        imported_at INTEGER NOT NULL,
        sha256 BLOB NOT NULL,
        size INTEGER NOT NULL,
        dictionary_id INTEGER REFERENCES dictionary,
        content BLOB NOT NULL
    ) STRICT
    """,
    # What belongs to the person, each row as JSON.
    """
    CREATE TABLE personal (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT
    """,
)

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; ``made_at`` is in UTC. ``title`` is what was taken into it."""

    title: str
    made_at: datetime
    studies: int
    documents: int
    personal: int


def is_exchange_file(path: Path) -> bool:
    """Tell from its first bytes whether a file is a library for exchange."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return is_exchange_head(file.read(_HEADER_BYTES))
    except OSError:
        # Whoever reads it as something else tells of it.
        return False


def is_exchange_head(head: bytes) -> bool:
    """Tell whether a file that begins so is a library for exchange."""
    if len(head) < _HEADER_BYTES or not head.startswith(_MAGIC):
        return False
    return bool(struct.unpack_from(">I", head, 68)[0] == APPLICATION_ID)
