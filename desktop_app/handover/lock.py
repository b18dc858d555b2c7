"""The lock of a library folder: whoever holds it is the one window of the library.

It is the system's lock on a file, which goes with the process however that ends, so that none is
ever left behind; what stands in the file only tells who holds it.
"""

import json
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from enum import Enum
from pathlib import Path
from typing import IO, NamedTuple, Self
from zlib import crc32

from desktop_app import systems

LOCK_NAME = "window.lock"
_LOCKED_BYTE = 1 << 30
"""On Windows a locked byte cannot be read: this one is far behind what the file says."""
_LARGEST_TEXT = 10_000
_OPENING = (
    os.O_RDWR
    | os.O_APPEND
    | os.O_CREAT
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)
"""The file is emptied, so it must be this one, and none that a link in its place leads to."""


class Hold(Enum):
    """What came of asking for the lock."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    IMPOSSIBLE = "impossible"
    """The folder or its disk knows no locks, as where nothing can be written."""


class Holder(NamedTuple):
    """The window of a library: on which computer, of which user, where it listens."""

    host: str = ""
    user: str = ""
    address: str = ""


class WindowLock:
    """Asked for on entering and by ``take``, given back on leaving. ``hold`` is what came of it."""

    def __init__(self, library: Path) -> None:
        self.path = library / LOCK_NAME
        self.hold = Hold.IMPOSSIBLE
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            file = os.fdopen(os.open(self.path, _OPENING, 0o666), "a+b", buffering=0)
        except OSError:
            # Opening the library says what is wrong with the folder, if anything is.
            return self
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            # Whoever read a pipe would wait for it.
            file.close()
            return self
        self._file = file
        self.take()
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._file is None:
            return
        if self.hold is Hold.HERE:
            with suppress(OSError):
                self._file.truncate(0)
        self._file.close()
        self._file = None

    def take(self) -> Hold:
        """Try to take the lock, once more where another had it before."""
        if self._file is not None and self.hold is not Hold.HERE:
            self.hold = _take(self._file)
        return self.hold

    def tell(self, holder: Holder) -> None:
        """Write down who holds the lock, for later starts to read."""
        if self.hold is Hold.HERE and self._file is not None:
            with suppress(OSError):
                self._file.truncate(0)
                self._file.write(json.dumps(holder._asdict()).encode())

    def holder(self) -> Holder:
        """Return who holds the lock as far as they have told."""
        try:
            with self.path.open("rb") as file:
                return _holder_in(file.read(_LARGEST_TEXT))
        except OSError:
            return Holder()


def this_window(library: Path, variables: Mapping[str, str]) -> Holder:
    """Return this process as the window of a library."""
    user = systems.user_key(variables)
    # A checksum is enough to tell the few libraries of a person apart, and is there at once.
    key = crc32(os.fsencode(f"{user}\0{os.path.realpath(library)}"))
    address = systems.socket_address(f"trialviewer-{key:08x}", variables)
    return Holder(systems.computer_name(variables), user, address)


def _holder_in(text: bytes) -> Holder:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return Holder()
    if not isinstance(values, dict):
        return Holder()
    told = (values.get(name) for name in ("host", "user", "address"))
    return Holder(*(one if isinstance(one, str) else "" for one in told))


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> Hold:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return Hold.ELSEWHERE
        except OSError:
            return Hold.IMPOSSIBLE
        return Hold.HERE

else:
    import fcntl

    def _take(file: IO[bytes]) -> Hold:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return Hold.ELSEWHERE
        except OSError:
            return Hold.IMPOSSIBLE
        return Hold.HERE
