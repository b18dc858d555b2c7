"""The file of the settings: one JSON object, read whatever it holds and replaced whole.

It holds what somebody chose, so that all else follows the system and later versions.
"""

import json
import os
import stat
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.errors import DesktopAppError
from desktop_app.languages import _

FILE_NAME = "settings.json"
FORMAT = "format"
"""The key of the layout's number, which the first layout did not have."""
_LARGEST_FILE = 1_000_000
_MOST_SET_ASIDE = 99
_AT_FIRST_IN_FIRST_LAYOUT: Mapping[str, object] = {
    "theme": "system",
    "text_percent": 100,
    "open_after_export": False,
    "prints_grey": False,
    "previews_two_pages": False,
    "exports_each": False,
    "explain_sections": True,
    "figures_in_words": False,
}

Document = dict[str, object]
Migration = Callable[[Document], Document]


def _leave_out_what_nobody_chose(document: Document) -> Document:
    """The first layout wrote every choice, whether or not somebody had made it."""
    usual = _AT_FIRST_IN_FIRST_LAYOUT.items()
    return {name: value for name, value in document.items() if (name, value) not in usual}


MIGRATIONS: tuple[Migration, ...] = (_leave_out_what_nobody_chose,)
"""From each layout to the next, beginning with the first."""


class DocumentReading(NamedTuple):
    """The settings as they stand in the file; ``problem`` is a sentence, or empty.

    ``is_newer`` tells that a newer version wrote them, ``may_be_replaced`` that nothing is lost
    when the file is written.
    """

    document: Document
    problem: str = ""
    is_newer: bool = False
    may_be_replaced: bool = True


def read_document(folder: Path, migrations: Sequence[Migration] = MIGRATIONS) -> DocumentReading:
    """Return the document in the newest layout; one that cannot be understood is set aside."""
    path = folder / FILE_NAME
    try:
        return _upgraded(_parsed(path), migrations)
    except (FileNotFoundError, NotADirectoryError):
        return DocumentReading({})
    except (ValueError, RecursionError, PermissionError, IsADirectoryError):
        return DocumentReading({}, _moved_aside(path))
    except OSError as error:
        told = _("The settings could not be read ({reason}), so they are as at first for now.")
        told = told.format(reason=error.strerror or str(error))
        return DocumentReading({}, told, may_be_replaced=False)


def write_document(folder: Path, document: Mapping[str, object]) -> None:
    """Write the document whole or not at all; raises ``DesktopAppError``."""
    numbered = {FORMAT: len(MIGRATIONS) + 1, **document}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace(folder / FILE_NAME, json.dumps(numbered, indent=2).encode())
    except OSError as error:
        told = _("The settings could not be kept in {folder} ({reason}).")
        reason = error.strerror or str(error)
        raise DesktopAppError(told.format(folder=folder, reason=reason)) from error


def copied_aside(folder: Path) -> str:
    """Keep a copy of the file as it is; returns its name, or empty where none can be made."""
    path = folder / FILE_NAME
    kept = _free_name(path)
    try:
        import shutil

        shutil.copyfile(path, kept)
    except OSError:
        return ""
    return kept.name


def _parsed(path: Path) -> Document:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST_FILE:
        raise ValueError(f"{path} is no file, or larger than settings ever are")
    document = json.loads(path.read_bytes())
    if not isinstance(document, dict):
        raise ValueError(f"{path} holds no object of settings")
    return document


def _upgraded(document: Document, migrations: Sequence[Migration]) -> DocumentReading:
    number = document.get(FORMAT, 1)
    if not isinstance(number, int) or number < 1:
        raise ValueError(f"{number!r} is no number of a layout")
    for migration in migrations[number - 1 :]:
        document = migration(document)
    newest = len(migrations) + 1
    upgraded = {**document, FORMAT: max(number, newest)}
    return DocumentReading(upgraded, is_newer=number > newest)


def _moved_aside(path: Path) -> str:
    kept = _free_name(path)
    try:
        path.replace(kept)
    except OSError:
        return _("The settings could not be read, so they start afresh.")
    told = _("The settings could not be read, so they start afresh. The old ones are in {name}.")
    return told.format(name=kept.name)


def _free_name(path: Path) -> Path:
    """Return a name that no earlier file has; the last one is taken again and again."""
    numbers = ("", *(f"-{number}" for number in range(2, _MOST_SET_ASIDE + 1)))
    names = [path.with_name(f"{path.stem}.unreadable{number}.json") for number in numbers]
    return next((name for name in names if not os.path.lexists(name)), names[-1])


def _replace(path: Path, content: bytes) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
