"""What this program does when it was started as a part of an import or a rebuilding."""

import os
import signal
from typing import IO

from desktop_app.store.importing.processes import REBUILD_ROLE, WORKER_ROLE, WORKERS

_NICER = 5
"""All wait for the one process that writes, so that it goes before those that read."""


def play(role: str) -> int:
    """Do the work of a role; what comes in and goes out is for the process that started it."""
    # Ctrl+C in a terminal reaches all processes; the first of them decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Nothing that a library prints may come between the messages.
    os.dup2(2, 1)
    try:
        with incoming, outgoing:
            _play(role, incoming, outgoing)
    except BrokenPipeError:
        # Whoever started this is gone.
        return 0
    return 0


def _play(role: str, incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    if role in WORKERS and hasattr(os, "nice"):
        os.nice(_NICER)
    if role == WORKER_ROLE:
        from desktop_app.store.importing.worker import run_worker

        run_worker(incoming, outgoing)
    elif role == REBUILD_ROLE:
        from desktop_app.store.rebuilding.worker import run_rebuild_worker

        run_rebuild_worker(incoming, outgoing)
    else:
        from desktop_app.store.importing.service import serve

        serve(incoming, outgoing)
