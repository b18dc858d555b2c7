"""Runs a command and turns its outcome into an exit code."""

import errno
import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from desktop_app.command_line.asked import spoken_as_asked
from desktop_app.command_line.commands import command_of
from desktop_app.command_line.first_reading import parse_arguments
from desktop_app.errors import DesktopAppError
from desktop_app.languages import N_, _

_NO_FOLDER = N_("The folder that this was started in is gone. Change to another.")

_STREAMS = 3
"""Standard input, output and errors, which have the first numbers."""


class ExitCode(IntEnum):
    """What a caller can rely on."""

    ALL_WELL = 0
    NOT_ALL_UNDERSTOOD = 1
    WRONG_USAGE = 2
    STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; without one, open the window."""
    said = sys.argv[1:] if arguments is None else arguments
    with spoken_as_asked(said, os.environ):
        return _run(said)


def _run(arguments: Sequence[str]) -> int:
    try:
        return _carry_out(arguments)
    except DesktopAppError as error:
        # Loaded here, for a start that only calls the window that is open loads nothing else.
        from desktop_app.export.text import printable

        print(printable(str(error)), file=sys.stderr)
        return ExitCode.NOT_ALL_UNDERSTOOD
    except BrokenPipeError:
        # The reader of our output, such as a pager, has seen enough.
        _drop_output()
        return ExitCode.ALL_WELL
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO):
            raise
        _drop_output()
        print(_("The output cannot be written: {why}.").format(why=error.strerror), file=sys.stderr)
        return ExitCode.NOT_ALL_UNDERSTOOD
    except KeyboardInterrupt:
        print(_("Stopped. What was done until then is kept."), file=sys.stderr)
        return ExitCode.STOPPED


def _carry_out(arguments: Sequence[str]) -> int:
    _make_output_safe()
    if not _has_folder():
        print(_(_NO_FOLDER), file=sys.stderr)
        return ExitCode.NOT_ALL_UNDERSTOOD
    options = parse_arguments(arguments)
    code = command_of(options)(options)
    sys.stdout.flush()
    return code


def _drop_output() -> None:
    """Let what is still to be written go, or the program's end would try once more and fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _has_folder() -> bool:
    """Tell whether the folder that names are relative to is still there."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return False
    return True


def _make_output_safe() -> None:
    """Let no character of a record end the program on a terminal that cannot show it.

    What was started with its input or output closed gets one that leads nowhere.
    """
    _fill_closed_numbers()
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _fill_closed_numbers() -> None:
    """Let the numbers of closed streams lead nowhere: they must not become those of files.

    Libraries write their warnings to the third one, and would write them into the library.
    """
    number = os.open(os.devnull, os.O_RDWR)
    while number < _STREAMS:
        number = os.open(os.devnull, os.O_RDWR)
    os.close(number)
