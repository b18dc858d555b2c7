"""What differs by system, in one place.

Each function takes the system, by the name that ``sys.platform`` gives it, and the environment
where it matters, so that every system can be tried on any other. All others are like Linux.
"""

import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

WINDOWS, MACOS = "win32", "darwin"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_UNSEEN = ("offscreen", "minimal")
_LONGEST_SOCKET = 90
"""Of the path of a socket, in bytes: the least that any system takes is 104, and Qt puts eight
between folder and name for a moment."""
_GET_SCREEN_READER = 0x46
_LOADER_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LIBPATH")


def has_display(variables: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window can open; Qt would end the program where none can."""
    if platform in (WINDOWS, MACOS):
        return True
    return any(variables.get(name) for name in _DISPLAYS)


def is_seen(variables: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window that opens is seen by anybody."""
    drawn_by = variables.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return has_display(variables, platform) and drawn_by not in _UNSEEN


def can_watch_pipes(platform: str = sys.platform) -> bool:
    """Tell whether Qt's loop can wait for a pipe, and so for Ctrl+C."""
    return platform != WINDOWS


def has_locale_variables(platform: str = sys.platform) -> bool:
    """Tell whether the environment says which language is wanted; elsewhere the system is asked."""
    return platform not in (WINDOWS, MACOS)


def computer_name(variables: Mapping[str, str], platform: str = sys.platform) -> str:
    """Return what tells this computer from others that see the same network drives."""
    return variables.get("COMPUTERNAME", "") if platform == WINDOWS else os.uname().nodename


def user_key(variables: Mapping[str, str], platform: str = sys.platform) -> str:
    """Return what tells this user from the others of the computer."""
    if platform == WINDOWS:
        names = ("USERDOMAIN", "USERNAME", "USERPROFILE")
        return "\\".join(variables.get(name, "") for name in names).casefold()
    return str(os.getuid())


def socket_address(
    name: str, variables: Mapping[str, str], platform: str = sys.platform, shared: str = ""
) -> str:
    """Return where a window listens for later starts of the program of the same user.

    ``shared`` is the folder for what is temporary, where the user has none that is theirs alone.
    """
    if platform == WINDOWS:
        return rf"\\.\pipe\{name}"
    own = variables.get("XDG_RUNTIME_DIR", "")
    folders = _folders_of_sockets(own, shared, variables)
    paths = (str(Path(folder, name)) for folder in folders if folder and Path(folder).is_dir())
    return next((path for path in paths if len(os.fsencode(path)) <= _LONGEST_SOCKET), "")


def _folders_of_sockets(own: str, shared: str, variables: Mapping[str, str]) -> Iterator[str]:
    yield own
    # As ``tempfile`` looks for it, which takes long to load.
    named = (variables.get(name, "") for name in ("TMPDIR", "TEMP", "TMP"))
    usable = (str(Path(one).absolute()) for one in named if one and os.access(one, os.W_OK))
    yield shared or next(usable, "")
    yield "/tmp"


def activation_token(variables: Mapping[str, str]) -> str:
    """Return what a desktop gave this start so that it may bring a window to the front."""
    return variables.get("XDG_ACTIVATION_TOKEN") or variables.get("DESKTOP_STARTUP_ID") or ""


def let_others_come_to_front(platform: str = sys.platform) -> None:
    """Let the window that is open already take the front, which this start was given by Windows."""
    if platform == WINDOWS:
        any_process = -1
        _windows_library("user32").AllowSetForegroundWindow(any_process)


def claim_place_on_task_bar(application_id: str, platform: str = sys.platform) -> None:
    """Have Windows group the windows below the program's own icon, not below that of Python.

    Called before the first window is made.
    """
    if platform == WINDOWS:
        _windows_library("shell32").SetCurrentProcessExplicitAppUserModelID(application_id)


def show_installers_that_it_runs(name: str, platform: str = sys.platform) -> None:
    """Let an installer for Windows see, until the end, that files of the program are in use."""
    if platform == WINDOWS:
        _windows_library("kernel32").CreateMutexW(None, False, name)


def note_recent_file(path: Path, platform: str = sys.platform) -> None:
    """Put a file into the list that Windows shows at the icon on the task bar."""
    if platform == WINDOWS:
        as_wide_path = 3
        _windows_library("shell32").SHAddToRecentDocs(as_wide_path, str(path))


def restore_loader_paths(variables: MutableMapping[str, str]) -> None:
    """Give programs that are started from here the system's libraries back.

    A frozen program puts its own first, and keeps what was there before beside it. This process
    has read them at its start.
    """
    if not hasattr(sys, "_MEIPASS"):
        return
    for name in _LOADER_PATHS:
        before = variables.pop(f"{name}_ORIG", "")
        if before:
            variables[name] = before
        else:
            variables.pop(name, None)


def is_remote_drive(anchor: str, platform: str = sys.platform) -> bool:
    """Tell whether the beginning of a path, ``Z:\\`` say, is on another computer, on Windows."""
    if platform != WINDOWS:
        return False
    remote = 4
    is_share = anchor.startswith(("\\\\", "//"))
    return is_share or _windows_library("kernel32").GetDriveTypeW(anchor) == remote


def file_system_of(
    folder: Path, platform: str = sys.platform, mounts: Path = Path("/proc/self/mounts")
) -> str:
    """Return what kind of file system a folder is on, ``nfs4`` say; empty where nothing tells."""
    if platform != "linux":
        return ""
    try:
        lines = mounts.read_bytes().splitlines()
    except OSError:
        return ""
    found = (b"", b"")
    wanted = os.fsencode(os.path.realpath(folder)) + b"/"
    for line in lines:
        fields = line.split(b" ")
        if len(fields) < 3:
            continue
        place = _unescaped(fields[1]).rstrip(b"/") + b"/"
        # Of two on one place the later one is seen.
        if wanted.startswith(place) and len(place) >= len(found[0]):
            found = place, fields[2]
    return found[1].decode(errors="replace")


def _unescaped(place: bytes) -> bytes:
    """Return a place as it is: blanks are written in octal there."""
    if b"\\" not in place:
        return place
    for code, sign in ((b"\\040", b" "), (b"\\011", b"\t"), (b"\\012", b"\n")):
        place = place.replace(code, sign)
    return place.replace(b"\\134", b"\\")


def may_have_screen_reader(platform: str = sys.platform) -> bool:
    """Tell whether a screen reader may run; Windows knows, other systems do not say.

    There, programs for typing ask about windows as well, and would be taken for one.
    """
    if platform != WINDOWS:
        return True
    import ctypes

    is_running = ctypes.c_int(0)
    _windows_library("user32").SystemParametersInfoW(
        _GET_SCREEN_READER, 0, ctypes.byref(is_running), 0
    )
    return bool(is_running.value)


def _windows_library(name: str) -> Any:
    import ctypes

    return vars(ctypes)["windll"][name]
