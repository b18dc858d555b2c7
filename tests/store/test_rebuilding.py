"""Building the derived tables again by several processes."""

import os
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from desktop_app.readers.detect import reread
from desktop_app.readers.reading import ReadRecord, SourceDocument
from desktop_app.store import derived
from desktop_app.store.importing.processes import Workers
from desktop_app.store.library import FILE_NAME, Library
from desktop_app.store.rebuilding import preparing
from desktop_app.store.rebuilding.messages import PreparedGroup
from tests.store.importing.running import run
from tests.store.importing.sources import registry_zip

STUDIES = 450
Table = list[tuple[object, ...]]
DAMAGE = """
UPDATE document SET content = x'00'
WHERE version_id = (SELECT id FROM version WHERE nct_number = 77)
"""
TABLES = (
    "SELECT nct_number, version_id, brief_title, record_date FROM study ORDER BY row",
    "SELECT * FROM reading ORDER BY version_id",
    "SELECT nct_number, packed FROM facet JOIN study USING (row) ORDER BY nct_number",
)


@pytest.fixture
def filled(folder: Path, tmp_path: Path) -> Path:
    """A library of studies, some with two versions, one of them damaged."""
    run(folder, registry_zip(tmp_path / "first.zip", range(1, STUDIES + 1), words="of old"))
    run(folder, registry_zip(tmp_path / "second.zip", range(40, 60), words="of new"))
    connection = apsw.Connection(str(folder / FILE_NAME))
    connection.execute(DAMAGE)
    connection.close()
    with Library.open(folder, reader=reread) as library:
        # Once, so that what is damaged is known as such.
        library.upkeep().rebuild(lambda done, total: None)
    return folder


def tables(folder: Path) -> list[Table]:
    connection = apsw.Connection(str(folder / FILE_NAME))
    try:
        return [connection.execute(sql).fetchall() for sql in TABLES]
    finally:
        connection.close()


def refuse(document: SourceDocument) -> ReadRecord:
    raise AssertionError("nothing is to be read by this process")


def rebuild(
    folder: Path,
    tell: Callable[[int, int], None],
    reader: Callable[[SourceDocument], ReadRecord] = reread,
) -> None:
    with Library.open(folder, reader=reader) as library:
        library.upkeep().rebuild(tell)


def test_several_processes_build_what_one_builds(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(filled)
    monkeypatch.setattr(derived, "MANY_STUDIES", 1)
    told: list[tuple[int, int]] = []
    rebuild(filled, lambda done, total: told.append((done, total)), refuse)
    assert [sorted(map(str, table)) for table in tables(filled)] == [
        sorted(map(str, table)) for table in before
    ]
    assert told[-1] == (STUDIES, STUDIES)
    with Library.open(filled, reader=reread) as library:
        assert library.count_matches("old") == STUDIES - 21
        assert library.count_matches("new") == 20


def test_what_a_lost_process_leaves_is_done_without_it(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(filled)
    monkeypatch.setattr(derived, "MANY_STUDIES", 1)
    monkeypatch.setattr(preparing, "_STUDIES_TOGETHER", 100)
    begin = Workers.begin

    def begin_and_kill(workers: Workers[PreparedGroup], job_of: Callable[[int], object]) -> None:
        begin(workers, job_of)
        os.kill(workers.process_ids[-1], 9)

    monkeypatch.setattr(Workers, "begin", begin_and_kill)
    rebuild(filled, lambda done, total: None)
    assert [len(table) for table in tables(filled)] == [len(table) for table in before]


def test_a_rebuilding_by_several_is_stopped_and_goes_on(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(filled)
    monkeypatch.setattr(derived, "MANY_STUDIES", 1)
    monkeypatch.setattr(preparing, "_STUDIES_TOGETHER", 100)
    told: list[int] = []

    def stop_at_200(done: int, total: int) -> None:
        if done >= 200:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(filled, stop_at_200)
    with Library.open(filled, reader=reread, progress=lambda done, total: told.append(done)):
        assert told[0] >= 200
        assert told[-1] == STUDIES
    assert [len(table) for table in tables(filled)] == [len(table) for table in before]
