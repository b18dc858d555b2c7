"""How many records are to be expected of files, before they are read."""

from collections.abc import Sequence
from zipfile import BadZipFile

from desktop_app.errors import RecordFormatError, StoreTooNewError
from desktop_app.readers.zip_members import ZipMembers, is_archive
from desktop_app.store.importing.files import SourceFile

_LARGE_FILE = 8_388_608
"""A file of this size that is no archive holds any number of records."""


def expected_records(files: Sequence[SourceFile]) -> int:
    """Return how many records are to be expected, 0 where only reading can tell."""
    total = 0
    for file in files:
        held = _members(file) or (1 if file.size <= _LARGE_FILE else 0)
        if not held:
            return 0
        total += held
    return total


def _members(file: SourceFile) -> int:
    """Return how many members an archive has, or documents a library; 0 for what is neither."""
    if file.reason:
        return 0
    try:
        if file.is_library:
            return _documents(file)
        if not is_archive(file.path):
            return 0
        archive = ZipMembers(file.path)
    except (OSError, BadZipFile, RecordFormatError, StoreTooNewError):
        return 0
    archive.close()
    return archive.count


def _documents(file: SourceFile) -> int:
    # Loaded here: few imports are of a library.
    from desktop_app.store.exchange.reading import open_exchange

    with open_exchange(file.path) as library:
        return sum(1 for _row in library.rows())
