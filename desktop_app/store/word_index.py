"""The index of words: one entry for the current version of each study, under its summary's key.

The index holds no text, only which words stand in which column of which study: the text is in the
source document.
"""

import apsw

from desktop_app.store.study_text import COLUMNS, Texts
from desktop_app.store.tokenizers import STEMS

DERIVED_SCHEMA = (
    f"""
    CREATE VIRTUAL TABLE study_text USING fts5(
        {", ".join(COLUMNS)},
        content='', contentless_delete=1, detail=column, prefix='1 2 3', tokenize='{STEMS}'
    )
    """,
)
DERIVED_TABLES = ("study_text",)

_INSERT = (
    f"INSERT INTO study_text (rowid, {', '.join(COLUMNS)}) "
    f"VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"
)


def insert_words(connection: apsw.Connection, row: int, texts: Texts) -> None:
    """Index the words of a study; cheap only for keys that ascend within a transaction."""
    connection.execute(_INSERT, (row, *texts))


def delete_words(connection: apsw.Connection, row: int) -> None:
    """Forget the words of a study."""
    connection.execute("DELETE FROM study_text WHERE rowid = ?", (row,))
