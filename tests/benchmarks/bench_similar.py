"""How well, and how fast, similar studies are found: on pairs that the records themselves declare.

``python tests/benchmarks/bench_similar.py [FOLDER]`` takes the library of a folder, or one made of
the real records beside the project. A pair are two studies of the library of which the record of
one names the other by its NCT number; in a library of real records, also two that give the same
publication or identifier, of which one half was used for tuning and the other one is printed.
None of that is looked at by what ranks: numbers of studies are no words of it, references and
identifiers are not read.

Beside it stands plain full-text search: the words of brief title and conditions, any of them, the
best by bm25 first, in an index of brief titles and conditions. Asserts nothing.
"""

import itertools
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import apsw

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop_app.readers.detect import reread
from desktop_app.readers.json_values import JsonObject
from desktop_app.readers.reading import ReadRecord
from desktop_app.readers.sources import read_sources
from desktop_app.store.connections import connect_reader
from desktop_app.store.documents import DocumentTable
from desktop_app.store.library import FILE_NAME, Library
from desktop_app.store.similar.finder import SimilarFinder
from desktop_app.store.similar.links import numbers_named
from desktop_app.store.similar.plain_words import plain_word, raw_words
from desktop_app.store.similar.records import RawRecords
from desktop_app.store.similar.told import told
from desktop_app.store.tokenizers import STEMS
from desktop_app.store.words import WordForms
from tests.benchmarks.measuring.tables import Figure, percentile, print_figures

RECORDS = Path(__file__).parents[3] / "shared" / "records"
LIMIT_MS = 50
FIRST = 10
QUERIES = 300
MOST_LOOKED_AT = 40_000
FEW = 5_000
MOST_SHARING = 6
"""What more studies give than these is the background of a field and declares no pair."""

Pairs = Mapping[int, frozenset[int]]
"""For the row of a study, the rows of those that are to be found."""
Rank = Callable[[JsonObject, int], Sequence[int]]
_NUMBER = re.compile(rb"NCT\d{8}")


class Shelf:
    """A library that is only read, by what looks for similar studies."""

    def __init__(self, folder: Path) -> None:
        self.connection = connect_reader(folder / FILE_NAME)
        self.documents = DocumentTable(self.connection)
        self.records = RawRecords(self.connection, self.documents, reread)
        forms = WordForms(self.connection)
        self.finder = SimilarFinder(self.connection, forms.stem, self.records.names_of_row)
        self.rows: dict[int, int] = dict(
            self.connection.execute("SELECT nct_number, row FROM study ORDER BY nct_number")
        )

    def raw(self, row: int) -> JsonObject:
        """Return the record of a row, whole."""
        sql = "SELECT version_id FROM study WHERE row = ?"
        return self.records.of_version(self.connection.execute(sql, (row,)).get) or {}


def declared(shelf: Shelf) -> Pairs:
    """Return pairs of which one record names the other, of some of the studies."""
    rows = list(shelf.rows.values())
    random.Random(3).shuffle(rows)
    pairs: dict[int, frozenset[int]] = {}
    for row in rows[:MOST_LOOKED_AT]:
        sql = "SELECT version_id FROM study WHERE row = ?"
        content = shelf.documents.read(shelf.connection.execute(sql, (row,)).get)
        if len(set(_NUMBER.findall(content.upper()))) > 1:
            named = numbers_named(shelf.raw(row)) & shelf.rows.keys()
            if named:
                pairs[row] = frozenset(shelf.rows[number] for number in named)
        if len(pairs) >= QUERIES:
            break
    return pairs


def with_the_other_way(pairs: Pairs) -> Pairs:
    """Return pairs in both directions."""
    both: dict[int, set[int]] = defaultdict(set)
    for one, others in pairs.items():
        for other in others:
            both[one].add(other)
            both[other].add(one)
    return {row: frozenset(others) for row, others in both.items()}


def sharing(shelf: Shelf, known: Pairs) -> Pairs:
    """Return pairs that give the same publication, identifier or study that is not held."""
    givers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in shelf.rows.values():
        for given in _given(shelf.raw(row)):
            givers[given].add(row)
    pairs: dict[int, set[int]] = defaultdict(set)
    for rows in givers.values():
        if len(rows) <= MOST_SHARING:
            for one, other in itertools.permutations(rows, 2):
                if other not in known.get(one, ()):
                    pairs[one].add(other)
    return {row: frozenset(others) for row, others in pairs.items()}


def _given(raw: JsonObject) -> Iterator[tuple[str, str]]:
    protocol: dict[str, Any] = raw.get("protocolSection", {})
    for reference in protocol.get("referencesModule", {}).get("references", ()):
        if reference.get("pmid"):
            yield "pmid", reference["pmid"]
    for identifier in protocol.get("identificationModule", {}).get("secondaryIdInfos", ()):
        if identifier.get("id"):
            yield "id", identifier["id"].strip().upper()
    for number in numbers_named(raw):
        yield "nct", str(number)


def other_half(shelf: Shelf, pairs: Pairs, direct: Pairs) -> Pairs:
    """Return the pairs of that half of the studies which nothing was tuned on."""
    rows = [row for row in shelf.rows.values() if row in pairs or row in direct]
    random.Random(1).shuffle(rows)
    return {row: pairs[row] for row in rows[len(rows) // 2 :] if row in pairs}


def plain_search(shelf: Shelf) -> Rank:
    """Return what ranks by bm25, the words of brief titles and conditions in an index of theirs."""
    index = apsw.Connection("")
    index.execute(
        f"CREATE VIRTUAL TABLE plain USING fts5(title, conditions, content='', tokenize='{STEMS}')"
    )
    texts = shelf.connection.execute("SELECT row, brief_title, conditions FROM study ORDER BY row")
    with index:
        index.executemany("INSERT INTO plain (rowid, title, conditions) VALUES (?, ?, ?)", texts)

    def rank(raw: JsonObject, most: int) -> Sequence[int]:
        one = told(raw)
        words = dict.fromkeys(raw_words(" ".join(one.titles[:1] + one.conditions)))
        match = " OR ".join(f'"{word}"' for word in words if plain_word(word))
        sql = "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?"
        return [row for (row,) in index.execute(sql, (match, most))] if match else []

    return rank


def recall(shelf: Shelf, pairs: Pairs, rank: Rank) -> float:
    """Return which part of the pairs is among the first, in per cent."""
    found = 0
    for row, wanted in pairs.items():
        first = [one for one in rank(shelf.raw(row), FIRST + 1) if one != row][:FIRST]
        found += len(wanted.intersection(first))
    return 100 * found / max(1, sum(map(len, pairs.values())))


def print_recall(shelf: Shelf, named: Mapping[str, Pairs]) -> None:
    """Print how many of some pairs are found, beside plain full-text search."""
    plain = plain_search(shelf)
    figures = []
    for name, pairs in named.items():
        count = sum(map(len, pairs.values()))
        figures.append(
            Figure(
                f"{name}: {count} pairs",
                recall(shelf, pairs, shelf.finder.ranked),
                "% found",
                recall(shelf, pairs, plain),
                is_least=True,
            )
        )
    title = f"Recall at {FIRST} in {len(shelf.rows):,} studies; the limit is plain full-text search"
    print_figures(title, figures)


def print_times(shelf: Shelf, rows: Iterable[int]) -> None:
    """Print how long it takes to find the first similar studies with all their reasons."""
    taken, worked = [], []
    records = [shelf.raw(row) for row in rows]
    for raw in records:
        start, work = time.perf_counter(), time.thread_time()
        shelf.finder.find(raw, FIRST)
        taken.append((time.perf_counter() - start) * 1_000)
        worked.append((time.thread_time() - work) * 1_000)
    print_figures(
        f"Similar studies of {len(shelf.rows):,}, with what is tied to them and all reasons",
        (
            Figure("p50", percentile(taken, 0.5), "ms"),
            Figure("p95", percentile(taken, 0.95), "ms", LIMIT_MS),
            Figure("p50 of work", percentile(worked, 0.5), "ms"),
            Figure("p95 of work", percentile(worked, 0.95), "ms", LIMIT_MS),
        ),
    )


def measure(folder: Path) -> None:
    """Print how well and how fast similar studies are found in the library of a folder."""
    shelf = Shelf(folder)
    direct = declared(shelf)
    named = {"one names the other": direct}
    if len(shelf.rows) <= FEW:
        direct = with_the_other_way(direct)
        named = {
            "one names the other, both ways": direct,
            "the same publication or identifier": other_half(shelf, sharing(shelf, direct), direct),
        }
    print_recall(shelf, named)
    rows = list(shelf.rows.values())
    print_times(shelf, random.Random(5).sample(rows, min(QUERIES, len(rows))))
    shelf.connection.close()


def measure_real_records() -> None:
    """Make a library of the real records, and measure it."""
    folders = [RECORDS / name for name in ("ctgov_json", "ctgov_containers", "ctgov_xml")]
    with tempfile.TemporaryDirectory() as name:
        readings = read_sources(folders)
        with Library.open(Path(name), reader=reread) as library:
            for _ in library.add_all(one for one in readings if isinstance(one, ReadRecord)):
                pass
        measure(Path(name))


def main() -> None:
    """Measure what is asked for."""
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
    elif RECORDS.is_dir():
        measure_real_records()
    else:
        print(f"There are no records in {RECORDS}; name the folder of a library.")


if __name__ == "__main__":
    main()
