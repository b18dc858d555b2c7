"""Writes which words are common in records: resources/search/common_stems.txt.

Usage, with a folder of records in the registry's JSON, of any size from a thousand on:

    python packaging/common_stems.py RECORDS resources/search/common_stems.txt

The search looks for these words first while one is being typed with which very many begin. Only
how common words are is written, and nothing of a record.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import apsw

from desktop_app.store.entries.content import raw_record
from desktop_app.store.entries.words import study_words
from desktop_app.store.tokenizers import STEMS

_SHORTEST = 4
_LEAST_SHARE = 0.006
_HEAD = "# Stems of words that stand in many records, and in how many of a thousand.\n"


def main() -> int:
    """Read the records and write the stems."""
    records, target = Path(sys.argv[1]), Path(sys.argv[2])
    connection = apsw.Connection(":memory:")
    connection.execute(
        f"CREATE VIRTUAL TABLE t USING fts5(words, content='', detail=column, tokenize='{STEMS}')"
    )
    count = 0
    for text in _texts(records):
        count += 1
        connection.execute("INSERT INTO t (rowid, words) VALUES (?, ?)", (count, text))
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, row)")
    found = connection.execute("SELECT term, doc FROM v ORDER BY term")
    lines = [
        f"{term} {max(1, round(studies * 1000 / count))}\n"
        for term, studies in found
        if studies >= count * _LEAST_SHARE and _is_word(str(term))
    ]
    target.write_text(_HEAD + "".join(lines), encoding="ascii")
    return 0


def _texts(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.json")):
        raw = raw_record(file.read_bytes())
        if raw is not None:
            yield "\n".join(study_words(raw))


def _is_word(term: str) -> bool:
    is_plain = term.isascii() and term.isalpha()
    return is_plain and len(term) >= _SHORTEST and not term.startswith("nct")


if __name__ == "__main__":
    raise SystemExit(main())
