from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from desktop_app.errors import StoreError
from desktop_app.store.library import Library
from desktop_app.store.personal import registry_plans
from desktop_app.store.personal.reader import PersonalReader
from desktop_app.store.personal.schema import MIGRATIONS
from desktop_app.store.personal.writer import PersonalWriter
from tests.store.synthetic import open_library

QUERY = '{"condition": "pain"}'


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as library:
        yield library


@pytest.fixture
def reader(library: Library) -> PersonalReader:
    return library.personal


def test_a_search_of_the_registry_is_kept_renamed_and_deleted(
    reader: PersonalReader, writer: PersonalWriter
) -> None:
    writer.perform(registry_plans.save_registry_search(" Pain  trials ", QUERY, 12))
    writer.perform(registry_plans.save_registry_search("Asthma", "{}", 3))
    first, second = reader.registry_searches()
    assert (first.name, first.query, first.total, first.keeps_seen) == (
        "Pain trials",
        QUERY,
        12,
        False,
    )
    with pytest.raises(StoreError, match="taken"):
        writer.perform(registry_plans.rename_registry_search(second.id, "pain TRIALS"))
    writer.perform(registry_plans.rename_registry_search(second.id, "Breath"))
    writer.perform(registry_plans.delete_registry_search(first.id))
    assert [search.name for search in reader.registry_searches()] == ["Breath"]


def test_what_was_seen_comes_back_with_the_search_that_was_deleted(
    reader: PersonalReader, writer: PersonalWriter
) -> None:
    writer.perform(registry_plans.save_registry_search("Pain", QUERY, 2))
    writer.perform(registry_plans.note_run(1, 2, {5: "2026-01-02", 7: "2025-03-04"}))
    before = reader.registry_searches()
    assert before[0].keeps_seen
    back = writer.perform(registry_plans.delete_registry_search(1))
    assert reader.registry_searches() == ()
    assert reader.registry_seen(1) == {}
    writer.apply(back)
    assert reader.registry_searches() == before
    assert reader.registry_seen(1) == {5: "2026-01-02", 7: "2025-03-04"}


def test_a_later_run_replaces_what_was_seen(reader: PersonalReader, writer: PersonalWriter) -> None:
    writer.perform(registry_plans.save_registry_search("Pain", QUERY, 2))
    writer.perform(registry_plans.note_run(1, 2, {5: "2026-01-02", 7: "2025-03-04"}))
    writer.perform(registry_plans.note_run(1, 3, {5: "2026-02-02", 9: "2026-02-04"}))
    assert reader.registry_seen(1) == {5: "2026-02-02", 9: "2026-02-04"}
    writer.perform(registry_plans.note_run(1, 90_000, None))
    assert reader.registry_seen(1) == {}
    assert (reader.registry_searches()[0].total, reader.registry_searches()[0].keeps_seen) == (
        90_000,
        False,
    )
    assert writer.perform(registry_plans.note_run(8, 3, None)) == ()


def test_saving_is_taken_back_with_all_that_was_seen_since(
    reader: PersonalReader, writer: PersonalWriter, path: Path
) -> None:
    back = writer.perform(registry_plans.save_registry_search("Pain", QUERY, 2))
    writer.perform(registry_plans.note_run(1, 1, {5: "2026-01-02"}))
    writer.apply(back)
    assert reader.registry_searches() == ()
    connection = apsw.Connection(str(path))
    assert connection.execute("SELECT count(*) FROM registry_seen").get == 0
    connection.close()


def test_a_file_of_the_version_before_is_brought_up_to_date(tmp_path: Path, path: Path) -> None:
    with open_library(tmp_path):
        pass
    connection = apsw.Connection(str(path))
    connection.execute("DROP TABLE registry_search; DROP TABLE registry_seen")
    connection.execute("INSERT INTO star VALUES (3, 1)")
    connection.pragma("user_version", 1)
    connection.close()
    with open_library(tmp_path) as library:
        assert library.personal.registry_searches() == ()
        assert library.personal_problem is None
    connection = apsw.Connection(str(path))
    assert connection.pragma("user_version") == len(MIGRATIONS)
    assert connection.execute("SELECT count(*) FROM star").get == 1
    connection.close()
