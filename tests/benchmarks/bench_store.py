"""How fast the library takes in and finds studies, and how large it becomes.

``python tests/benchmarks/bench_store.py [STUDIES]`` takes the real records beside the project and,
beyond their number, the same ones under other numbers and dates. Prints tables; asserts nothing.
"""

import dataclasses
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import apsw

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.library import Library
from desktop_app.store.prepared import PreparedRecord, prepare
from desktop_app.store.search import SearchOrder
from desktop_app.study.dates import PartialDate
from desktop_app.study.nct_numbers import format_nct_id
from desktop_app.study.study import Study

RECORDS = Path(__file__).parents[3] / "shared" / "records" / "ctgov_json"
QUERIES = (
    "", "s", "st", "stu", "study", "p", "pa", "pain ", "hypertensi", "COVID-19 vaccin",
    "breast cancer randomized", "Sjögren", "SARS", "nct0", "NCT05", "NCT0381", "zzzz",
)  # fmt: skip


def read(document: SourceDocument) -> ReadRecord:
    """Read a record in the registry's JSON."""
    return ReadRecord(Study.model_validate_json(document.content), document)


def documents() -> list[SourceDocument]:
    """Return the real records."""
    return [
        SourceDocument(path.read_bytes(), SourceFormat.CTGOV_JSON, path.name)
        for path in sorted(RECORDS.glob("*.json"))
    ]


def multiplied(records: Sequence[PreparedRecord], count: int) -> Iterator[PreparedRecord]:
    """Yield as many studies as asked for, later ones more often, as in the registry."""
    chance = random.Random(1)
    for number in range(1, count + 1):
        record = chance.choice(records)
        year = 2026 - int(min(20.0, chance.expovariate(1 / 6)))
        date = PartialDate(year, chance.randint(1, 12), chance.randint(1, 28))
        yield dataclasses.replace(
            record,
            nct_number=number * 12,
            texts=(format_nct_id(number * 12), *record.texts[1:]),
            summary=dataclasses.replace(record.summary, record_date=date),
        )


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def add(folder: Path, records: Iterable[ReadRecord | PreparedRecord]) -> Path:
    """Add records to a new library and return its file."""
    with Library.open(folder, reader=read) as library:
        for _ in library.add_all(records):
            pass
        return library.path


def bare_index(path: Path, records: Sequence[PreparedRecord]) -> None:
    """Do what no library could do without: index the same texts, in one column and transaction."""
    connection = apsw.Connection(str(path))
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(a, content='', detail=column, prefix='1 2 3', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    with connection:
        connection.executemany(
            "INSERT INTO t(a) VALUES (?)", (("\n".join(record.texts),) for record in records)
        )
    connection.close()


def table(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table."""
    print(f"\n{title}\n")
    lines = [list(header), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))


def compare_adding(folder: Path) -> list[PreparedRecord]:
    """Print how long each part of adding takes, against the index alone."""
    found = documents()
    parsed = [read(document) for document in found]
    prepared = [prepare(record) for record in parsed]
    works: dict[str, Callable[[], object]] = {
        "bare index of the words": lambda: bare_index(folder / "bare.sqlite3", prepared),
        "bytes to study, no library": lambda: [read(document) for document in found],
        "study to prepared record": lambda: [prepare(record) for record in parsed],
        "add prepared records": lambda: add(folder / "prepared", prepared),
        "add studies": lambda: add(folder / "parsed", parsed),
        "add from bytes": lambda: add(folder / "bytes", map(read, found)),
        "add again, nothing new": lambda: add(folder / "parsed", parsed),
    }
    seconds = {name: timed(work) for name, work in works.items()}
    floor = seconds["bare index of the words"]
    table(
        f"Adding {len(found):,} real records, one process",
        ("what", "studies/s", "× bare index"),
        [(n, f"{len(found) / s:,.0f}", f"{s / floor:.2f}") for n, s in seconds.items()],
    )
    return prepared


def compare_sizes(path: Path, records: Sequence[PreparedRecord], count: int) -> None:
    """Print what takes how much room, against the documents as they are found."""
    connection = apsw.Connection(str(path))
    tables = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    connection.close()
    raw = statistics.mean(len(record.document.content) for record in records)
    sizes = {
        "source documents": tables["document"] + tables["dictionary"],
        "index of words": sum(v for k, v in tables.items() if str(k).startswith("study_text")),
        "the whole file": path.stat().st_size,
    }
    table(
        f"Room for a study, of {raw:,.0f} bytes as found, in a library of {count:,}",
        ("what", "bytes/study", "× as found"),
        [(n, f"{s / count:,.0f}", f"{s / count / raw:.3f}") for n, s in sizes.items()],
    )


def compare_searching(folder: Path, count: int) -> None:
    """Print how long searches take, against the first rows of the list of all studies."""
    opening = timed(lambda: Library.open(folder, reader=read).close())
    with Library.open(folder, reader=read) as library:

        def best(work: Callable[[], object]) -> float:
            return min(timed(work) for _ in range(5)) * 1_000

        floor = best(lambda: library.summaries(limit=50))
        rows = []
        for query in QUERIES:
            first = timed(lambda query=query: library.search(query, limit=50)) * 1_000  # type: ignore[misc]
            newest = best(lambda query=query: library.search(query, limit=50))  # type: ignore[misc]
            ranked = best(
                lambda query=query: library.search(query, order=SearchOrder.RELEVANCE, limit=50)  # type: ignore[misc]
            )
            counting = best(lambda query=query: library.count_matches(query))  # type: ignore[misc]
            found = library.count_matches(query)
            rows.append(
                (
                    repr(query), f"{found:,}", f"{first:.1f}", f"{newest:.1f}",
                    f"{newest / floor:.1f}", f"{ranked:.1f}", f"{counting:.1f}",
                )
            )  # fmt: skip
        far = best(lambda: library.summaries(offset=count - 60, limit=50))
    table(
        f"Searching {count:,} studies, milliseconds for 50 rows; opening took {opening * 1e3:.0f}, "
        f"the end of the list {far:.1f}",
        ("query", "found", "first time", "newest", "× list", "ranked", "counted"),
        rows,
    )


def main() -> None:
    """Run everything."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepared = compare_adding(folder)
        library = folder / "prepared"
        if count > len(prepared):
            library = folder / "multiplied"
            records = itertools.islice(multiplied(prepared, count), count)
            seconds = timed(lambda: add(library, records))
            print(f"\n{count:,} studies made of them: {count / seconds:,.0f} a second")
        count = max(count, len(prepared))
        compare_sizes(library / "library.sqlite3", prepared, count)
        compare_searching(library, count)


if __name__ == "__main__":
    main()
