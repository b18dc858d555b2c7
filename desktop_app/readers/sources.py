"""Reads files, folders and archives; every input gets a reading, whatever it is."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.languages import _
from desktop_app.readers.archives import member_count, read_archive
from desktop_app.readers.detect import read_stream
from desktop_app.readers.limits import Limits
from desktop_app.readers.reading import Reading, Rejected
from desktop_app.readers.reasons import reason_of
from desktop_app.readers.zip_members import is_archive


def read_sources(paths: Sequence[Path], limits: Limits | None = None) -> Iterator[Reading]:
    """Read all that the paths hold, one reading a record or a thing that is none.

    Records are read when they are asked for, so memory does not grow with their number. Files
    whose names begin with a dot are passed over inside folders.
    """
    for path in paths:
        yield from _read_path(path, limits or Limits(), depth=0)


def expected_count(paths: Sequence[Path]) -> int | None:
    """Return how many readings are to be expected, or None where only reading can tell."""
    if len(paths) != 1:
        return None
    try:
        if paths[0].is_file() and is_archive(paths[0]):
            return member_count(paths[0])
        if paths[0].is_dir():
            return sum(len(names) for _, _, names in os.walk(paths[0]))
    except OSError:
        # Reading meets the failure, too, and tells of it.
        return None
    return None


def _read_path(path: Path, limits: Limits, depth: int) -> Iterator[Reading]:
    try:
        if path.is_dir():
            yield from _read_folder(path, limits, depth)
        else:
            yield from _read_file(path, limits)
    except OSError as error:
        words = _("It cannot be read: {reason}.")
        yield Rejected(str(path), words.format(reason=reason_of(error)))


def _read_folder(folder: Path, limits: Limits, depth: int) -> Iterator[Reading]:
    if depth >= limits.folder_depth:
        words = _("It lies deeper than {count} folders.")
        yield Rejected(str(folder), words.format(count=limits.folder_depth))
        return
    names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
    if not names and depth == 0:
        yield Rejected(str(folder), _("It is an empty folder."))
    for name in names:
        path = folder / name
        if path.is_symlink() and path.is_dir():
            # It could lead back here.
            yield Rejected(str(path), _("It is a link to a folder, which is not followed."))
        else:
            yield from _read_path(path, limits, depth + 1)


def _read_file(path: Path, limits: Limits) -> Iterator[Reading]:
    if not path.exists():
        yield Rejected(str(path), _("There is no such file."))
    elif not path.is_file():
        yield Rejected(str(path), _("It is neither a file nor a folder."))
    elif is_archive(path):
        yield from read_archive(path, limits)
    else:
        with path.open("rb") as stream:
            yield from read_stream(stream, str(path), limits)
