from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreDamagedError, StoreTooNewError
from desktop_app.readers.reading import ReadRecord
from desktop_app.store.adding import Outcome
from desktop_app.store.library import Library
from tests.store.synthetic import open_library, record

WORDS = "In this study adults with asthma breathe through a device that measures their breath. "


def many(start: int, stop: int) -> list[ReadRecord]:
    return [
        record(number, descriptionModule={"briefSummary": f"{WORDS * 9}{number * 7919}"})
        for number in range(start, stop)
    ]


def rows(library: Library, sql: str) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(library.path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def change(path: Path, sql: str) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(sql)
    connection.close()


def test_few_documents_have_no_dictionary(library: Library) -> None:
    list(library.add_all(many(1, 50)))
    assert rows(library, "SELECT count(*) FROM dictionary") == [(0,)]
    assert rows(library, "SELECT DISTINCT dictionary_id FROM document") == [(None,)]


def test_many_documents_share_a_dictionary_of_their_own(library: Library) -> None:
    list(library.add_all(many(1, 120)))
    list(library.add_all(many(120, 260)))
    assert rows(library, "SELECT id, documents FROM dictionary") == [(1, 259)]
    assert rows(library, "SELECT dictionary_id, count(*) FROM document GROUP BY 1 ORDER BY 1") == [
        (None, 119),
        (1, 140),
    ]
    ((without, with_it),) = rows(
        library,
        "SELECT avg(length(content)) FILTER (WHERE dictionary_id IS NULL), "
        "avg(length(content)) FILTER (WHERE dictionary_id = 1) FROM document",
    )
    assert isinstance(without, float)
    assert isinstance(with_it, float)
    assert with_it < without / 2


def test_documents_of_every_dictionary_come_back_byte_for_byte(folder: Path) -> None:
    given = many(1, 1_400)
    with open_library(folder) as library:
        list(library.add_all(given, batch_size=100))
        assert rows(library, "SELECT count(*) FROM dictionary") == [(2,)]
    with open_library(folder) as library:
        for number in (1, 150, 301, 1_399):
            stored = library.get(f"NCT{number:08d}")
            assert stored is not None
            assert stored.document == given[number - 1].document
        assert library.check() == ()


def test_a_dictionary_is_made_anew_once_and_no_more(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So little that few documents are samples.
    monkeypatch.setattr("desktop_app.store.documents._SAMPLE_BYTES", 150_000)
    list(library.add_all(many(1, 2_000), batch_size=100))
    assert rows(library, "SELECT documents FROM dictionary") == [(200,), (1_000,)]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE document SET content = x'00'",
        "UPDATE document SET content = substr(content, 1, length(content) - 9)",
        "UPDATE version SET sha256 = zeroblob(32)",
        "UPDATE version SET size = size + 1",
        "DELETE FROM document",
    ],
)
def test_a_damaged_document_is_told_of_and_never_shown(folder: Path, damage: str) -> None:
    with open_library(folder) as library:
        library.add(record())
    change(folder / "library.sqlite3", damage)
    with open_library(folder) as library:
        with pytest.raises(StoreDamagedError, match=r"source document number 1 .* is damaged"):
            library.get("NCT00000001")
        assert library.summaries(limit=5)[0].nct_id == "NCT00000001"
        assert len(library.check()) == 1


def test_a_document_in_a_form_of_the_future_is_told_of(folder: Path) -> None:
    with open_library(folder) as library:
        library.add(record())
    change(folder / "library.sqlite3", "UPDATE version SET format = 'holographic'")
    with open_library(folder) as library:
        with pytest.raises(StoreTooNewError, match="holographic"):
            library.get("NCT00000001")
        assert library.count() == 1


@pytest.mark.parametrize("is_listed", [True, False])
def test_a_damaged_document_is_mended_by_importing_it_again(folder: Path, is_listed: bool) -> None:
    with open_library(folder) as library:
        library.add(record())
        library.add(record(2))
    change(folder / "library.sqlite3", "UPDATE document SET content = x'00' WHERE version_id = 1")
    with open_library(folder) as library:
        if not is_listed:
            library.upkeep().rebuild(lambda done, total: None)
        assert library.add(record()).outcome is Outcome.SAME
        stored = library.get("NCT00000001")
        assert stored is not None
        assert stored.document.content == record().document.content
        assert len(library.versions("NCT00000001")) == 1
        assert library.count_matches("asthma") == 2
        assert library.check() == ()


def test_what_is_damaged_does_not_keep_others_from_being_added(folder: Path) -> None:
    with open_library(folder) as library:
        list(library.add_all(many(1, 150)))
    change(folder / "library.sqlite3", "UPDATE document SET content = x'00' WHERE version_id = 1")
    with open_library(folder) as library:
        list(library.add_all(many(150, 260)))
        assert library.count() == 259
        assert rows(library, "SELECT count(*) FROM dictionary") == [(1,)]


def test_a_lost_dictionary_is_told_of(folder: Path) -> None:
    with open_library(folder) as library:
        list(library.add_all(many(1, 260)))
    change(folder / "library.sqlite3", "PRAGMA foreign_keys = OFF; DELETE FROM dictionary")
    with open_library(folder) as library, pytest.raises(StoreDamagedError, match="is damaged"):
        library.get("NCT00000250")
