"""Files of libraries that other processes import: as one by one, and going on where they were."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from desktop_app.errors import RecordFormatError, StoreError
from desktop_app.readers.detect import reread
from desktop_app.readers.limits import Limits
from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.exchange.reading import open_exchange
from desktop_app.store.importing.batches import BatchSize
from desktop_app.store.importing.control import Control, Ending
from desktop_app.store.importing.files import source_files
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.progress import ImportProgress
from desktop_app.store.importing.remote import RemoteImport
from desktop_app.store.importing.runs import Counts
from desktop_app.store.importing.sizes import is_large
from desktop_app.store.importing.units.walking import units_of
from desktop_app.store.importing.waiting import waiting_run
from desktop_app.store.library import Library
from desktop_app.store.upkeep import Upkeep
from desktop_app.study.nct_numbers import format_nct_id
from tests.store.exchange.ways import Bring, chunks_of, many_at_a_time, one_by_one
from tests.store.importing.running import numbers_in, run
from tests.store.synthetic import content, part, read_record, record

XML = """<clinical_study>
  <id_info><nct_id>NCT{number:08d}</nct_id></id_info>
  <brief_title>Study of aurora {number}</brief_title>
  <last_update_submitted>March 3, 2024</last_update_submitted>
</clinical_study>"""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MANY = range(1, 601)
SMALL = BatchSize(records=100, seconds=0.0)


def opened(folder: Path) -> Library:
    return Library.open(folder, reader=reread)


def exported(library: Library, path: Path) -> Path:
    upkeep = Upkeep(library.path, library.personal_path, reread)
    upkeep.export(path, "All", None, lambda done, total: None, with_personal=True)
    return path


def of_xml(number: int) -> ReadRecord:
    document = XML.format(number=number).encode()
    return reread(SourceDocument(document, SourceFormat.CTGOV_XML, f"{number}.xml"))


def in_other_layout(number: int, date: str) -> ReadRecord:
    return read_record(content(number, date), indent=1, origin="other.json")


def versions_of(library: Library) -> dict[str, object]:
    """Return all that is told of each version of each study but the time of its arrival."""
    numbers = [summary.nct_id for summary in library.summaries(limit=10_000)]
    return {
        nct_id: [replace(version, id=0, imported_at=EPOCH) for version in library.versions(nct_id)]
        for nct_id in numbers
    }


@pytest.fixture
def varied(tmp_path: Path) -> Path:
    """Return a file of a library with all that a library may hold."""
    with opened(tmp_path / "varied") as library:
        for number in range(1, 31):
            library.add(record(number, "2024-01-01", origin=f"/home/anna/{number}.json"))
        for number in range(3, 12):
            library.add(record(number, "2024-02-02", origin="next.zip › b.json"))
        for number in range(5, 9):
            library.add(record(number, "2023-03-03", origin="older"))
        for number in (7, 40):
            library.add(part(number, "2024-05-05"))
            library.add(record(number, "2024-04-04"))
        for number in (8, 50):
            library.add(of_xml(number))
        return exported(library, tmp_path / "varied.triallibrary")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of a library with several batches, of which some are in two versions."""
    folder = tmp_path_factory.mktemp("made")
    with opened(folder) as library:
        list(library.add_all(record(number, "2024-01-01") for number in MANY))
        list(library.add_all(record(number, "2024-02-02") for number in MANY[::10]))
        exported(library, folder / "many.triallibrary")
    return folder


@pytest.fixture
def many(made: Path, tmp_path: Path) -> Path:
    """Return a file of that library, with which anything may be done."""
    return Path(shutil.copy(made / "many.triallibrary", tmp_path))


def has_something(library: Library) -> None:
    """Put into a library some of what the file holds, and other versions."""
    for number in (1, 2, 9):
        library.add(record(number, "2024-01-01", origin="mine"))
    library.add(in_other_layout(4, "2024-01-01"))
    library.add(record(10, "2024-09-09"))
    library.add(record(11, "2020-01-01"))
    library.add(record(12, "2024-01-01"))
    trash = library.trash()
    trash.put((9, 12))
    trash.close()


@pytest.mark.parametrize("is_empty", [True, False])
def test_either_way_leaves_the_same_library(varied: Path, tmp_path: Path, is_empty: bool) -> None:
    found = []
    ways: dict[str, Bring] = {"one": one_by_one, "many": many_at_a_time}
    for name, bring in ways.items():
        with opened(tmp_path / name) as library:
            if not is_empty:
                has_something(library)
            assert bring(varied, library).rejected == []
            summaries = set(library.summaries(limit=1_000))
            changed = library.changed(one.nct_id for one in summaries)
            counts = [library.count_matches(words) for words in ("aurora", "asthma", "number 7")]
            assert library.check() == ()
            assert library.count_trashed() == 0
            # One that is held in another layout is told each time, and kept once.
            again = bring(varied, library).versions
            found.append((versions_of(library), summaries, changed, counts, again))
    assert found[0] == found[1]


def test_the_processes_of_an_import_do_it_as_well(made: Path, many: Path, tmp_path: Path) -> None:
    told: list[ImportProgress] = []
    result = run(tmp_path / "library", many, tell=told.append, workers=2)
    assert (result.ending, result.counts) == (Ending.FINISHED, Counts(added=600, updated=60))
    assert (told[0].total, told[-1].done, told[-1].part) == (660, 660, 1.0)
    assert numbers_in(tmp_path / "library") == set(MANY)
    with opened(tmp_path / "library") as library, opened(made) as ours:
        assert versions_of(library) == versions_of(ours)
        assert library.count_changed() == 60
    again = run(tmp_path / "library", many).counts
    assert again == Counts(same=600, older=60)


def test_what_was_stopped_goes_on_where_it_was(many: Path, tmp_path: Path) -> None:
    control = Control()

    def stop_half_way(progress: ImportProgress) -> None:
        if progress.done >= 200:
            control.stop()

    first = run(tmp_path / "library", many, control=control, tell=stop_half_way, batch=SMALL)
    assert first.ending is Ending.STOPPED
    assert 200 <= first.counts.all < 660
    told: list[ImportProgress] = []
    second = run(tmp_path / "library", many, tell=told.append, workers=2)
    assert told[0].done >= first.counts.all
    assert second.counts == Counts(added=600, updated=60)
    assert numbers_in(tmp_path / "library") == set(MANY)


def test_what_was_killed_goes_on_where_it_was(many: Path, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with opened(folder) as library:
        path = library.path
    remote = RemoteImport(path, [many], SMALL)

    def kill(progress: ImportProgress) -> None:
        if progress.done >= 200:
            remote._process.kill()

    with pytest.raises(StoreError, match="ended before it was done"):
        remote.run(kill)
    waiting = waiting_run(path)
    assert waiting is not None
    assert 200 <= waiting.counts.all < 660
    result = RemoteImport(path, [many]).run(lambda progress: None)
    assert result.counts == Counts(added=600, updated=60)
    assert numbers_in(folder) == set(MANY)


def test_units_go_on_behind_the_row_that_was_done(varied: Path) -> None:
    files = source_files([varied])
    units = list(units_of(files, Position(), Limits()))
    assert units[-1].done == 1.0
    for at, unit in enumerate(units):
        assert [one.end for one in units_of(files, unit.end, Limits())] == [
            one.end for one in units[at + 1 :]
        ]
        within = unit.begin._replace(piece=1)
        again = next(iter(units_of(files, within, Limits())))
        assert (again.begin, again.end) == (within, unit.end)


def test_a_document_that_is_held_is_not_even_unpacked(many: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        library.add(record(1, "2024-01-01"))
        connection = apsw.Connection(str(many))
        connection.execute("UPDATE document SET content = x'00' WHERE nct_number IN (1, 2)")
        connection.close()
        chunks = list(chunks_of(many, library))
    assert sum(chunk.same + chunk.older for chunk in chunks) == 1
    # Of the first study there is another version, which is damaged; and so is the second study.
    origins = [origin for chunk in chunks for origin, _reason in chunk.rejected]
    assert origins == ["many.triallibrary: study.json"] * 2


def test_of_a_file_that_is_damaged_half_way_the_rest_is_told_to_be(
    many: Path, tmp_path: Path
) -> None:
    content = many.read_bytes()
    many.write_bytes(content[: len(content) * 2 // 3])
    result = run(tmp_path / "library", many, workers=2)
    assert result.ending is Ending.FINISHED
    assert "is damaged, or is no library that this application wrote" in result.rejected[-1][1]
    with opened(tmp_path / "library") as library:
        assert library.check() == ()


def test_a_file_with_other_tables_brings_nothing(many: Path, tmp_path: Path) -> None:
    connection = apsw.Connection(str(many))
    connection.execute("CREATE VIEW more AS SELECT 1")
    connection.close()
    result = run(tmp_path / "library", many)
    assert result.counts == Counts(rejected=1)
    ((origin, reason),) = result.rejected
    assert origin == str(many)
    assert "is no library that this application wrote" in reason


def test_a_table_that_leads_back_to_its_beginning_has_an_end(many: Path, tmp_path: Path) -> None:
    damaged = _leading_back(many)
    with (
        open_exchange(damaged) as file,
        opened(tmp_path / "mine") as library,
        pytest.raises(RecordFormatError, match="is damaged"),
    ):
        library.upkeep().outline(file)
    result = run(tmp_path / "library", damaged)
    assert result.ending is Ending.FINISHED
    assert 0 < result.counts.added < 600
    assert "is damaged" in result.rejected[-1][1]


def _leading_back(path: Path) -> Path:
    """Let two places of the documents' table be the same page."""
    connection = apsw.Connection(str(path))
    root: int = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'document'").get
    page_bytes: int = connection.pragma("page_size")
    connection.close()
    content = bytearray(path.read_bytes())
    begin = (root - 1) * page_bytes
    assert content[begin] == 5, "the table has more than one page"
    first, second = _cells(content, begin)
    content[begin + second : begin + second + 4] = content[begin + first : begin + first + 4]
    path.write_bytes(content)
    return path


def _cells(content: bytearray, begin: int) -> Iterator[int]:
    """Yield where the first two cells of a page of pointers are, each a page and a key."""
    for number in range(2):
        at = begin + 12 + 2 * number
        yield int.from_bytes(content[at : at + 2])


def test_rows_come_from_all_over_a_file(many: Path) -> None:
    with open_exchange(many) as file:
        some = [row.id for row in file.rows_all_over(10)]
        assert len(some) == 10
        assert some == sorted(set(some))
        assert some[-1] > 500
        every = [row.id for row in file.rows_all_over(5_000)]
        assert every == [row.id for row in file.rows()]


def test_a_file_in_a_folder_has_to_be_opened_by_itself(many: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    many.rename(folder / many.name)
    result = run(tmp_path / "library", folder)
    assert result.counts == Counts(rejected=1)
    assert "Open it by itself" in result.rejected[0][1]


def test_packed_documents_are_many_sooner(tmp_path: Path) -> None:
    for name, is_many in (("a.json", False), ("a.triallibrary", True), ("a.zip", True)):
        (tmp_path / name).write_bytes(bytes(5_000_000))
        assert is_large([tmp_path / name]) is is_many


def test_new_studies_are_told_by_their_numbers(varied: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "library") as library:
        has_something(library)
        upkeep = Upkeep(library.path, library.personal_path, reread)
        with open_exchange(varied) as file:
            outline = upkeep.outline(file)
        assert len(outline.new_numbers) == outline.new
        assert {9, 12, 50} <= set(outline.new_numbers)
        many_at_a_time(varied, library)
        assert all(library.get(format_nct_id(number)) for number in outline.new_numbers)
