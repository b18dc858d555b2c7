"""The texts of studies, read from their source documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import apsw

from desktop_app.errors import DesktopAppError, StoreDamagedError
from desktop_app.store.finding.folding import fold

if TYPE_CHECKING:
    from desktop_app.readers.json_values import JsonObject
    from desktop_app.readers.reading import ReadRecord, SourceDocument
    from desktop_app.store.documents import DocumentTable

_JSON = "ctgov-json"
_ESCAPED = b"\\u"


_MOST_UNPACKED = 8_388_608
"""Bytes of documents that are unpacked together, and held until they are looked at."""

_Document = tuple[str, str, bytes]
"""The format of a document, where it came from, and its content."""


class StudyTexts:
    """Reads the documents behind one connection.

    ``read`` reads documents that are not the registry's JSON. What is loaded for documents is
    loaded when the first is read.
    """

    def __init__(
        self,
        connection: apsw.Connection,
        documents: Callable[[], DocumentTable],
        read: Callable[[SourceDocument], ReadRecord],
    ) -> None:
        self._connection = connection
        self._documents = documents
        self._read = read
        # Looked at in several ways, one after the other.
        self._last: tuple[int, _Document | None] | None = None
        self._ahead: dict[int, _Document | None] = {}

    def read_ahead(self, rows: Sequence[int]) -> None:
        """Read the documents of some rows together; others are forgotten."""
        sql = (
            "SELECT s.row, v.format, v.origin, v.id, v.size, d.dictionary_id, d.content "
            "FROM study s JOIN version v ON v.id = s.version_id "
            f"JOIN document d ON d.version_id = v.id WHERE s.row IN ({', '.join(map(str, rows))})"
        )
        self._ahead = {}
        if not rows:
            return
        room = _MOST_UNPACKED
        # A document that finds no room any more is read when its row comes.
        fitting = [
            one for one in self._connection.execute(sql) if (room := room - int(one[4])) >= 0
        ]
        contents = self._documents().unpacked_together([one[3:] for one in fitting])
        for (row, form, origin, *_), content in zip(fitting, contents, strict=True):
            self._ahead[row] = None if content is None else (form, origin, content)

    def source(self, row: int) -> bytes | None:
        """Return the document of a row where it is the registry's JSON."""
        found = self._document(row)
        return found[2] if found is not None and found[0] == _JSON else None

    def folded_source(self, row: int) -> str | None:
        """Return the document of a row, folded; None where texts stand in it in another form."""
        content = self.source(row)
        if content is None or _ESCAPED in content:
            return None
        try:
            return fold(content.decode())
        except UnicodeDecodeError:
            return None

    def of_columns(self, row: int, columns: Sequence[str]) -> list[str]:
        """Return the texts of a row that stand in some columns of the index, of none: in all."""
        from desktop_app.store.finding.passages import passages

        raw = self.record(row)
        if raw is None:
            return []
        return [one.text for one in passages(raw) if not columns or one.column in columns]

    def record(self, row: int) -> JsonObject | None:
        """Return the record of a row as the registry's JSON; None where it cannot be read."""
        from desktop_app.readers.reading import SourceDocument, SourceFormat
        from desktop_app.store.entries.content import raw_record
        from desktop_app.store.prepared import raw_of

        found = self._document(row)
        if found is None:
            return None
        source_format, origin, content = found
        raw = raw_record(content) if source_format == _JSON else None
        if raw is not None:
            return raw
        try:
            return raw_of(self._read(SourceDocument(content, SourceFormat(source_format), origin)))
        except (DesktopAppError, ValueError):
            return None

    def _document(self, row: int) -> _Document | None:
        if self._last is None or self._last[0] != row:
            self._last = row, self._read_document(row)
        return self._last[1]

    def forget(self) -> None:
        """Forget what was read."""
        self._last = None
        self._ahead = {}

    def _read_document(self, row: int) -> _Document | None:
        if row in self._ahead:
            return self._ahead.pop(row)
        found = self._connection.execute(
            "SELECT v.id, v.format, v.origin FROM study s JOIN version v ON v.id = s.version_id "
            "WHERE s.row = ?",
            (row,),
        ).get
        if found is None:
            return None
        version_id, source_format, origin = found
        try:
            return source_format, origin, self._documents().read(version_id)
        except StoreDamagedError:
            return None
