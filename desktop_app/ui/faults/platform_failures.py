"""What is said where Qt can open no window: it would end the program with a crash.

Qt says why in messages, the last of which is fatal. Nothing comes back from that one.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QLibraryInfo,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)

from desktop_app.languages import _

_UNREACHABLE = r"could not connect to display|Failed to create wl_display"
_UNKNOWN = r'Could not find the Qt platform plugin "([^"]*)"'
_EXIT_CODE = 1


@contextmanager
def platform_failures_told() -> Iterator[None]:
    """Say in a sentence why no window can open, and end the program, while Qt is begun."""
    said: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        said.append(message)
        if kind is QtMsgType.QtFatalMsg:
            _end(reason(said))

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def reason(said: Sequence[str]) -> str:
    """Return what Qt's messages come down to, and what can be done."""
    words = "\n".join(said)
    unknown = re.search(_UNKNOWN, words)
    if unknown and os.environ.get("QT_QPA_PLATFORM"):
        return _(
            "No window can open: QT_QPA_PLATFORM asks for “{name}”, which there is not here."
            " Start the program without that variable."
        ).format(name=unknown[1])
    if re.search(_UNREACHABLE, words):
        display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or ""
        return _(
            "No window can open: the display “{display}” does not answer. Start the program on a"
            " desktop, or with X forwarding (ssh -X). The commands, such as search, show and brief,"
            " need no display: see --help."
        ).format(display=display)
    missing = _missing_of_plugins()
    if missing:
        from desktop_app.system_libraries import missing_sentence

        return missing_sentence(missing)
    return _(
        "No window can open: the part of Qt that draws windows cannot be started. Install the"
        " program anew."
    )


def _missing_of_plugins() -> tuple[str, ...]:
    """Return the libraries without which the part of Qt that speaks to X cannot be loaded."""
    if sys.platform != "linux":
        return ()
    import ctypes

    from desktop_app.system_libraries import missing_in, missing_libraries

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    try:
        ctypes.CDLL(str(plugins / "libqxcb.so"))
    except OSError as error:
        named = missing_in(str(error))
        return tuple(dict.fromkeys((*((named,) if named else ()), *missing_libraries())))
    return ()


def _end(sentence: str) -> None:
    """End at once: when this returns, Qt aborts."""
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()
    os._exit(_EXIT_CODE)
