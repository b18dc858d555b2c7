import random
from pathlib import Path

import apsw
import pytest

from desktop_app.store.importing.page_filling import filling_order

PAGE_BYTES = 8_192
MOST_EMPTY = 0.05


def empty_share(path: Path, sizes: list[int], order: list[int]) -> float:
    """Return which share of a table's pages is empty, with documents in an order."""
    connection = apsw.Connection(str(path))
    connection.pragma("page_size", PAGE_BYTES)
    connection.execute(
        "CREATE TABLE document"
        " (version_id INTEGER PRIMARY KEY, dictionary_id INTEGER, content BLOB NOT NULL)"
    )
    rows = ((row, 2, bytes(sizes[at])) for row, at in enumerate(order, start=100_000))
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO document VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    empty, size = connection.execute(
        "SELECT sum(unused), sum(pgsize) FROM dbstat WHERE name = 'document'"
    ).get
    connection.close()
    return float(empty / size)


@pytest.mark.parametrize("sizes", [[], [1], [0, 0], [9_000, 10], [8_148] * 3])
def test_every_document_has_one_place(sizes: list[int]) -> None:
    assert sorted(filling_order(sizes, PAGE_BYTES)) == list(range(len(sizes)))


def test_documents_as_registries_have_them_fill_their_pages(tmp_path: Path) -> None:
    made_up = random.Random(1)
    sizes = [int(made_up.lognormvariate(7.8, 0.9)) for _ in range(2_000)]
    order = filling_order(sizes, PAGE_BYTES)
    assert sorted(order) == list(range(len(sizes)))
    assert empty_share(tmp_path / "ordered", sizes, order) < MOST_EMPTY
    assert empty_share(tmp_path / "as_they_come", sizes, list(range(2_000))) > 2 * MOST_EMPTY
