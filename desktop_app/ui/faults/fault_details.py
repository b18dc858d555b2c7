"""What a report of a fault may hold: versions and places in the program, and nothing of a record.

Messages of errors quote what the program was at: they are left out, whatever they say.
"""

import errno
import os
import re
import sys
import traceback
from collections.abc import Iterator

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from desktop_app import __version__
from desktop_app.languages import spoken_language

_MOST_PLACES = 60
_MOST_CAUSES = 5
_LONGEST_MESSAGE = 300
_OWN_PART = r"^.*[/\\](?=desktop_app[/\\])"
_LIBRARY_PART = r"^.*[/\\](?:site-packages|dist-packages|python3\.\d+|_internal)[/\\]"
_NAMED_PLACE = r'File "([^"]*)"'
# A drive, a folder of the system or an address, up to where it can only be words again.
_PATH = r"(?:\b[a-z]+:/|\b[A-Za-z]:[/\\]|(?<![\w<])/|~/|\\\\)[^\s\"'“”‘’)>,;]+"
_QUOTED = r"\"[^\"]*\"|“[^”]*”|‘[^’]*’|(?<!\w)'[^']*'(?!\w)"
_BESIDE_VALUES = frozenset("/\\\"'“‘")
"""A message without any of these signs quotes nothing: most need no looking through."""


def environment() -> str:
    """Return the versions that a report of a fault must name."""
    import platform

    return (
        f"Trial Protocol Viewer {__version__}\n"
        f"Python {platform.python_version()}, Qt {qVersion()}\n"
        f"{platform.platform()}"
    )


def surroundings() -> str:
    """Return what decides how the program behaves here, beside the versions."""
    session = os.environ.get("XDG_SESSION_TYPE") or "not stated"
    desktop = os.environ.get("XDG_CURRENT_DESKTOP") or "not stated"
    drawn_by = QGuiApplication.platformName() or "nothing"
    kind = "package" if getattr(sys, "frozen", False) else "source"
    return (
        f"Session {session}, desktop {desktop}, drawn by {drawn_by}\n"
        f"Language {spoken_language()}, started from {kind}"
    )


def failure_details(error: BaseException) -> str:
    """Return what a report of a failure may hold, which names no file."""
    return f"{environment()}\n{surroundings()}\n\n{trace_without_values(error)}\n"


def trace_without_values(error: BaseException) -> str:
    """Return the places that an error and its causes came through, and their kinds."""
    parts = [f"{_places(one)}{_kind(one)}" for one in _causes(error)]
    return "\n\nWhich led to:\n".join(reversed(parts))


def without_values(message: str) -> str:
    """Return a message with what it quotes left out: files, addresses and words."""
    is_plain = _BESIDE_VALUES.isdisjoint(message)
    plain = message if is_plain else re.sub(_PATH, "…", re.sub(_QUOTED, "…", message))
    return plain if len(plain) <= _LONGEST_MESSAGE else plain[:_LONGEST_MESSAGE] + " …"


def without_homes(trace: str) -> str:
    """Return a trace that names files of the program from the program's folder on."""
    return re.sub(_NAMED_PLACE, lambda match: f'File "{_short(match[1])}"', trace)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error, what caused it, and so on."""
    link: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if link is None:
            return
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    shown = [
        traceback.FrameSummary(_short(one.filename), one.lineno, one.name, line=one.line)
        for one in frames[-_MOST_PLACES:]
    ]
    return "".join(traceback.StackSummary.from_list(shown).format())


def _kind(error: BaseException) -> str:
    kind = type(error)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    name = f"{module}{kind.__qualname__}"
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name} {errno.errorcode.get(error.errno, error.errno)}"
    if isinstance(error, AttributeError) and error.obj is not None:
        return f"{name} on {type(error.obj).__qualname__}"
    return name


def _short(file: str) -> str:
    """Return the name of a file of the program without the folders of the person before it."""
    for part in (_OWN_PART, _LIBRARY_PART):
        if re.match(part, file):
            return re.sub(part, "", file, count=1)
    return file.replace("\\", "/").rpartition("/")[2]
