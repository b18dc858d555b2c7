"""Where a command writes: names that are free, folders that are made, inputs left as they are."""

import sys
import time
from collections.abc import Iterable
from pathlib import Path

from desktop_app.command_line.contexts import SUFFIXES
from desktop_app.command_line.options import STANDARD_OUTPUT
from desktop_app.directories import expanded
from desktop_app.errors import ExportError
from desktop_app.export.files import remove_leftovers, write_whole
from desktop_app.languages import _

_OF_RECORDS = frozenset(SUFFIXES.values())


class Targets:
    """The files that a run writes; it overwrites none of its inputs, and none of its own."""

    def __init__(self, inputs: Iterable[str]) -> None:
        self._inputs = [path for path in map(expanded, inputs) if _exists(path)]
        self._written: set[str] = set()
        self._prepared: set[Path] = set()

    def is_an_input(self, target: Path) -> bool:
        """Tell whether a file is one of the inputs, or may be a record in a folder of them."""
        if not _exists(target):
            return False
        return any(one.samefile(target) or _holds(one, target) for one in self._inputs)

    def free(self, usual: Path) -> Path:
        """Return the usual name, numbered where it is an input or this run has written it."""
        target = usual
        number = 1
        # Not all disks tell names apart by their case.
        while str(target).casefold() in self._written or self.is_an_input(target):
            number += 1
            target = usual.with_stem(f"{usual.stem}_{number}")
        self._written.add(str(target).casefold())
        return target

    def write(self, target: Path, content: bytes) -> None:
        """Write a file, in a folder that is made where there is none, or the standard output.

        Raises ExportError where that cannot be done.
        """
        if target == STANDARD_OUTPUT:
            sys.stdout.buffer.write(content)
            return
        folder = target.parent
        if folder not in self._prepared:
            make_folder(folder)
            remove_leftovers(folder, time.time())
            self._prepared.add(folder)
        write_whole(target, content)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        # A name that no disk takes names nothing that could be overwritten.
        return False


def _holds(folder: Path, target: Path) -> bool:
    is_record = target.suffix.lower() in _OF_RECORDS
    return is_record and folder.is_dir() and target.resolve().is_relative_to(folder.resolve())


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder; one that no disk takes leads nowhere."""
    return _exists(path) and path.is_dir()


def make_folder(folder: Path) -> None:
    """Make a folder where there is none; raises ExportError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = _("it is a file") if isinstance(error, FileExistsError) else error.strerror
        raise ExportError(
            _("The folder {folder} cannot be made: {why}. Choose another folder.").format(
                folder=folder, why=why
            )
        ) from error
