"""Reads a file of a library for exchange, which may come from anybody: nothing in it is believed.

Its tables must be exactly those that are written here, so that nothing of it can run; each
document is what its hash says, of a size that was checked before it is unpacked, and of the study
that the document itself names.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from desktop_app.errors import RecordFormatError, StoreTooNewError
from desktop_app.languages import _
from desktop_app.readers.limits import MEBIBYTE, Limits
from desktop_app.readers.reading import Rejected, SourceDocument, SourceFormat
from desktop_app.store.connections import database_name
from desktop_app.store.exchange.format import APPLICATION_ID, TABLES, VERSION, About
from desktop_app.store.exchange.personal_rows import dump_of
from desktop_app.store.exchange.unpacking import Unpacker, not_whole
from desktop_app.store.personal.exchange import Dump
from desktop_app.study.nct_numbers import format_nct_id

Progress = Callable[[int, int], None]
IsHeld = Callable[[int, bytes], bool]
"""Tells whether a library holds a document already: by NCT number and SHA-256."""

MOST_NAMED = 5_000
"""So many new studies of a file are told by their numbers, and can be thrown away again at once."""
_FLAGS = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_LARGEST_VALUE = 80 * MEBIBYTE
_SQLITE_VALUE_LIMIT = 0
_FIRST_YEAR, _LAST_YEAR = 1970, 9_998
# A text that is none in UTF-8 is damage as well.
_FAILURES = (
    *(apsw.CorruptError, apsw.NotADBError, apsw.TooBigError, apsw.SQLError, UnicodeDecodeError),
)
# The database does not look whether what it reads is of the type that its table says.
_NUMBER = "coalesce(CAST(nct_number AS INTEGER), 0)"
_SHA256 = "coalesce(CAST(sha256 AS BLOB), x'')"
_LONGEST_ORIGIN = 2_000
_BEFORE_ALL = -(1 << 63)
_ROWS = (
    f"SELECT id, {_NUMBER}, {_SHA256}, "
    f"coalesce(substr(CAST(origin AS BLOB), 1, {4 * _LONGEST_ORIGIN}), x'') "
    "FROM document WHERE id > ? ORDER BY id"
)
_DOCUMENT = (
    "SELECT coalesce(CAST(format AS TEXT), ''), coalesce(CAST(size AS INTEGER), 0), "
    "CAST(dictionary_id AS INTEGER), coalesce(CAST(content AS BLOB), x'') "
    "FROM document WHERE id = ?"
)
_ENDS = "SELECT coalesce(min(id), 0), coalesce(max(id), 0) FROM document"
_SAID = (
    "SELECT CAST(name AS TEXT), coalesce(substr(CAST(value AS TEXT), 1, 1000), '') "
    "FROM (SELECT name, value FROM about LIMIT 100) WHERE length(name) <= 100"
)
_OWN_ROWS = "SELECT id FROM personal WHERE id > ? ORDER BY id"
_PERSONAL = (
    "SELECT id, coalesce(CAST(kind AS TEXT), ''), coalesce(CAST(content AS TEXT), '') "
    "FROM personal WHERE id > ? ORDER BY id"
)


class Row(NamedTuple):
    """What a file says of a document in it."""

    id: int
    nct_number: int
    sha256: bytes
    origin: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What importing a file would bring.

    ``new`` studies are not held yet, of ``other`` ones there come versions that are not; the rest
    of them is held as it is. ``new_numbers`` are those of the new ones, where `MOST_NAMED` or fewer
    are.
    """

    about: About
    new: int
    other: int
    documents: int
    personal: Dump
    new_numbers: tuple[int, ...] = ()


class ExchangeFile:
    """A file that is open; made by `open_exchange`. One thread may use it."""

    def __init__(self, path: Path, connection: apsw.Connection, limits: Limits) -> None:
        self.path = path
        self._connection = connection
        self._unpacker = Unpacker(connection, limits)

    def about(self) -> About:
        """Return what the file says of itself, and how much is in it."""
        numbers = [row.nct_number for row in self.rows()]
        return self._about(len(set(numbers)), len(numbers))

    def outline(self, is_held: IsHeld, holds_study: Callable[[int], bool]) -> Outline:
        """Compare what is in the file with what a library holds; reads no document."""
        same: set[int] = set()
        new: set[int] = set()
        other: set[int] = set()
        total = documents = 0
        for row in self.rows():
            number = row.nct_number
            total += 1
            if is_held(number, row.sha256):
                same.add(number)
            else:
                documents += 1
                (other if holds_study(number) else new).add(number)
        about = self._about(len(same | other | new), total)
        named = tuple(sorted(new)) if len(new) <= MOST_NAMED else ()
        return Outline(about, len(new), len(other), documents, self.personal(), named)

    def _about(self, studies: int, documents: int) -> About:
        with self._failures():
            said = dict(self._rows(_SAID))
        personal = sum(1 for _row in self._in_order(_OWN_ROWS))
        title = str(said.get("title", ""))[:200]
        return About(title, _time(said.get("made_at")), studies, documents, personal)

    def documents(self, is_held: IsHeld, progress: Progress) -> Iterator[SourceDocument | Rejected]:
        """Yield the documents that are not held yet, the older versions first.

        ``progress`` is told of all. A document that is not what its row says is rejected.
        """
        total = self.about().documents
        for done, row in enumerate(self.rows(), 1):
            progress(done, total)
            if not is_held(row.nct_number, row.sha256):
                yield self.document(row)

    def rows(self, after: int = _BEFORE_ALL) -> Iterator[Row]:
        """Yield what is said of each document behind the row of an id, the older versions first.

        No document is read. Raises RecordFormatError where the table of them is damaged.
        """
        for row_id, nct_number, sha256, origin in self._in_order(_ROWS, after):
            told = origin.decode("utf-8", "replace")[:_LONGEST_ORIGIN]
            yield Row(row_id, nct_number, sha256, told)

    def rows_all_over(self, count: int) -> Iterator[Row]:
        """Yield up to so many rows, from all over the file."""
        first, last = self.ends()
        before = _BEFORE_ALL
        for part in range(count):
            after = max(first - 1 + (last - first) * part // count, before)
            row = next(self.rows(after), None)
            if row is None:
                return
            before = row.id
            yield row

    def ends(self) -> tuple[int, int]:
        """Return the ids of the first row and of the last, 0 where there is none."""
        with self._failures():
            ((first, last),) = self._rows(_ENDS)
        return first, last

    def document(self, row: Row) -> SourceDocument | Rejected:
        """Read a document; one that is not what its row says is rejected."""
        place = f"{self.path.name}: {row.origin[:500] or format_nct_id(row.nct_number)}"
        try:
            form, *packed = self._packed(row)
            content = self._unpacker.unpack(row.sha256, *packed)
            return SourceDocument(content, SourceFormat(form), row.origin)
        except (*_FAILURES, apsw.IOError):
            return Rejected(place, not_whole())
        except RecordFormatError as error:
            return Rejected(place, str(error))
        except ValueError:
            return Rejected(place, _("It is of a form that is not known here."))

    def _packed(self, row: Row) -> Any:
        """Return form, size, dictionary and content of a document as it lies in the file."""
        found = self._connection.execute(_DOCUMENT, (row.id,)).fetchone()
        if found is None:
            raise RecordFormatError(not_whole())
        return found

    def personal(self) -> Dump:
        """Return what belongs to the person who made the file, where they put it in."""
        return dump_of((kind, content) for _id, kind, content in self._in_order(_PERSONAL))

    def _in_order(self, query: str, after: int = _BEFORE_ALL) -> Iterator[Any]:
        """Yield rows behind the one of an id, which is the first value of each.

        A table that was made to lead back to where it was, and so to have no end, is damaged.
        """
        with self._failures():
            for row in self._connection.execute(query, (after,)):
                if row[0] <= after:
                    raise _damaged(self.path)
                after = row[0]
                yield row

    def _rows(self, query: str) -> Any:
        return self._connection.execute(query)

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except (*_FAILURES, apsw.IOError) as error:
            raise _damaged(self.path) from error


@contextmanager
def open_exchange(path: Path, limits: Limits | None = None) -> Iterator[ExchangeFile]:
    """Open a file of a library for exchange, to read it; nothing is written beside it.

    Raises RecordFormatError where it is none or is damaged, StoreTooNewError where a newer version
    of the application wrote it.
    """
    connection = _connected(path)
    try:
        try:
            _judge(connection, path)
        except (*_FAILURES, apsw.IOError, apsw.CantOpenError) as error:
            raise _damaged(path) from error
        yield ExchangeFile(path, connection, limits or Limits())
    finally:
        connection.close()


def _connected(path: Path) -> apsw.Connection:
    try:
        connection = apsw.Connection(f"{database_name(path)}?immutable=1", flags=_FLAGS)
    except apsw.CantOpenError as error:
        told = _("The file {path} cannot be read: it is not there, or reading it is not allowed.")
        raise RecordFormatError(told.format(path=path)) from error
    connection.pragma("trusted_schema", False)
    connection.pragma("cell_size_check", True)
    connection.limit(_SQLITE_VALUE_LIMIT, _LARGEST_VALUE)
    return connection


def _judge(connection: apsw.Connection, path: Path) -> None:
    if connection.pragma("application_id") != APPLICATION_ID:
        raise _damaged(path)
    if connection.pragma("user_version") > VERSION:
        told = _(
            "The file {path} was written by a newer version of this application: install that to"
            " read it."
        )
        raise StoreTooNewError(told.format(path=path))
    found = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    if {_plain(str(sql)) for (sql,) in found} != set(map(_plain, TABLES)):
        raise _damaged(path)


def _plain(sql: str) -> str:
    return " ".join(sql.split())


def _time(text: object) -> datetime:
    try:
        made = datetime.fromisoformat(str(text))
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    if not _FIRST_YEAR <= made.year <= _LAST_YEAR:
        # Other time zones may lie beyond what a calendar has.
        return datetime.fromtimestamp(0, UTC)
    return made if made.tzinfo else made.replace(tzinfo=UTC)


def _damaged(path: Path) -> RecordFormatError:
    told = _(
        "The file {path} is damaged, or is no library that this application wrote. Ask for it once"
        " more."
    )
    return RecordFormatError(told.format(path=path))
