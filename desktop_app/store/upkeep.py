"""What keeps a library safe, beside its use: backups, checks, building again, and exchange.

All of it takes its time, and goes on while the library is in use: it has connections of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from desktop_app.errors import StoreError
from desktop_app.languages import _
from desktop_app.store.backups.copying import back_up
from desktop_app.store.backups.files import BY_HAND, BackupFile, backups_in
from desktop_app.store.connections import connect_reader, connect_writer, is_writable
from desktop_app.store.failures import BACKUP_FOLDER, store_failures
from desktop_app.store.personal.attaching import attach

if TYPE_CHECKING:
    from desktop_app.readers.reading import Reading, ReadRecord, Rejected
    from desktop_app.store.adding import AddedRecord
    from desktop_app.store.exchange.reading import ExchangeFile, Outline
    from desktop_app.store.prepared import PreparedRecord
    from desktop_app.store.rereading import ReadDocument
    from desktop_app.store.whole_check import Checked

    AddAll = Callable[[Iterable[ReadRecord | PreparedRecord]], Iterator[AddedRecord]]

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much, 0 where that is not known; may raise to stop."""


# What is in the trash comes back with what somebody brings in.
_NOT_IN_TRASH = "AND nct_number NOT IN (SELECT nct_number FROM trash)"


class Upkeep:
    """The upkeep of a library. Any thread may use it; each call has its own connection."""

    def __init__(self, library: Path, personal: Path, reader: ReadDocument) -> None:
        """``library`` and ``personal`` are files; ``reader`` reads a source document again."""
        self.path = library
        self.personal_path = personal
        self._reader = reader

    @property
    def backup_folder(self) -> Path:
        """Where backups are unless another folder is chosen."""
        return self.path.parent / BACKUP_FOLDER

    def backups(self) -> tuple[BackupFile, ...]:
        """Return the backups in the usual folders, the newest first."""
        folders = {self.backup_folder, self.personal_path.parent / BACKUP_FOLDER}
        found = [one for folder in folders for one in backups_in(folder)]
        return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))

    def back_up(self, folder: Path | None, progress: Progress) -> tuple[Path, ...]:
        """Copy library and personal file, into another folder than usual if one is given.

        Returns the copies, which were checked. Raises StoreError, and leaves nothing half done.
        """
        made = []
        for path in (self.personal_path, self.path):
            if path.exists():
                with store_failures(path), _closed(connect_reader(path)) as connection:
                    made.append(back_up(connection, path, BY_HAND, folder, progress))
        return tuple(made)

    def check(self, progress: Progress) -> Checked:
        """Check everything; changes nothing."""
        from desktop_app.store.whole_check import check_all

        with store_failures(self.path), _closed(connect_reader(self.path)) as connection:
            problem = attach(connection, self.personal_path)
            return check_all(connection, self.personal_path, problem, progress)

    def rebuild(self, progress: Progress) -> None:
        """Build everything again that was worked out from the documents.

        Where it is stopped, it goes on at the next opening of the library.
        """
        from desktop_app.store.derived import rebuild

        if not is_writable(self.path):
            told = _(
                "The library file {path} cannot be written, so its index cannot be built again."
                " Allow writing to the file and its folder."
            )
            raise StoreError(told.format(path=self.path))
        with store_failures(self.path), _closed(connect_writer(self.path)) as connection:
            rebuild(connection, self._reader, progress)

    def export(
        self,
        target: Path,
        title: str,
        nct_numbers: Collection[int] | None,
        progress: Progress,
        *,
        with_personal: bool,
    ) -> int:
        """Write some studies, or all for None, into one file; returns how many studies.

        Raises ExportError where the file cannot be written.
        """
        from desktop_app.store.exchange.writing import write_exchange

        with self._reading() as connection:
            return write_exchange(
                connection, target, title, nct_numbers, progress, with_personal=with_personal
            )

    def members(self, kind: str, key: int) -> tuple[int, ...]:
        """Return the NCT numbers of the studies in a collection or with a tag, by its key."""
        table, column = {
            "collection": ("collected", "collection_id"),
            "tag": ("tagged", "tag_id"),
        }[kind]
        sql = f"SELECT nct_number FROM personal.{table} WHERE {column} = ?"
        with self._reading() as connection:
            rows = connection.execute(sql, (key,)).fetchall()
        return tuple(int(str(number)) for (number,) in rows)

    def outline(self, file: ExchangeFile) -> Outline:
        """Return what importing a file would bring."""
        with self._reading() as connection:
            holder = _Holder(connection)
            return file.outline(holder.holds, holder.holds_study)

    def merge(
        self, file: ExchangeFile, add_all: AddAll, rejected: list[Rejected], progress: Progress
    ) -> Iterator[AddedRecord]:
        """Add what a file holds and the library does not; yields each record once it is safe.

        ``add_all`` is that of the library. What is not understood is put into a list.
        """
        with self._reading() as connection:
            readings = self._readings(file, _Holder(connection), progress)
            yield from add_all(_understood(readings, rejected))

    def _readings(
        self, file: ExchangeFile, holder: _Holder, progress: Progress
    ) -> Iterator[PreparedRecord | Reading]:
        from desktop_app.readers.detect import read_document
        from desktop_app.readers.reading import Rejected, SourceFormat
        from desktop_app.store.prepared import prepare_document

        for document in file.documents(holder.holds, progress):
            if isinstance(document, Rejected):
                yield document
                continue
            # Most are in the registry's own form, which needs no model of the study.
            is_plain = document.format is SourceFormat.CTGOV_JSON
            prepared = prepare_document(document) if is_plain else None
            yield prepared or read_document(document)

    @contextmanager
    def _reading(self) -> Iterator[apsw.Connection]:
        with store_failures(self.path), _closed(connect_reader(self.path)) as connection:
            attach(connection, self.personal_path)
            yield connection


class _Holder:
    """Tells what a library holds, as far as it did when it is asked."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def holds(self, nct_number: int, sha256: bytes) -> bool:
        """Tell whether a version of a study is this document; not of one in the trash."""
        sql = f"SELECT 1 FROM version WHERE nct_number = ? AND sha256 = ? {_NOT_IN_TRASH} LIMIT 1"
        return self._connection.execute(sql, (nct_number, sha256)).get is not None

    def holds_study(self, nct_number: int) -> bool:
        """Tell whether there is any version of a study that is not in the trash."""
        sql = f"SELECT 1 FROM version WHERE nct_number = ? {_NOT_IN_TRASH} LIMIT 1"
        return self._connection.execute(sql, (nct_number,)).get is not None


def _understood(
    readings: Iterable[PreparedRecord | Reading], rejected: list[Rejected]
) -> Iterator[PreparedRecord | ReadRecord]:
    from desktop_app.readers.reading import Rejected

    for reading in readings:
        if isinstance(reading, Rejected):
            rejected.append(reading)
        else:
            yield reading


@contextmanager
def _closed(connection: apsw.Connection) -> Iterator[apsw.Connection]:
    try:
        yield connection
    finally:
        connection.close()
