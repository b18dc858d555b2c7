from collections.abc import Callable
from pathlib import Path

from desktop_app.store.similar.postings import Postings
from tests.store.synthetic import open_library, record


def noting(statements: list[str]) -> Callable[[object, str, object], bool]:
    def note(_cursor: object, sql: str, _values: object) -> bool:
        statements.append(sql)
        return True

    return note


def test_a_count_is_known_until_the_library_changes(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.add(record(1))
        with library.another_reader() as reader:
            postings = Postings(reader._reading)
            assert postings.about(['"studi"', '"nowhere"', '"studi"']) == [1, 0, 1]
            statements: list[str] = []
            reader._reading.exec_trace = noting(statements)
            assert postings.about(['"studi"']) == [1]
            assert not [sql for sql in statements if "MATCH" in sql]
            library.add(record(2))
            assert postings.about(['"studi"']) == [2]
