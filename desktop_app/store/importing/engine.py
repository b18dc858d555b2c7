"""An import from its beginning, or from where it was, to its end."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _, spoken_language
from desktop_app.store.adding import Outcome
from desktop_app.store.connections import transaction
from desktop_app.store.failures import store_failures
from desktop_app.store.importing.batches import BatchSize, batches
from desktop_app.store.importing.bulk_adding import BulkAdder
from desktop_app.store.importing.control import Control, Ending
from desktop_app.store.importing.dictionaries import dictionary_for
from desktop_app.store.importing.expecting import expected_records
from desktop_app.store.importing.files import identity_of, source_files, told_apart
from desktop_app.store.importing.locks import take_run
from desktop_app.store.importing.messages import Chunk, Job
from desktop_app.store.importing.processes import WORKER_ROLE, WorkerLost, Workers
from desktop_app.store.importing.progress import ImportProgress, Speedometer
from desktop_app.store.importing.reports import Report
from desktop_app.store.importing.runs import (
    Counts,
    Run,
    begin_run,
    end_run,
    keep_run,
    unfinished_runs,
)
from desktop_app.store.opening import open_for_writing
from desktop_app.store.process_lock import ProcessLock
from desktop_app.store.rereading import ReadDocument
from desktop_app.store.word_index import KEEP_IN_MEMORY

_MOST_WORKERS = 3
_TICK = 0.2
"""Seconds after which an import that has nothing to do looks whether it is to stop."""
_BUSY_MILLISECONDS = 120_000
_CHECKPOINT_PAGES = 16_000
_SECONDS_TO_LET_GO = 5.0
_TRIES = 2
"""How often a worker may be lost at one and the same place."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of an import.

    ``rejected`` are the first origins with the reasons why they were not understood; ``report``
    names the file that has all of them, where there are more.
    """

    ending: Ending
    counts: Counts
    rejected: tuple[tuple[str, str], ...]
    report: Path | None


Tell = Callable[[ImportProgress], None]


def run_import(
    path: Path,
    sources: Sequence[Path],
    *,
    reader: ReadDocument,
    control: Control,
    tell: Tell,
    batch: BatchSize | None = None,
    workers: int | None = None,
) -> ImportResult:
    """Import all that the sources hold into the library file ``path``.

    An import of the same files that did not come to its end goes on where it was. Studies can be
    found batch by batch, while it runs. Raises StoreError; what was added stays, and the import
    can go on later.
    """
    with store_failures(path):
        connection = open_for_writing(path, reader, lambda done, total: None)
        if connection is None:
            raise StoreError(
                _("The library file {path} cannot be written, so nothing was added.").format(
                    path=path
                )
            )
        try:
            _set_up(connection)
            size = batch or BatchSize()
            importing = _Import(connection, path, sources, reader, control, tell, size)
            return importing.run(workers or min(_MOST_WORKERS, os.cpu_count() or 1))
        finally:
            connection.close()


def _set_up(connection: apsw.Connection) -> None:
    connection.set_busy_timeout(_BUSY_MILLISECONDS)
    connection.pragma("wal_autocheckpoint", _CHECKPOINT_PAGES)
    # Libraries that were made before have it not yet.
    connection.execute(KEEP_IN_MEMORY)


class _Import:
    """One import under way."""

    def __init__(
        self,
        connection: apsw.Connection,
        path: Path,
        sources: Sequence[Path],
        reader: ReadDocument,
        control: Control,
        tell: Tell,
        size: BatchSize,
    ) -> None:
        self._connection = connection
        self._path = path
        self._sources = [source.absolute() for source in sources]
        self._control = control
        self._tell = tell
        self._size = size
        self._adder = BulkAdder(connection, reader)
        self._files = source_files(self._sources)

    def run(self, workers: int) -> ImportResult:
        """Do it; see `run_import`."""
        total = expected_records(self._files)
        self._speed = Speedometer(self._files, total)
        self._part = 0.0
        self._run, lock = self._begin(total)
        try:
            self._tell(self._speed.progress(self._run.counts, self._part))
            self._report = self._open_report()
            self._read_all(workers)
            return self._end()
        finally:
            lock.let_go()

    def _begin(self, total: int) -> tuple[Run, ProcessLock]:
        """Return the run to go on with, or a new one, and its lock."""
        folder, identity = self._path.parent, identity_of(self._files)
        for run in unfinished_runs(self._connection):
            if run.identity == identity:
                lock = take_run(folder, run.id)
                if lock is not None:
                    return run, lock
        with transaction(self._connection):
            run = begin_run(self._connection, self._sources, identity, total)
        # One that ended just now had the same number; or else somebody is doing this one already.
        lock = take_run(folder, run.id, _SECONDS_TO_LET_GO)
        return self._begin(total) if lock is None else (run, lock)

    def _read_all(self, workers: int) -> None:
        """Read until the end, with other workers in the place of those that were lost."""
        tries = _TRIES
        while True:
            begun_at = self._run.position
            try:
                return self._read(workers)
            except WorkerLost as error:
                tries = _TRIES if self._run.position > begun_at else tries - 1
                if not tries:
                    raise StoreError(self._lost()) from error

    def _lost(self) -> str:
        return _(
            "The import stopped after {count} records: a process of it ended twice at the same"
            " place, perhaps for lack of memory. What was added is kept. Close other programs, and"
            " import the same files again to go on."
        ).format(count=self._run.counts.all)

    def _read(self, workers: int) -> None:
        made = Workers(workers, WORKER_ROLE, Chunk)
        try:
            dictionary_id, dictionary = dictionary_for(self._connection, self._files)
            sources = [str(source) for source in self._sources]
            job = Job(
                str(self._path),
                sources,
                told_apart(self._files),
                start=self._run.position,
                share=0,
                workers=workers,
                language=spoken_language(),
                dictionary_id=dictionary_id,
                dictionary=dictionary,
            )
            made.begin(lambda share: replace(job, share=share))
            for batch in batches(made.messages(_TICK), self._size, self._may_go_on):
                self._keep(batch)
        finally:
            made.close()

    def _may_go_on(self) -> bool:
        """Wait while the import is paused; tell whether it goes on."""
        while self._control.is_paused:
            self._speed.pause()
            self._tell(self._speed.progress(self._run.counts, self._part, is_paused=True))
            self._control.wait(_TICK)
        self._tell(self._speed.progress(self._run.counts, self._part))
        return self._control.ending is None

    def _keep(self, batch: list[Chunk]) -> None:
        """Add what chunks hold, and how far the import is then, in one transaction."""
        records = [record for chunk in batch for record in chunk.records]
        rejected = [one for chunk in batch for one in chunk.rejected]
        for chunk in batch:
            # So that nothing holds them any more once they are added.
            chunk.records.clear()
        self._add_to_report(rejected)
        with transaction(self._connection):
            outcomes = self._adder.add(records)
            counts = Counts(
                added=outcomes[Outcome.ADDED],
                updated=outcomes[Outcome.UPDATED],
                same=outcomes[Outcome.SAME] + sum(chunk.same for chunk in batch),
                older=outcomes[Outcome.OLDER] + sum(chunk.older for chunk in batch),
                rejected=len(rejected),
            )
            run = self._run.moved(batch[-1].end, self._run.counts + counts, self._report.size)
            keep_run(self._connection, run)
        self._run = run
        self._part = self._speed.part_of(batch[-1])

    def _open_report(self) -> Report:
        try:
            return Report(self._path.parent, self._run.id, self._run.report_bytes)
        except OSError as error:
            raise _not_reported(error) from error

    def _add_to_report(self, rejected: Sequence[tuple[str, str]]) -> None:
        try:
            self._report.add(rejected)
        except OSError as error:
            raise _not_reported(error) from error

    def _end(self) -> ImportResult:
        ending = self._control.ending or Ending.FINISHED
        if ending is not Ending.STOPPED:
            with transaction(self._connection):
                end_run(self._connection, self._run.id)
        self._tell(self._speed.progress(self._run.counts, self._part))
        report = self._report.path if self._report.exists else None
        return ImportResult(ending, self._run.counts, tuple(self._report.first), report)


def _not_reported(error: OSError) -> StoreError:
    words = _("The report {file} cannot be written: {why}. Free some space, and go on.")
    return StoreError(words.format(file=error.filename, why=error.strerror))
