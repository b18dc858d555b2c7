"""Opens the library for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.library import FILE_NAME, Library


def open_library(directories: Directories) -> Library:
    """Open the library, and make it on first use; raises StoreError where that fails."""
    directories.require_library()
    return Library.open(directories.library, reader=reread)


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not (folder / FILE_NAME).exists()


@contextmanager
def open_existing(directories: Directories) -> Iterator[Library | None]:
    """Open the library if there is one; reading makes none."""
    directories.require_library()
    if not directories.library.exists() or _is_empty(directories.library):
        yield None
        return
    with open_library(directories) as library:
        yield library
