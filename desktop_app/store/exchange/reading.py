"""Reads a file of a library for exchange, which may come from anybody: nothing in it is believed.

Its tables must be exactly those that are written here, so that nothing of it can run; each
document is what its hash says, of a size that was checked before it is unpacked, and of the study
that the document itself names.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import zstandard

from desktop_app.errors import RecordFormatError, StoreTooNewError
from desktop_app.languages import _
from desktop_app.readers.limits import MEBIBYTE, Limits, megabytes
from desktop_app.readers.reading import Rejected, SourceDocument, SourceFormat
from desktop_app.store.connections import database_name
from desktop_app.store.exchange.format import APPLICATION_ID, TABLES, VERSION, About
from desktop_app.store.exchange.personal_rows import dump_of
from desktop_app.store.personal.exchange import Dump
from desktop_app.study.nct_numbers import format_nct_id

Progress = Callable[[int, int], None]
IsHeld = Callable[[int, bytes], bool]
"""Tells whether a library holds a document already: by NCT number and SHA-256."""

_FLAGS = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_LARGEST_DICTIONARY = 4 * MEBIBYTE
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
_DOCUMENTS = (
    f"SELECT {_NUMBER}, coalesce(CAST(format AS TEXT), ''), coalesce(CAST(origin AS TEXT), ''), "
    f"{_SHA256}, coalesce(CAST(size AS INTEGER), 0), CAST(dictionary_id AS INTEGER), "
    "coalesce(CAST(content AS BLOB), x'') FROM document ORDER BY id"
)
_SAID = (
    "SELECT CAST(name AS TEXT), coalesce(substr(CAST(value AS TEXT), 1, 1000), '') FROM about "
    "WHERE length(name) <= 100 LIMIT 100"
)
_PERSONAL = (
    "SELECT coalesce(CAST(kind AS TEXT), ''), coalesce(CAST(content AS TEXT), '') "
    "FROM personal ORDER BY id"
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What importing a file would bring.

    ``new`` studies are not held yet, of ``other`` ones there come versions that are not; the rest
    of them is held as it is.
    """

    about: About
    new: int
    other: int
    documents: int
    personal: Dump


class ExchangeFile:
    """A file that is open; made by `open_exchange`. One thread may use it."""

    def __init__(self, path: Path, connection: apsw.Connection, limits: Limits) -> None:
        self.path = path
        self._connection = connection
        self._limits = limits
        self._decompressors: dict[int | None, zstandard.ZstdDecompressor] = {}

    def about(self) -> About:
        """Return what the file says of itself, and how much is in it."""
        with self._failures():
            said = dict(self._rows(_SAID))
            ((studies, documents),) = self._rows(
                "SELECT count(DISTINCT nct_number), count(*) FROM document"
            )
            ((personal,),) = self._rows("SELECT count(*) FROM personal")
        title = str(said.get("title", ""))[:200]
        return About(title, _time(said.get("made_at")), studies, documents, personal)

    def outline(self, is_held: IsHeld, holds_study: Callable[[int], bool]) -> Outline:
        """Compare what is in the file with what a library holds; reads no document."""
        new: set[int] = set()
        other: set[int] = set()
        documents = 0
        with self._failures():
            for number, sha256 in self._rows(f"SELECT {_NUMBER}, {_SHA256} FROM document"):
                if not is_held(number, sha256):
                    documents += 1
                    (other if holds_study(number) else new).add(number)
        return Outline(self.about(), len(new), len(other), documents, self.personal())

    def documents(self, is_held: IsHeld, progress: Progress) -> Iterator[SourceDocument | Rejected]:
        """Yield the documents that are not held yet, the older versions first.

        ``progress`` is told of all. A document that is not what its row says is rejected.
        """
        total = self.about().documents
        with self._failures():
            rows = self._rows(_DOCUMENTS)
            for done, (number, form, origin, sha256, *packed) in enumerate(rows, 1):
                progress(done, total)
                if is_held(number, sha256):
                    continue
                place = f"{self.path.name}: {origin[:500] or format_nct_id(number)}"
                try:
                    content = self._unpacked(sha256, *packed)
                    yield SourceDocument(content, SourceFormat(form), origin[:2_000])
                except RecordFormatError as error:
                    yield Rejected(place, str(error))
                except ValueError:
                    yield Rejected(place, _("It is of a form that is not known here."))

    def personal(self) -> Dump:
        """Return what belongs to the person who made the file, where they put it in."""
        with self._failures():
            return dump_of(self._rows(_PERSONAL))

    def _rows(self, query: str) -> Any:
        return self._connection.execute(query)

    def _unpacked(
        self, sha256: bytes, size: int, dictionary_id: int | None, packed: bytes
    ) -> bytes:
        if size > self._limits.document_bytes:
            told = _("It is larger than {size}.")
            raise RecordFormatError(told.format(size=megabytes(self._limits.document_bytes)))
        try:
            # Said by the packed document itself, so that it cannot ask for all memory there is.
            if zstandard.frame_content_size(packed) != size:
                raise RecordFormatError(_not_whole())
            content = self._decompressor(dictionary_id).decompress(packed)
        except zstandard.ZstdError as error:
            raise RecordFormatError(_not_whole()) from error
        if hashlib.sha256(content).digest() != sha256:
            raise RecordFormatError(_not_whole())
        return content

    def _decompressor(self, dictionary_id: int | None) -> zstandard.ZstdDecompressor:
        if dictionary_id not in self._decompressors:
            self._decompressors[dictionary_id] = self._make_decompressor(dictionary_id)
        return self._decompressors[dictionary_id]

    def _make_decompressor(self, dictionary_id: int | None) -> zstandard.ZstdDecompressor:
        if dictionary_id is None:
            return zstandard.ZstdDecompressor()
        sql = (
            "SELECT CAST(content AS BLOB) FROM dictionary "
            "WHERE id = ? AND length(CAST(content AS BLOB)) <= ?"
        )
        content = self._connection.execute(sql, (dictionary_id, _LARGEST_DICTIONARY)).get
        if content is None:
            raise RecordFormatError(_not_whole())
        return zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(content))

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


def _not_whole() -> str:
    return _("It is damaged: it is not what was put into the file.")


def _damaged(path: Path) -> RecordFormatError:
    told = _(
        "The file {path} is damaged, or is no library that this application wrote. Ask for it once"
        " more."
    )
    return RecordFormatError(told.format(path=path))
