"""An import that another process does, as the one that asked for it sees it."""

from __future__ import annotations

import json
import queue
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from threading import Thread
from typing import Any

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.languages import N_, _, spoken_language
from desktop_app.store.importing.batches import BatchSize
from desktop_app.store.importing.engine import ImportResult
from desktop_app.store.importing.processes import ENGINE_ROLE, end_process, start_process
from desktop_app.store.importing.progress import ImportProgress
from desktop_app.store.importing.service import progress_in, result_in

_TICK = 0.1
"""Seconds after which whoever listens has the word, even where nothing is told."""
_ENDED = N_(
    "The import ended before it was done: its process was ended by the system or by somebody. What"
    " was added is kept; import the same files again to go on."
)


class RemoteImport:
    """Starts an import, hears of it, and tells it what to do.

    Whoever lets go of it without having cancelled it lets it stop; it can go on later.
    """

    def __init__(
        self, library: Path, sources: Sequence[Path], batch: BatchSize | None = None
    ) -> None:
        self._library = library
        self._batch = batch or BatchSize()
        self._sources = [str(source.absolute()) for source in sources]
        self._process = start_process(ENGINE_ROLE)

    @property
    def process_id(self) -> int:
        """Return the number of the process."""
        return self._process.pid

    def run(self, hear: Callable[[ImportProgress], None]) -> ImportResult:
        """Wait for the end of the import, and hear several times a second how far it is.

        What is heard may be the same as before: it is also the moment to say something.

        Raises StoreError, and what ``hear`` raises; then the import stops.
        """
        asked = {
            "library": str(self._library),
            "sources": self._sources,
            "language": spoken_language(),
            "batch": asdict(self._batch),
        }
        lines: queue.Queue[bytes] = queue.Queue()
        listening = Thread(target=self._listen, args=(lines,), daemon=True)
        try:
            self._say(json.dumps(asked))
            listening.start()
            return _result(lines, hear)
        finally:
            end_process(self._process)
            listening.join()

    def pause(self) -> None:
        """Let the import wait."""
        self._say("pause")

    def resume(self) -> None:
        """Let the import go on."""
        self._say("resume")

    def cancel(self) -> None:
        """End the import for good; what was added stays."""
        self._say("cancel")

    def _listen(self, lines: queue.Queue[bytes]) -> None:
        stream = self._process.stdout
        assert stream is not None
        try:
            for line in stream:
                lines.put(line)
        except ValueError:
            # It was closed meanwhile.
            return
        finally:
            lines.put(b"")

    def _say(self, words: str) -> None:
        stream = self._process.stdin
        if stream is None or stream.closed:
            return
        try:
            stream.write(words.encode() + b"\n")
            stream.flush()
        except (OSError, ValueError):
            # It is at its end already, and its pipe may be closed: `run` will tell.
            return


def _result(lines: queue.Queue[bytes], hear: Callable[[ImportProgress], None]) -> ImportResult:
    """Return what came of the import, as its last line tells; no whole line is its end."""
    progress = ImportProgress()
    while True:
        try:
            line = lines.get(timeout=_TICK)
        except queue.Empty:
            hear(progress)
            continue
        told: dict[str, Any] = (
            json.loads(line) if line.endswith(b"\n") else {"failed": _(_ENDED), "is_damage": False}
        )
        if "progress" in told:
            progress = progress_in(told["progress"])
            hear(progress)
        elif "failed" in told:
            raise (StoreDamagedError if told["is_damage"] else StoreError)(told["failed"])
        else:
            return result_in(told)
