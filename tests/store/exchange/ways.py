"""The two ways in which a file of a library comes into another one, for tests of both."""

import gc
import io
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.errors import RecordFormatError
from desktop_app.readers.reading import Rejected
from desktop_app.store.adding import Outcome
from desktop_app.store.connections import connect_writer, transaction
from desktop_app.store.exchange.reading import open_exchange
from desktop_app.store.importing.bulk_adding import BulkAdder
from desktop_app.store.importing.files import source_files, told_apart
from desktop_app.store.importing.messages import Chunk, Job, receive_message, send
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.worker import run_worker
from desktop_app.store.library import Library
from desktop_app.store.upkeep import Upkeep
from tests.store.synthetic import read_json


@dataclass(slots=True)
class Brought:
    """What became of the documents of a file: outcomes by their names, and why some are none."""

    versions: int = 0
    rejected: list[str] = field(default_factory=list)


Bring = Callable[[Path, Library], Brought]


def one_by_one(path: Path, library: Library) -> Brought:
    """Merge a small file: record by record."""
    rejected: list[Rejected] = []
    upkeep = Upkeep(library.path, library.personal_path, read_json)
    with open_exchange(path) as file:
        added = upkeep.merge(file, library.add_all, rejected, lambda _done, _total: None)
        return Brought(len(list(added)), [one.reason for one in rejected])


def many_at_a_time(path: Path, library: Library) -> Brought:
    """Merge a large file: what a worker makes of it is written table by table."""
    brought = Brought()
    with closing(connect_writer(library.path)) as connection:
        adder = BulkAdder(connection, read_json)
        for chunk in chunks_of(path, library):
            with transaction(connection):
                outcomes = adder.add(chunk.records)
            brought.versions += sum(outcomes.values()) - outcomes[Outcome.SAME]
            brought.rejected += [reason for _origin, reason in chunk.rejected]
    for reason in brought.rejected:
        if "or is no library that this application wrote" in reason:
            raise RecordFormatError(reason)
    return brought


def chunks_of(path: Path, library: Library, start: Position | None = None) -> Iterator[Chunk]:
    """Yield what a worker sends of a file, from a position on."""
    told = told_apart(source_files([path]))
    job = Job(str(library.path), [str(path)], told, start or Position(), 0, 1, "en", None)
    asked, answer = io.BytesIO(), io.BytesIO()
    send(asked, job)
    try:
        run_worker(io.BytesIO(asked.getvalue()), answer)
    finally:
        # Workers do without, and this one was none.
        gc.enable()
    answer.seek(0)
    while (chunk := receive_message(answer, Chunk)) is not None:
        yield chunk


EITHER_WAY = pytest.mark.parametrize("bring", [one_by_one, many_at_a_time])
