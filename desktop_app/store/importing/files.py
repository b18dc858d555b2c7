"""The files that an import reads, in an order that is the same each time."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.languages import _
from desktop_app.readers.limits import Limits
from desktop_app.readers.reasons import reason_of
from desktop_app.store.exchange.format import is_exchange_file


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read; or something that is none, with the reason in a sentence.

    ``is_library`` tells of a library for exchange, which has to be named itself: what lies in a
    folder was not asked for one by one.
    """

    path: Path
    size: int = 0
    mtime_ns: int = 0
    reason: str = ""
    is_library: bool = False


def source_files(paths: Sequence[Path], limits: Limits | None = None) -> list[SourceFile]:
    """Return all files that the paths hold; those of folders sorted by name.

    Files whose names begin with a dot are passed over inside folders.
    """
    return [file for path in paths for file in _files(path, limits or Limits(), 0)]


def identity_of(files: Sequence[SourceFile]) -> str:
    """Return a text that another set of files, or a changed one, does not have."""
    told = "\n".join(f"{file.path}\t{file.size}\t{file.mtime_ns}" for file in files)
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def told_apart(files: Sequence[SourceFile]) -> str:
    """Return a text that another row of files does not have, whatever is in them."""
    told = "\n".join(str(file.path) for file in files)
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def _files(path: Path, limits: Limits, depth: int) -> Iterator[SourceFile]:
    try:
        if path.is_dir():
            yield from _folder(path, limits, depth)
        elif not path.exists():
            yield SourceFile(path, reason=_("There is no such file."))
        elif not path.is_file():
            yield SourceFile(path, reason=_("It is neither a file nor a folder."))
        else:
            told = path.stat()
            is_library = not depth and is_exchange_file(path)
            yield SourceFile(path, told.st_size, told.st_mtime_ns, is_library=is_library)
    except OSError as error:
        words = _("It cannot be read: {reason}.")
        yield SourceFile(path, reason=words.format(reason=reason_of(error)))


def _folder(folder: Path, limits: Limits, depth: int) -> Iterator[SourceFile]:
    if depth >= limits.folder_depth:
        words = _("It lies deeper than {count} folders.")
        yield SourceFile(folder, reason=words.format(count=limits.folder_depth))
        return
    names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
    if not names and depth == 0:
        yield SourceFile(folder, reason=_("It is an empty folder."))
    for name in names:
        path = folder / name
        if path.is_symlink() and path.is_dir():
            # It could lead back here.
            yield SourceFile(path, reason=_("It is a link to a folder, which is not followed."))
        else:
            yield from _files(path, limits, depth + 1)
