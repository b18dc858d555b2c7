"""Chunks of an import gathered until they are worth a transaction."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.store.importing.messages import Chunk

_FIRST_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class BatchSize:
    """When what was prepared is written: after so many records, bytes or seconds.

    Rows lie in the order of the records' dates, so that in a large library each record of a batch
    touches pages of its own; a larger batch writes fewer of them for each record.
    """

    records: int = 5_000
    packed_bytes: int = 33_554_432
    seconds: float = 4.0


def batches(
    chunks: Iterator[Chunk | None], most: BatchSize, may_go_on: Callable[[], bool]
) -> Iterator[list[Chunk]]:
    """Gather chunks; ends early when ``may_go_on``, which is asked all the time, tells so."""
    batch = _Batch()
    # The first studies are there at once; larger batches take less time for each study.
    seconds = min(_FIRST_SECONDS, most.seconds)
    for chunk in chunks:
        if chunk is not None:
            batch.add(chunk)
        if batch.is_worth_it(most, seconds):
            yield batch.chunks
            batch = _Batch()
            seconds = min(seconds * 2, most.seconds)
        if not may_go_on():
            return
    if batch.chunks:
        yield batch.chunks


class _Batch:
    """What is gathered, how much, and since when."""

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self._records = self._packed_bytes = 0
        self._began = time.monotonic()

    def add(self, chunk: Chunk) -> None:
        self.chunks.append(chunk)
        self._records += len(chunk.records)
        self._packed_bytes += sum(len(record.packed) for record in chunk.records)

    def is_worth_it(self, most: BatchSize, seconds: float) -> bool:
        return bool(self.chunks) and (
            self._records >= most.records
            or self._packed_bytes >= most.packed_bytes
            or time.monotonic() - self._began >= seconds
        )
