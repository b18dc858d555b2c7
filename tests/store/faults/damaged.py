"""Libraries that are damaged on purpose, and whether what they show is still right."""

import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop_app.errors import StoreError
from tests.store.synthetic import open_library, record

NAME = "library.sqlite3"
STUDIES = 12


def made(folder: Path) -> dict[str, bytes]:
    """Make a small library; returns its documents."""
    with open_library(folder) as library:
        list(library.add_all(record(number) for number in range(1, STUDIES + 1)))
        documents = {one.nct_id: library.source(one.nct_id) for one in library.summaries()}
    return {nct_id: found.content for nct_id, found in documents.items() if found}


def copied(folder: Path, into: Path) -> Path:
    """Return the file of a copy of a library that is closed."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir()
    shutil.copy(folder / NAME, into / NAME)
    return into / NAME


def flip(path: Path, chance: random.Random) -> int:
    """Turn one bit of a file; returns which byte."""
    content = bytearray(path.read_bytes())
    at = chance.randrange(len(content))
    content[at] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    return at


def shown(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Use a library as a window does, and yield the documents that it shows.

    It may refuse any of that, with a sentence; anything else is a fault.
    """
    with suppress(StoreError), open_library(folder) as library:
        with suppress(StoreError):
            library.check()
        with suppress(StoreError):
            library.count_matches("asthma")
        for number in range(1, STUDIES + 1):
            with suppress(StoreError):
                found = library.source(f"NCT{number:08d}")
                if found is not None:
                    yield f"NCT{number:08d}", found.content
