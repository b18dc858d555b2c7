"""Imports that did not come to their end, as the library keeps them with each batch."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Self

import apsw

from desktop_app.store.importing.positions import Position


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the records so far."""

    added: int = 0
    updated: int = 0
    same: int = 0
    older: int = 0
    rejected: int = 0

    @property
    def all(self) -> int:
        """Return how many records were looked at."""
        return self.added + self.updated + self.same + self.older + self.rejected

    def __add__(self, other: Counts) -> Counts:
        pairs = zip(asdict(self).values(), asdict(other).values(), strict=True)
        return Counts(*(one + another for one, another in pairs))


@dataclass(frozen=True, slots=True)
class Run:
    """An import that is under way, or was when it ended.

    ``identity`` tells whether the files are the same as then. ``report_bytes`` is how long the
    report was. ``total`` is the number of records to expect, 0 where that cannot be told.
    """

    id: int
    sources: tuple[str, ...]
    identity: str
    position: Position = field(default_factory=Position)
    counts: Counts = field(default_factory=Counts)
    total: int = 0
    report_bytes: int = 0

    def moved(self, position: Position, counts: Counts, report_bytes: int) -> Self:
        """Return the run after some more records."""
        return replace(self, position=position, counts=counts, report_bytes=report_bytes)


def unfinished_runs(connection: apsw.Connection) -> list[Run]:
    """Return the imports that did not come to their end, the latest last."""
    rows = connection.execute("SELECT id, sources, position, counts FROM import_run ORDER BY id")
    return [_run(*row) for row in rows]


def begin_run(connection: apsw.Connection, paths: Sequence[Path], identity: str, total: int) -> Run:
    """Keep that an import begins."""
    run = Run(0, tuple(str(path) for path in paths), identity, total=total)
    now = int(time.time())
    connection.execute(
        "INSERT INTO import_run (sources, position, counts, begun_at, changed_at) "
        "VALUES (?, ?, ?, ?, ?)",
        (_sources(run), run.position.as_text(), _counts(run), now, now),
    )
    return replace(run, id=connection.last_insert_rowid())


def keep_run(connection: apsw.Connection, run: Run) -> None:
    """Keep how far an import is; belongs into the transaction of what was added."""
    connection.execute(
        "UPDATE import_run SET position = ?, counts = ?, changed_at = ? WHERE id = ?",
        (run.position.as_text(), _counts(run), int(time.time()), run.id),
    )


def end_run(connection: apsw.Connection, run_id: int) -> None:
    """Forget an import that came to its end, or that nobody wants to go on."""
    connection.execute("DELETE FROM import_run WHERE id = ?", (run_id,))


def _sources(run: Run) -> str:
    return json.dumps({"paths": run.sources, "identity": run.identity, "total": run.total})


def _counts(run: Run) -> str:
    return json.dumps(asdict(run.counts) | {"report_bytes": run.report_bytes})


def _run(run_id: int, sources: str, position: str, counts: str) -> Run:
    told, counted = json.loads(sources), json.loads(counts)
    report_bytes = counted.pop("report_bytes")
    return Run(
        id=run_id,
        sources=tuple(told["paths"]),
        identity=told["identity"],
        position=Position.from_text(position),
        counts=Counts(**counted),
        total=told["total"],
        report_bytes=report_bytes,
    )
