"""Opens the library for a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.directories import Directories
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library


def open_library(directories: Directories) -> Library:
    """Open the library, and make it on first use."""
    return Library.open(directories.library, reader=reread)


@contextmanager
def open_existing(directories: Directories) -> Iterator[Library | None]:
    """Open the library if there is one; reading makes none."""
    if not directories.library.is_dir():
        yield None
        return
    with open_library(directories) as library:
        yield library
