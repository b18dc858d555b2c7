"""An import in a process of its own: what is asked of it comes in, and what it tells goes out.

Both are lines of JSON. When the process that asked is gone, the import stops, and goes on when it
is asked for again.
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from threading import Thread
from typing import IO, Any

import apsw

from desktop_app.errors import DesktopAppError, StoreDamagedError
from desktop_app.languages import speak
from desktop_app.readers.reading import ReadRecord, SourceDocument
from desktop_app.store.importing.batches import BatchSize
from desktop_app.store.importing.control import Control, Ending
from desktop_app.store.importing.engine import ImportResult, run_import
from desktop_app.store.importing.progress import ImportProgress
from desktop_app.store.importing.runs import Counts

_NICER = 5
_OBJECTS_BETWEEN_COLLECTIONS = 500_000


def serve(incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    """Do the one import that the first line asks for."""
    line = incoming.readline()
    if not line:
        return
    asked = json.loads(line)
    _give_way()
    control = Control()
    Thread(target=_obey, args=(incoming, control), daemon=True).start()

    def tell(what: Mapping[str, Any]) -> None:
        try:
            outgoing.write(json.dumps(what).encode() + b"\n")
            outgoing.flush()
        except OSError:
            # Nobody listens any more.
            control.stop()

    _import(asked, control, tell)


def _import(
    asked: Mapping[str, Any], control: Control, tell: Callable[[Mapping[str, Any]], None]
) -> None:
    speak(asked["language"])
    try:
        result = run_import(
            Path(asked["library"]),
            [Path(source) for source in asked["sources"]],
            reader=_reread,
            control=control,
            batch=BatchSize(**asked["batch"]),
            tell=lambda progress: tell({"progress": asdict(progress)}),
        )
    except DesktopAppError as error:
        tell({"failed": str(error), "is_damage": isinstance(error, StoreDamagedError)})
    else:
        report = None if result.report is None else str(result.report)
        tell(
            {
                "ending": result.ending.value,
                "counts": asdict(result.counts),
                "rejected": result.rejected,
                "report": report,
            }
        )


def _reread(document: SourceDocument) -> ReadRecord:
    # Loaded here: it is seldom needed, and models take long to load.
    from desktop_app.readers.detect import reread

    return reread(document)


def _obey(incoming: IO[bytes], control: Control) -> None:
    """Do what the lines say, until there is nobody any more who could say anything."""
    for line in incoming:
        match line.strip():
            case b"pause":
                control.pause()
            case b"resume":
                control.resume()
            case b"cancel":
                control.cancel()
    control.stop()


def _give_way() -> None:
    """Let the window go first, and the database count no bytes: there is no other connection."""
    if hasattr(os, "nice"):
        os.nice(_NICER)
    # What comes from the workers holds no cycles: it need not be looked through time and again.
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    apsw.shutdown()
    apsw.config(apsw.SQLITE_CONFIG_MEMSTATUS, False)
    apsw.initialize()


def progress_in(told: Mapping[str, Any]) -> ImportProgress:
    """Return the progress that a line told."""
    return ImportProgress(**{**told, "counts": Counts(**told["counts"])})


def result_in(told: Mapping[str, Any]) -> ImportResult:
    """Return the result that a line told."""
    return ImportResult(
        ending=Ending(told["ending"]),
        counts=Counts(**told["counts"]),
        rejected=tuple((origin, reason) for origin, reason in told["rejected"]),
        report=None if told["report"] is None else Path(told["report"]),
    )
