"""Opens the library for a command."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.command_line.complaints import complain
from desktop_app.directories import Directories
from desktop_app.languages import _
from desktop_app.readers.detect import reread
from desktop_app.store.library import FILE_NAME, Library
from desktop_app.study.nct_numbers import format_nct_id


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


def lacking_studies(library: Library, numbers: Iterable[int]) -> frozenset[int]:
    """Return which studies a library does not hold, and tell of each of them."""
    lacking = [one for one in numbers if library.summary(format_nct_id(one)) is None]
    for number in lacking:
        complain(not_held(format_nct_id(number)))
    return frozenset(lacking)


def not_held(nct_id: str) -> str:
    """Return what is said of a study that the library does not hold."""
    return _("{number} is not in the library. Import its record first.").format(number=nct_id)
