"""Whose turn it is: one request at a time and not too many a minute, of all programs together."""

from __future__ import annotations

import math
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Condition
from typing import IO

from desktop_app.registry.clock import Clock, wait_telling
from desktop_app.registry.manners import Manners
from desktop_app.registry.stopping import RequestCancelled, Stop

_LOOK_AGAIN = 0.2
"""Seconds until another request's end is looked after again."""
_LOCKED_BYTE = 1 << 30
"""On Windows a locked byte cannot be read: this one is far behind what the file says."""
_LARGEST_STAMP = 64


class Turns:
    """Gives turns to the threads of this program and, by a file, to a person's other programs.

    What counts is the moment at which all requests until now would be due, were they made at an
    even pace; a new one may be ahead of it by a few. Where the file cannot be used, each program
    keeps the pace for itself.
    """

    def __init__(self, manners: Manners, clock: Clock, file: Path | None = None) -> None:
        self._manners, self._clock, self._file = manners, clock, file
        self._changed = Condition()
        self._is_taken = False
        self._due = 0.0
        self.not_before = 0.0
        """A time in seconds since 1970 before which the registry wants no request."""

    @contextmanager
    def turn(self, stop: Stop) -> Iterator[None]:
        """Wait for a turn and have it while the block runs; raises RequestCancelled."""
        self._take(stop)
        try:
            with self._shared(stop) as file:
                self._keep_pace(file, stop)
                yield
        finally:
            with self._changed:
                self._is_taken = False
                self._changed.notify_all()

    def _take(self, stop: Stop) -> None:
        with stop.telling(self._wake), self._changed:
            while not self._changed.wait_for(self._may_be_taken(stop), _LOOK_AGAIN):
                # On Windows an interrupt by Ctrl+C is heard between two waits only.
                pass
            if stop.is_set:
                raise RequestCancelled
            self._is_taken = True

    def _may_be_taken(self, stop: Stop) -> Callable[[], bool]:
        return lambda: stop.is_set or not self._is_taken

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def _keep_pace(self, file: IO[bytes] | None, stop: Stop) -> None:
        manners, now = self._manners, self._seconds()
        due = max(self._due, _stamp(file))
        if due > now + 2 * 60:
            # The clock was set back since.
            due = now
        ahead = manners.pause * (manners.at_once - 1)
        wait_telling(self._clock, max(due - ahead, self.not_before) - now, stop)
        self._due = max(due, self._seconds()) + manners.pause
        _set_stamp(file, self._due)

    def _seconds(self) -> float:
        return self._clock.now().timestamp()

    @contextmanager
    def _shared(self, stop: Stop) -> Iterator[IO[bytes] | None]:
        file = _opened(self._file)
        if file is None:
            yield None
            return
        with file:
            waited = 0.0
            while (has_lock := _lock(file)) is False and waited < self._manners.whole_seconds:
                # A program that stands still for longer is not waited for.
                self._clock.wait(_LOOK_AGAIN, stop)
                waited += _LOOK_AGAIN
            yield file if has_lock else None


def _opened(path: Path | None) -> IO[bytes] | None:
    if path is None:
        return None
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, flags, 0o600)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        # Whoever read a pipe would wait for it.
        os.close(handle)
        return None
    return os.fdopen(handle, "r+b", buffering=0)


def _stamp(file: IO[bytes] | None) -> float:
    """Read the file; whatever it holds, a stamp is a number."""
    if file is None:
        return 0
    with suppress(OSError, ValueError):
        file.seek(0)
        stamp = float(file.read(_LARGEST_STAMP))
        return stamp if math.isfinite(stamp) else 0
    return 0


def _set_stamp(file: IO[bytes] | None, stamp: float) -> None:
    if file is not None:
        with suppress(OSError):
            file.seek(0)
            file.write(f"{stamp:<{_LARGEST_STAMP}.3f}".encode())


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool | None:
        """Take the lock, which goes with the file; False where another has it, None where none."""
        try:
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        except OSError:
            return None
        return True

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool | None:
        """Take the lock, which goes with the file; False where another has it, None where none."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True
