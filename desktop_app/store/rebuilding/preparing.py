"""What is kept of the studies of a library, worked out from their documents again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import spoken_language
from desktop_app.store.documents import DocumentTable
from desktop_app.store.importing.processes import REBUILD_ROLE, WorkerLost, Workers
from desktop_app.store.rebuilding.groups import groups_of_studies
from desktop_app.store.rebuilding.messages import PreparedGroup, PreparedStudy, RebuildJob
from desktop_app.store.rereading import ReadDocument, prepare_again, slim

MANY_STUDIES = 4_000
"""From here on, other processes are worth the second that they take to start."""
STUDIES_ALONE = 500
_STUDIES_TOGETHER = 5_000
_MOST_WORKERS = 3
_TICK = 0.2

Batches = Iterator[list[PreparedStudy]]
"""Studies in the order of their numbers, as many at a time as are worth a transaction."""


def prepared_alone(connection: apsw.Connection, reader: ReadDocument, last: int) -> Batches:
    """Prepare all studies after a number in this process."""
    documents = DocumentTable(connection)
    for studies in groups_of_studies(connection, last, STUDIES_ALONE):
        yield [
            [(row.id, slim(prepare_again(documents, reader, row))) for row in versions]
            for versions in studies
        ]


def prepared_by_workers(path: Path, last: int, tick: Callable[[], None]) -> Batches:
    """Prepare all studies of a library file after a number in other processes, until one is lost.

    ``tick`` is called each time that some tenths of a second passed, and may raise.
    """
    workers = None
    try:
        count = min(_MOST_WORKERS, os.cpu_count() or 1)
        workers = Workers(count, REBUILD_ROLE, PreparedGroup)
        language = spoken_language()
        workers.begin(lambda share: RebuildJob(str(path), last, language, share, count))
        yield from _gathered(workers.messages(_TICK), tick)
    except (StoreError, WorkerLost):
        # No process can be made, or one has no memory left: the rest is done without them.
        return
    finally:
        if workers is not None:
            workers.close()


def _gathered(groups: Iterator[PreparedGroup | None], tick: Callable[[], None]) -> Batches:
    batch: list[PreparedStudy] = []
    for group in groups:
        if group is None:
            tick()
            continue
        batch += group.studies
        if len(batch) >= _STUDIES_TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch
