from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from desktop_app.store.similar.asked import Trait
from desktop_app.store.similar.census import Census, Censuses
from desktop_app.store.similar.postings import MOST_POSTINGS, Postings
from desktop_app.store.similar.tokens import CONDITION, number_of
from tests.store.synthetic import open_library, record


def noting(statements: list[str]) -> Callable[[object, str, object], bool]:
    def note(_cursor: object, sql: str, _values: object) -> bool:
        statements.append(sql)
        return True

    return note


class Fixed(Censuses):
    """Always the same census."""

    def __init__(self, census: Census) -> None:
        super().__init__()
        self._census = census

    def of(self, _connection: apsw.Connection) -> Census:
        return self._census


def words(*expressions: str) -> list[Trait]:
    return [Trait(expression, 0, 1.0) for expression in expressions]


def test_a_count_is_known_until_the_library_changes(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.add(record(1))
        with library.another_reader() as reader:
            postings = Postings(reader._reading, Censuses())
            assert postings.about(words('"studi"', '"nowhere"', '"studi"')) == [1, 0, 1]
            statements: list[str] = []
            reader._reading.exec_trace = noting(statements)
            assert postings.about(words('"studi"')) == [1]
            assert not [sql for sql in statements if "MATCH" in sql]
            library.add(record(2))
            assert postings.about(words('"studi"')) == [2]


def test_how_many_have_a_trait_is_counted_without_the_index(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        for number, name in enumerate(("Gout", "Gout", "Measles")):
            library.add(record(number + 1, conditionsModule={"conditions": [name]}))
        with library.another_reader() as reader:
            tokens = [CONDITION[name] for name in ("Gout", "Measles", "Mumps")]
            traits = [Trait(f'"{token}"', number_of(token), 1.0) for token in tokens]
            statements: list[str] = []
            reader._reading.exec_trace = noting(statements)
            assert Postings(reader._reading, Censuses()).about(traits) == [2, 1, 0]
            assert not [sql for sql in statements if "MATCH" in sql]


def test_what_is_known_serves_all_readers_of_a_library(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.add(record(1))
        censuses = Censuses()
        with library.another_reader() as one, library.another_reader() as other:
            census = censuses.of(one._reading)
            assert censuses.of(other._reading) is census
            library.add(record(2))
            assert censuses.of(other._reading).studies == 2


def test_studies_that_are_gone_are_told_where_there_are_few(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        for number in (1, 2):
            library.add(record(number))
        with library.another_reader() as reader:
            censuses = Censuses()
            assert censuses.of(reader._reading).studies == 2
            library.trash().put((1,))
            assert censuses.of(reader._reading).studies == 1


def test_of_many_studies_the_newest_tell_about_how_many_have_a_word() -> None:
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE VIRTUAL TABLE study_text USING fts5(text, content='', detail=none)")
    texts = ("rare" if row % 500 == 0 else "usual" for row in range(1, 9_001))
    connection.executemany("INSERT INTO study_text (text) VALUES (?)", ((text,) for text in texts))
    postings = Postings(connection, Fixed(Census((9_000, 500), 9_000, 6_001, 3_000, {})))
    rare, usual = postings.about(words('"rare"', '"usual"'))
    assert rare == 3 * 6
    assert usual > MOST_POSTINGS


@pytest.mark.parametrize("most", [3, 18, 40])
def test_the_newest_of_few_are_those_of_many(most: int) -> None:
    connection = apsw.Connection(":memory:")
    connection.execute("CREATE VIRTUAL TABLE study_text USING fts5(text, content='', detail=none)")
    connection.executemany("INSERT INTO study_text (text) VALUES (?)", [("rare",)] * 18)
    postings = Postings(connection, Censuses())
    assert postings.newest_of_few('"rare"', most) == postings.newest('"rare"', most)
