import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
import zstandard

from desktop_app.errors import ExportError, RecordFormatError, StoreTooNewError
from desktop_app.readers.reading import Rejected
from desktop_app.store.exchange.format import is_exchange_file
from desktop_app.store.exchange.personal_rows import dump_of
from desktop_app.store.exchange.reading import open_exchange
from desktop_app.store.library import Library
from desktop_app.store.personal.exchange import Dump, DumpedStudy, dump, load
from desktop_app.store.personal.writer import PersonalWriter
from desktop_app.store.upkeep import Upkeep
from tests.store.exchange.ways import EITHER_WAY, Bring, Brought
from tests.store.synthetic import open_library, read_json, record


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def upkeep_of(library: Library) -> Upkeep:
    return Upkeep(library.path, library.personal_path, read_json)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "shared.triallibrary"


@pytest.fixture
def filled(library: Library) -> Library:
    list(library.add_all(record(number, origin="/home/anna/a.json") for number in range(1, 8)))
    library.add(record(3, "2025-02-02", origin="C:\\Users\\anna\\b.zip"))
    studies = (
        DumpedStudy(3, starred_at=5, tags=("maybe",), note="Ask Anna", note_changed_at=6),
        DumpedStudy(6, own_status="screening", own_status_changed_at=7),
    )
    dumped = Dump(studies, (("maybe", "red"),), (("Mine", (3, 4)),), (("All", "asthma"),))
    writer = PersonalWriter(library.personal_path)
    writer.perform(load(dumped))
    writer.close()
    return library


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "other") as library:
        yield library


def merge(path: Path, library: Library) -> tuple[list[str], list[Rejected]]:
    rejected: list[Rejected] = []
    with open_exchange(path) as file:
        added = upkeep_of(library).merge(file, library.add_all, rejected, no_progress)
        return [one.nct_id for one in added], rejected


def test_a_library_comes_whole_to_another_computer(
    filled: Library, other: Library, target: Path
) -> None:
    upkeep = upkeep_of(filled)
    assert upkeep.export(target, "All", None, no_progress, with_personal=True) == 7
    assert is_exchange_file(target)
    with open_exchange(target) as file:
        outline = upkeep_of(other).outline(file)
        assert (outline.new, outline.other, outline.documents) == (7, 0, 8)
        assert outline.about.title == "All"
        added, rejected = merge(target, other)
        writer = PersonalWriter(other.personal_path)
        undo = writer.perform(load(outline.personal))
    assert (len(added), rejected) == (8, [])
    for nct_id in added:
        ours, theirs = filled.versions(nct_id), other.versions(nct_id)
        assert [one.sha256 for one in ours] == [one.sha256 for one in theirs]
        assert [one.origin for one in ours] == [one.origin for one in theirs]
    with other.another_reader() as reader:
        assert dump(reader._reading, None) == outline.personal
        writer.apply(undo)
        assert dump(reader._reading, None) == Dump()
    with open_exchange(target) as file:
        assert upkeep_of(other).outline(file).documents == 0


def test_some_studies_are_shared_without_what_belongs_to_the_person(
    filled: Library, other: Library, target: Path
) -> None:
    upkeep_of(filled).export(target, "Two", {3, 5}, no_progress, with_personal=False)
    other.add(record(3, origin="/home/anna/a.json"))
    with open_exchange(target) as file:
        outline = upkeep_of(other).outline(file)
    assert (outline.new, outline.other, outline.documents) == (1, 1, 2)
    assert outline.personal == Dump()
    content = target.read_bytes()
    assert b"anna" not in content
    assert b"Anna" not in content
    merge(target, other)
    assert other.versions("NCT00000003")[0].origin == "b.zip"


def test_both_notes_are_kept(filled: Library, other: Library, target: Path) -> None:
    upkeep_of(filled).export(target, "", None, no_progress, with_personal=True)
    writer = PersonalWriter(other.personal_path)
    writer.perform(load(Dump((DumpedStudy(3, note="My own", note_changed_at=1),))))
    with open_exchange(target) as file:
        writer.perform(load(file.personal()))
    with other.another_reader() as reader:
        note = dump(reader._reading, {3}).studies[0].note
    assert "My own" in note
    assert "Ask Anna" in note


def test_an_export_that_is_stopped_leaves_the_file_of_before(filled: Library, target: Path) -> None:
    def stop(done: int, _total: int) -> None:
        raise KeyboardInterrupt

    target.write_text("of before")
    with pytest.raises(KeyboardInterrupt):
        upkeep_of(filled).export(target, "", None, stop, with_personal=False)
    assert target.read_text() == "of before"
    assert [file.name for file in target.parent.glob("shared*")] == [target.name]
    with pytest.raises(ExportError, match="cannot be written"):
        upkeep_of(filled).export(target / "below", "", None, no_progress, with_personal=False)


def tampered(path: Path, *statements: str | tuple[str, tuple[object, ...]]) -> Path:
    connection = apsw.Connection(str(path))
    for statement in statements:
        if isinstance(statement, str):
            connection.execute(statement)
        else:
            connection.execute(*statement)
    connection.close()
    return path


@pytest.fixture
def shared(filled: Library, target: Path) -> Path:
    upkeep_of(filled).export(target, "", None, no_progress, with_personal=True)
    return target


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER one AFTER INSERT ON about BEGIN SELECT 1; END",
        "CREATE TABLE more (a)",
        "DROP TABLE personal",
        "ALTER TABLE document ADD COLUMN more TEXT AS (hex(zeroblob(1000000)))",
        "CREATE INDEX one ON document (hex(zeroblob(100)))",
        "PRAGMA application_id = 5",
    ],
)
def test_a_file_with_other_tables_is_refused(shared: Path, statement: str) -> None:
    path = tampered(shared, statement)
    told = r"shared\.triallibrary is damaged, or is no"
    with pytest.raises(RecordFormatError, match=told), open_exchange(path):
        pass


def test_a_file_of_a_newer_version_is_refused(shared: Path) -> None:
    path = tampered(shared, "PRAGMA user_version = 2")
    with pytest.raises(StoreTooNewError, match="newer version"), open_exchange(path):
        pass


BOMB = zstandard.ZstdCompressor().compress(bytes(200_000_000))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET sha256 = zeroblob(32) WHERE id = 1",
        "UPDATE document SET size = 3 WHERE id = 1",
        "UPDATE document SET size = -1 WHERE id = 1",
        "UPDATE document SET size = 1 << 40 WHERE id = 1",
        "UPDATE document SET format = 'exe' WHERE id = 1",
        "UPDATE document SET dictionary_id = 77, content = x'28b52ffd' WHERE id = 1",
        "UPDATE document SET content = zeroblob(5000) WHERE id = 1",
        ("UPDATE document SET content = ?, size = 200000000 WHERE id = 1", (BOMB,)),
        ("UPDATE document SET content = ?, size = 2000 WHERE id = 1", (BOMB,)),
    ],
)
@EITHER_WAY
def test_a_document_that_is_not_what_it_is_said_to_be_costs_only_itself(
    shared: Path, other: Library, statement: str, bring: Bring
) -> None:
    brought = bring(tampered(shared, statement), other)
    assert brought.versions == 7
    assert len(brought.rejected) == 1


@EITHER_WAY
def test_the_number_in_a_document_counts(shared: Path, other: Library, bring: Bring) -> None:
    path = tampered(shared, "UPDATE document SET nct_number = 99999 WHERE id = 1")
    bring(path, other)
    assert other.get("NCT00099999") is None
    assert other.get("NCT00000001") is not None


@EITHER_WAY
def test_a_folder_in_a_name_leads_nowhere(shared: Path, other: Library, bring: Bring) -> None:
    path = tampered(shared, "UPDATE document SET origin = '../../etc/passwd' || char(0) || 'x'")
    assert bring(path, other) == Brought(8)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "nonsense",
        '{"nct_number": "x"}',
        '{"nct_number": true, "note": "a"}',
        '{"nct_number": 123456789}',
        "[" * 100_000,
        '{"nct_number": ' + "9" * 10_000 + "}",
    ],
)
def test_what_belongs_to_the_person_is_not_believed_either(content: str) -> None:
    for kind in ("study", "tag", "collection", "search", "more"):
        assert dump_of([(kind, content)]) == Dump()


def test_odd_values_are_passed_over_and_the_rest_is_taken() -> None:
    values = {
        "nct_number": 5,
        "starred_at": -4,
        "tags": ["a", 3, "", "A", None],
        "note": "x\ud800",
        "own_status": 7,
    }
    found = dump_of([("study", json.dumps(values))])
    assert found.studies == (DumpedStudy(5, tags=("a", "A"), note="x?"),)
    assert found.tags == (("a", ""),)


@pytest.mark.parametrize("at", range(0, 100, 7))
@EITHER_WAY
def test_a_file_that_is_cut_short_or_damaged_never_brings_what_was_not_put_in(
    shared: Path, other: Library, filled: Library, at: int, bring: Bring
) -> None:
    content = bytearray(shared.read_bytes())
    if at % 2:
        del content[len(content) * at // 100 :]
    else:
        content[len(content) * at // 100] ^= 0x10
    shared.write_bytes(content)
    with contextlib.suppress(RecordFormatError):
        bring(shared, other)
    for summary in other.summaries():
        known = {version.sha256 for version in filled.versions(summary.nct_id)}
        assert {version.sha256 for version in other.versions(summary.nct_id)} <= known


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET origin = 5 WHERE id = 1",
        "UPDATE document SET origin = NULL, format = NULL, sha256 = NULL WHERE id = 1",
        "UPDATE document SET nct_number = 'many', size = 'large' WHERE id = 1",
        "UPDATE document SET content = 'words', dictionary_id = 'none' WHERE id = 1",
        "UPDATE document SET origin = CAST(x'ff' AS TEXT) WHERE id = 1",
        "UPDATE dictionary SET content = 'words'",
        "UPDATE about SET value = x'ff' WHERE name = 'title'",
        "UPDATE about SET value = NULL",
        "UPDATE about SET value = '0001-01-01T00:00:00+00:00' WHERE name = 'made_at'",
        "UPDATE personal SET content = 5",
        "UPDATE personal SET kind = NULL, content = x'ff'",
    ],
)
@EITHER_WAY
def test_values_of_other_types_than_the_tables_say_are_no_bug(
    shared: Path, other: Library, statement: str, bring: Bring
) -> None:
    connection = apsw.Connection(str(shared))
    tables = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    ).fetchall()
    connection.pragma("writable_schema", True)
    for name, sql in tables:
        loose = str(sql).replace("STRICT", "").replace("NOT NULL", "")
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, name))
    connection.close()
    connection = apsw.Connection(str(shared))
    connection.execute(statement)
    connection.pragma("writable_schema", True)
    for name, sql in tables:
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, name))
    connection.close()
    with contextlib.suppress(RecordFormatError), open_exchange(shared) as file:
        outline = upkeep_of(other).outline(file)
        outline.about.made_at.astimezone()
        assert bring(shared, other).versions >= 7


@EITHER_WAY
def test_what_is_in_the_trash_comes_back_with_a_file(
    shared: Path, filled: Library, bring: Bring
) -> None:
    trash = filled.trash()
    trash.put((4,))
    trash.close()
    with open_exchange(shared) as file:
        assert upkeep_of(filled).outline(file).new == 1
    assert bring(shared, filled) == Brought(1)
    assert filled.get("NCT00000004") is not None
    assert filled.count_trashed() == 0
