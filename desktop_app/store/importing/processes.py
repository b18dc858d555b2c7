"""The processes of an import or a rebuilding: how they are started, and what they send."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO, Generic, Protocol, TypeVar

import desktop_app
from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.importing.mailbox import Mailbox
from desktop_app.store.importing.messages import receive_bytes, send, to_message

WORKER_ROLE = "--import-worker"
ENGINE_ROLE = "--import-engine"
REBUILD_ROLE = "--rebuild-worker"
ROLES = (WORKER_ROLE, ENGINE_ROLE, REBUILD_ROLE)
"""What the program is started with as a part of an import or so; nobody types these."""
WORKERS = (WORKER_ROLE, REBUILD_ROLE)
"""Those that give way to the one process that writes, for which all wait."""

if sys.platform == "linux":
    import fcntl

_BYTES_AHEAD = 50_331_648
"""What the workers may send in all while what came before is written: some 4,000 records."""
_PIPE_BYTES = 1_048_576
"""What a pipe holds where it can be made to: the less often one waits for the other."""
_TUNABLES = "GLIBC_TUNABLES"
_LARGE_PAGES = "glibc.malloc.hugetlb=1"
"""The index of words is gathered in a large table, all over which it looks things up: with larger
pages of memory, which this asks for where Linux has them, that takes a quarter less time."""
_SECONDS_TO_END = 5.0


class WorkerLost(Exception):
    """A worker ended before its work was done: it was killed, or had no memory left."""


def start_process(role: str) -> subprocess.Popen[bytes]:
    """Start this program in a role, with pipes to and from it.

    Raises StoreError where no process can be started.
    """
    is_frozen = hasattr(sys, "_MEIPASS")
    command = [sys.executable, role] if is_frozen else [sys.executable, "-m", "desktop_app", role]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(is_frozen=is_frozen),
            creationflags=_windows_flags(role),
        )
    except OSError as error:
        words = _("No process can be started for the import: {why}. Close other programs.")
        raise StoreError(words.format(why=error.strerror)) from error
    _widen(process.stdout)
    return process


def _windows_flags(role: str) -> int:
    """Return how a process is made on Windows; elsewhere it gives way by itself."""
    no_window: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    way: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return no_window | (way if role in WORKERS else 0)


def _environment(*, is_frozen: bool) -> dict[str, str]:
    environment = dict(os.environ)
    if sys.platform == "linux" and _LARGE_PAGES not in environment.get(_TUNABLES, ""):
        environment[_TUNABLES] = ":".join(filter(None, (environment.get(_TUNABLES), _LARGE_PAGES)))
    if not is_frozen:
        root = str(Path(desktop_app.__file__).parents[1])
        places = filter(None, (root, environment.get("PYTHONPATH")))
        environment["PYTHONPATH"] = os.pathsep.join(places)
    return environment


def _widen(stream: IO[bytes] | None) -> None:
    """Let a pipe hold more, where the system can do that, and lets this person do it."""
    if sys.platform == "linux" and stream is not None:
        with suppress(OSError):
            fcntl.fcntl(stream, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def end_process(process: subprocess.Popen[bytes]) -> None:
    """Let a process end by itself, which it does when nobody asks any more; or else end it."""
    if process.stdin is not None:
        _close(process.stdin)
    try:
        process.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    # Not before: closing would wait for a thread that reads it, and so for a process that hangs.
    if process.stdout is not None:
        _close(process.stdout)


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:
        # The other end is gone, with what was to be written to it.
        return


class Done(Protocol):
    """What comes of some work; where there is ``more``, the next comes from the same worker."""

    @property
    def more(self) -> bool:
        """Tell whether the group goes on."""


D = TypeVar("D", bound=Done)


class Workers(Generic[D]):
    """Processes that work side by side and send messages of one kind."""

    def __init__(self, count: int, role: str, kind: type[D]) -> None:
        self._count = count
        self._kind = kind
        self._processes: list[subprocess.Popen[bytes]] = []
        self._arrived: list[Mailbox] = []
        self._threads: list[Thread] = []
        try:
            for _number in range(count):
                self._processes.append(start_process(role))
        except StoreError:
            self.close()
            raise

    @property
    def process_ids(self) -> tuple[int, ...]:
        """Return the numbers of the processes."""
        return tuple(process.pid for process in self._processes)

    def begin(self, job_of: Callable[[int], object]) -> None:
        """Give each worker its job, by its number from 0 on; raises WorkerLost."""
        for number, process in enumerate(self._processes):
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                send(process.stdin, job_of(number))
            except OSError as error:
                raise WorkerLost from error
            arrived = Mailbox(_BYTES_AHEAD // self._count)
            thread = Thread(target=listen, args=(process.stdout, arrived), daemon=True)
            thread.start()
            self._arrived.append(arrived)
            self._threads.append(thread)

    def messages(self, seconds: float) -> Iterator[D | None]:
        """Yield what comes in its order; None each time that some seconds pass without any.

        Raises WorkerLost.
        """
        turn = 0
        while True:
            try:
                content = self._arrived[turn % self._count].get(seconds)
            except TimeoutError:
                yield None
                continue
            if content is None:
                raise WorkerLost
            message = to_message(content, self._kind)
            if message is None:
                return
            yield message
            turn += not message.more

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        for process in self._processes:
            process.kill()
        for arrived in self._arrived:
            arrived.close()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            end_process(process)


def listen(stream: IO[bytes], arrived: Mailbox) -> None:
    """Take in what a worker sends, some of it ahead: the pipe alone holds too little."""
    try:
        while (content := receive_bytes(stream)) is not None:
            if not arrived.put(content):
                return
    finally:
        # Also where reading fails, as for lack of memory: who waits would wait without an end.
        arrived.put(None)
