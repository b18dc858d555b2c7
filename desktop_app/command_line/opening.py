"""Opens the window, or has the one that is open show what was asked for."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from desktop_app import systems
from desktop_app.command_line.options import Options
from desktop_app.directories import Directories
from desktop_app.errors import DesktopAppError, StoreError
from desktop_app.handover.lock import Hold, Holder, WindowLock, this_window
from desktop_app.languages import N_, _

_SILENT = N_(
    "Trial Protocol Viewer is open already, but does not answer. Wait until it does, or end it,"
    " and then try again."
)
_STRANGE = N_(
    "Trial Protocol Viewer is open already, in another version ({version}) that does not understand"
    " this one. Close its window, and then try again."
)
_ON_OTHER_COMPUTER = N_(
    "The library in {folder} can only be read now, for it is open on the computer {host}. To change"
    " something, close it there and open it here again."
)
_OF_OTHER_USER = N_(
    "The library in {folder} can only be read now, for it is open in the window of another user of"
    " this computer. To change something, have it closed there and open it here again."
)


class WindowElsewhereError(DesktopAppError):
    """The library is open in a window that this start cannot reach.

    It is told in the language that is spoken then: that of the environment where it is printed,
    the chosen one in a dialog.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self._values = values

    def __str__(self) -> str:
        return _(self.args[0]).format(**self._values)


def open_window(options: Options) -> int:
    """Show the inputs, in the window that has the library open if there is one.

    Returns the exit code; raises DesktopAppError where no window can show them.
    """
    directories = options.directories
    _require_library(directories)
    library = directories.library
    with WindowLock(library) if not directories.is_read_only else nullcontext() as lock:
        here = this_window(library, os.environ)
        if lock and lock.hold is Hold.ELSEWHERE:
            why = _why_read_only(library, lock.holder(), here)
            if why:
                directories = directories._replace(is_read_only=True, why_read_only=why)
            elif _is_shown_elsewhere(options, lock, here):
                print(_("Shown in the window that is open."))
                return 0
        if not systems.has_display(os.environ):
            raise DesktopAppError(_no_display())
        if lock:
            lock.tell(here)
        with _missing_libraries_told():
            from desktop_app.application import run_window
        address = "" if directories.is_read_only else here.address
        return run_window(directories, options.inputs, address)


def _require_library(directories: Directories) -> None:
    """Raise StoreError, and offer a way out, where the folder chosen for the library is gone."""
    try:
        directories.require_library()
    except StoreError as error:
        if systems.is_seen(os.environ):
            with _missing_libraries_told():
                from desktop_app.application import say_no_library
            if say_no_library(error, directories):
                return
        raise


@contextmanager
def _missing_libraries_told() -> Iterator[None]:
    """Turn a library of the system that Qt lacks into a DesktopAppError that names its package."""
    try:
        yield
    except ImportError as error:
        from desktop_app.system_libraries import not_loaded_sentence

        sentence = not_loaded_sentence(error)
        if not sentence:
            raise
        raise DesktopAppError(sentence) from error


def _is_shown_elsewhere(options: Options, lock: WindowLock, here: Holder) -> bool:
    """Hand over; False where the other window was closed meanwhile, and the lock is ours."""
    from desktop_app.handover.caller import hand_over, request_of

    def held_by() -> Holder | None:
        return None if lock.take() is Hold.HERE else lock.holder()

    answer = hand_over(held_by, request_of(options.inputs, os.environ))
    if lock.hold is Hold.HERE:
        return False
    if answer is None:
        raise WindowElsewhereError(_SILENT)
    if not answer.is_taken:
        raise WindowElsewhereError(_STRANGE, version=answer.version or "?")
    return True


def _why_read_only(folder: Path, holder: Holder, here: Holder) -> str:
    """Return who has the library open where this start cannot reach them, empty where it can."""
    if holder.host and holder.host != here.host:
        return _(_ON_OTHER_COMPUTER).format(folder=folder, host=holder.host)
    if holder.user and holder.user != here.user:
        return _(_OF_OTHER_USER).format(folder=folder)
    return ""


def show_failure(error: DesktopAppError, options: Options) -> None:
    """Say in a dialog why no window opened, where nobody sees what is printed."""
    if isinstance(error, WindowElsewhereError) and systems.is_seen(os.environ):
        if sys.stderr is not None and sys.stderr.isatty():
            return
        from desktop_app.application import say_alone

        say_alone(error, options.directories)


def _no_display() -> str:
    return _(
        "There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so no window can open."
        " The commands, such as import, search, show, brief and export, need none: see --help."
    )
