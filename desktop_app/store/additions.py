"""What adds records to the library, and is safe on the disk once it tells of them."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.readers.reading import ReadRecord
from desktop_app.store.adding import AddedRecord, Adder, batches
from desktop_app.store.failures import store_failures
from desktop_app.store.prepared import PreparedRecord, prepare
from desktop_app.store.rereading import ReadDocument


class Additions:
    """Adds through one connection; without one, all methods raise StoreError."""

    def __init__(
        self, path: Path, connection: apsw.Connection | None, reader: ReadDocument
    ) -> None:
        self._path = path
        self._connection = connection
        self._reader = reader

    def add(self, record: ReadRecord | PreparedRecord) -> AddedRecord:
        """Add one record, as `Library.add` tells it."""
        prepared = record if isinstance(record, PreparedRecord) else prepare(record)
        with store_failures(self._path):
            return self._adder.add([prepared])[0]

    def add_all(
        self, records: Iterable[ReadRecord | PreparedRecord], batch_size: int, seconds: float
    ) -> Iterator[AddedRecord]:
        """Add records in batches, as `Library.add_all` tells it."""
        adder = self._adder
        for batch in batches(records, batch_size, seconds):
            with store_failures(self._path):
                added = adder.add(batch)
            yield from added

    @cached_property
    def _adder(self) -> Adder:
        if self._connection is None:
            raise nothing_can_be_added(self._path)
        return Adder(self._connection, self._reader)


def nothing_can_be_added(path: Path) -> StoreError:
    """Return what says so of a library that is open for reading only."""
    return StoreError(
        _(
            "The library file {path} is open for reading only, so nothing can be added."
            " Allow writing to the file and its folder, or choose another folder."
        ).format(path=path)
    )
