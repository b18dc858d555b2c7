"""What nothing that imports studies can do without, each alone, on one core."""

import os
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import apsw
import zstandard
from pydantic_core import from_json

from tests.benchmarks.measuring.tables import Figure

MOST = 10_000
_DICTIONARY_BYTES = 65_536
_TRAINED_WITH = 1_000


def floors(path: Path) -> list[Figure]:
    """Return how many studies a second each of the floors takes, on a sample of a zip."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        names = names[:: max(1, len(names) // MOST)][:MOST]
        start = time.perf_counter()
        documents = [archive.read(name) for name in names]
        reading = time.perf_counter() - start
    count = len(documents)
    texts = ["\n".join(_texts(from_json(document))) for document in documents]
    pack = _compressor(documents)
    works: dict[str, Callable[[], object]] = {
        "reading and parsing": lambda: [from_json(document) for document in documents],
        "compression": lambda: [pack(document) for document in documents],
        "bare index of words (FTS5)": lambda: _index(texts),
    }
    seconds = {name: _timed(work) for name, work in works.items()}
    seconds["reading and parsing"] += reading
    figures = [
        Figure(f"{name} alone", count / taken, "studies/s") for name, taken in seconds.items()
    ]
    figures.append(
        Figure("all three, one after the other", count / sum(seconds.values()), "studies/s")
    )
    figures.append(Figure("bytes of a study as given", sum(map(len, documents)) / count, "bytes"))
    return figures


def machine() -> list[Figure]:
    """Return what the machine does just now: all other figures go up and down with it."""
    counted = _timed(lambda: sum(number * number % 7 for number in range(2_000_000)))
    rows = [(number, str(number)) for number in range(300_000)]
    return [
        Figure("processes that want a core", os.getloadavg()[0], "of them", os.cpu_count() or 1),
        Figure("plain Python, one core", 2 / counted, "million steps/s"),
        Figure("rows into SQLite in memory", 0.3 / _timed(lambda: _rows(rows)), "million rows/s"),
    ]


def _rows(rows: Sequence[tuple[int, str]]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t(a INTEGER PRIMARY KEY, b)")
    connection.executemany("INSERT INTO t VALUES (?, ?)", rows)
    connection.close()


def _compressor(documents: Sequence[bytes]) -> Callable[[bytes], bytes]:
    """Return what compresses a document alone, with a dictionary, at the quickest level."""
    sample: list[bytes | bytearray | memoryview] = [*documents[:_TRAINED_WITH]]
    dictionary = zstandard.train_dictionary(_DICTIONARY_BYTES, sample) if len(sample) > 50 else None
    return zstandard.ZstdCompressor(level=1, dict_data=dictionary).compress


def _index(texts: Sequence[str]) -> None:
    """Index each study in one column and all in one transaction: nothing could do with less."""
    with tempfile.TemporaryDirectory() as folder:
        connection = apsw.Connection(str(Path(folder) / "bare.sqlite3"))
        connection.execute(
            "CREATE VIRTUAL TABLE t USING fts5(a, content='', detail=column,"
            " tokenize='porter unicode61 remove_diacritics 2')"
        )
        with connection:
            connection.executemany("INSERT INTO t(a) VALUES (?)", ((text,) for text in texts))
        connection.close()


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
