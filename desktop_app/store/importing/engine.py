"""An import from its beginning, or from where it was, to its end."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from threading import Event
from zipfile import BadZipFile

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _, spoken_language
from desktop_app.readers.zip_members import ZipMembers, is_archive
from desktop_app.store.adding import Outcome
from desktop_app.store.connections import transaction
from desktop_app.store.failures import store_failures
from desktop_app.store.importing.bulk_adding import BulkAdder
from desktop_app.store.importing.dictionaries import dictionary_for
from desktop_app.store.importing.files import SourceFile, identity_of, source_files, told_apart
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
_FIRST_SECONDS = 0.2
_BUSY_MILLISECONDS = 120_000
_CHECKPOINT_PAGES = 16_000
_LARGE_FILE = 8_388_608
_SECONDS_TO_LET_GO = 5.0
_TRIES = 2
"""How often a worker may be lost at one and the same place."""


class Ending(Enum):
    """How an import ended; one that was stopped can go on later."""

    FINISHED = "finished"
    CANCELLED = "cancelled"
    STOPPED = "stopped"


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


class Control:
    """What others may ask of an import that is running; from any thread."""

    def __init__(self) -> None:
        self._ending: Ending | None = None
        self._going = Event()
        self._going.set()

    @property
    def ending(self) -> Ending | None:
        """Return how the import is to end now; None while it is to go on."""
        return self._ending

    @property
    def is_paused(self) -> bool:
        """Tell whether the import is to wait."""
        return not self._going.is_set()

    def cancel(self) -> None:
        """End the import for good; what was added stays."""
        self._ending = Ending.CANCELLED
        self._going.set()

    def stop(self) -> None:
        """End the import for now; it can go on from there."""
        self._ending = self._ending or Ending.STOPPED
        self._going.set()

    def pause(self) -> None:
        """Let the import wait."""
        if self._ending is None:
            self._going.clear()

    def resume(self) -> None:
        """Let the import go on."""
        self._going.set()

    def wait(self, seconds: float) -> None:
        """Wait until the import is to go on, but not longer than some seconds."""
        self._going.wait(seconds)


@dataclass(frozen=True, slots=True)
class BatchSize:
    """When what was prepared is written: after so many records, bytes or seconds.

    Rows lie in the order of the records' dates, so that in a large library each record of a batch
    touches pages of its own; a larger batch writes fewer of them for each record.
    """

    records: int = 5_000
    packed_bytes: int = 33_554_432
    seconds: float = 4.0


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
        total = _expected(self._files)
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
            for batch in self._batches(made.messages(_TICK)):
                self._keep(batch)
        finally:
            made.close()

    def _batches(self, chunks: Iterator[Chunk | None]) -> Iterator[list[Chunk]]:
        """Gather chunks until they are worth a transaction; ends early when it is asked to."""
        batch: list[Chunk] = []
        records = size = 0
        # The first studies are there at once; larger batches take less time for each study.
        began, seconds = time.monotonic(), min(_FIRST_SECONDS, self._size.seconds)
        for chunk in chunks:
            if chunk is not None:
                batch.append(chunk)
                records += len(chunk.records)
                size += sum(len(record.packed) for record in chunk.records)
            is_due = time.monotonic() - began >= seconds
            if batch and (
                is_due or records >= self._size.records or size >= self._size.packed_bytes
            ):
                yield batch
                batch, records, size, began = [], 0, 0, time.monotonic()
                seconds = min(seconds * 2, self._size.seconds)
            if not self._may_go_on():
                return
        if batch:
            yield batch

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


def _expected(files: Sequence[SourceFile]) -> int:
    """Return how many records are to be expected, 0 where only reading can tell."""
    total = 0
    for file in files:
        # A file of this size that is no archive holds any number of records.
        held = _members(file) or (1 if file.size <= _LARGE_FILE else 0)
        if not held:
            return 0
        total += held
    return total


def _members(file: SourceFile) -> int:
    """Return how many members an archive has; 0 for what is none."""
    if file.reason:
        return 0
    try:
        if not is_archive(file.path):
            return 0
        archive = ZipMembers(file.path)
    except (OSError, BadZipFile):
        return 0
    archive.close()
    return archive.count
