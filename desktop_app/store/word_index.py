"""The index of words: one entry for the current version of each study, under its summary's key.

The index holds no text, only which words stand in which column of which study: the text is in the
source document. Two columns hold tokens that no text has: see TOKEN_COLUMNS.
"""

from collections.abc import Iterable

import apsw

from desktop_app.store.columns import COLUMNS, TOKEN_COLUMNS
from desktop_app.store.summaries import KeyedEntry
from desktop_app.store.tokenizers import STEMS

_ALL = (*COLUMNS, *TOKEN_COLUMNS)

_MEMORY_BYTES = 67_108_864
KEEP_IN_MEMORY = f"INSERT INTO study_text (study_text, rank) VALUES ('hashsize', {_MEMORY_BYTES})"
"""Lets the index keep the words of that many bytes in memory until a transaction ends.

With less, it writes many small parts, which it has to merge time and again.
"""

DERIVED_SCHEMA = (
    f"""
    CREATE VIRTUAL TABLE study_text USING fts5(
        {", ".join(_ALL)},
        content='', contentless_delete=1, detail=column, tokenize='{STEMS}'
    )
    """,
    KEEP_IN_MEMORY,
)
DERIVED_TABLES = ("study_text",)

_INSERT = (
    f"INSERT INTO study_text (rowid, {', '.join(_ALL)}) VALUES ({', '.join('?' * (len(_ALL) + 1))})"
)


def insert_words(connection: apsw.Connection, new: Iterable[KeyedEntry]) -> None:
    """Index the words of studies; cheap only for keys that ascend within a transaction."""
    connection.executemany(
        _INSERT,
        ((row, *entry.texts, entry.starts, entry.features) for row, entry, _version_id in new),
    )


def delete_words(connection: apsw.Connection, row: int) -> None:
    """Forget the words of a study."""
    connection.execute("DELETE FROM study_text WHERE rowid = ?", (row,))
