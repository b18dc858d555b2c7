"""An import that another process does, as the one that asked for it sees it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.errors import StoreDamagedError, StoreError
from desktop_app.languages import _, spoken_language
from desktop_app.store.importing.engine import ImportResult
from desktop_app.store.importing.processes import ENGINE_ROLE, end_process, start_process
from desktop_app.store.importing.progress import ImportProgress
from desktop_app.store.importing.service import progress_in, result_in


class RemoteImport:
    """Starts an import, hears of it, and tells it what to do.

    Whoever lets go of it without having cancelled it lets it stop; it can go on later.
    """

    def __init__(self, library: Path, sources: Sequence[Path]) -> None:
        self._library = library
        self._sources = [str(source.absolute()) for source in sources]
        self._process = start_process(ENGINE_ROLE)

    @property
    def process_id(self) -> int:
        """Return the number of the process."""
        return self._process.pid

    def run(self, hear: Callable[[ImportProgress], None]) -> ImportResult:
        """Wait for the end of the import, and hear several times a second how far it is.

        Raises StoreError, and what ``hear`` raises; then the import stops.
        """
        asked = {
            "library": str(self._library),
            "sources": self._sources,
            "language": spoken_language(),
        }
        try:
            self._say(json.dumps(asked))
            return self._listen(hear)
        finally:
            end_process(self._process)

    def pause(self) -> None:
        """Let the import wait."""
        self._say("pause")

    def resume(self) -> None:
        """Let the import go on."""
        self._say("resume")

    def cancel(self) -> None:
        """End the import for good; what was added stays."""
        self._say("cancel")

    def _listen(self, hear: Callable[[ImportProgress], None]) -> ImportResult:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told = json.loads(line)
            if "progress" in told:
                hear(progress_in(told["progress"]))
            elif "failed" in told:
                raise (StoreDamagedError if told["is_damage"] else StoreError)(told["failed"])
            else:
                return result_in(told)
        raise StoreError(
            _(
                "The import ended before it was done: its process was ended by the system or by"
                " somebody. What was added is kept; import the same files again to go on."
            )
        )

    def _say(self, words: str) -> None:
        stream = self._process.stdin
        if stream is None or stream.closed:
            return
        try:
            stream.write(words.encode() + b"\n")
            stream.flush()
        except OSError:
            # It is at its end already, which is what `run` will tell.
            return
