import gc
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from desktop_app.errors import StoreError
from desktop_app.readers.detect import reread
from desktop_app.readers.limits import Limits
from desktop_app.store.connections import connect_reader
from desktop_app.store.importing.batches import BatchSize
from desktop_app.store.importing.control import Control, Ending
from desktop_app.store.importing.files import source_files, told_apart
from desktop_app.store.importing.locks import take_run
from desktop_app.store.importing.messages import Job, send
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.progress import ImportProgress
from desktop_app.store.importing.runs import Counts, unfinished_runs
from desktop_app.store.importing.units.walking import units_of
from desktop_app.store.importing.worker import run_worker
from desktop_app.store.library import FILE_NAME, Library
from tests.real_records import needs_records, record_files
from tests.store.importing.running import numbers_in, run
from tests.store.importing.sources import (
    array,
    compressed,
    encoded,
    folder,
    lines,
    page,
    registry_zip,
    study,
)

NUMBERS = range(1, 251)


def made_sources(place: Path) -> dict[str, Path]:
    return {
        "zip": registry_zip(place / "registry.zip", NUMBERS),
        "lines": lines(place / "studies.ndjson", NUMBERS),
        "array": array(place / "array.json", NUMBERS),
        "page": page(place / "page.json", NUMBERS),
        "folder": folder(place / "folder", NUMBERS),
        "compressed": compressed(lines(place / "more.ndjson", NUMBERS)),
    }


@pytest.mark.parametrize("kind", ["zip", "lines", "array", "page", "folder", "compressed"])
@pytest.mark.parametrize("workers", [1, 3])
def test_every_form_brings_every_study_once(tmp_path: Path, kind: str, workers: int) -> None:
    source = made_sources(tmp_path)[kind]
    library = tmp_path / "library"
    result = run(library, source, workers=workers)
    assert result.ending is Ending.FINISHED
    assert result.counts == Counts(added=250)
    assert numbers_in(library) == set(NUMBERS)


@pytest.mark.parametrize("kind", ["zip", "lines", "array", "page", "folder", "compressed"])
def test_the_documents_are_kept_as_they_are_in_any_form(tmp_path: Path, kind: str) -> None:
    run(tmp_path / "library", made_sources(tmp_path)[kind])
    with Library.open(tmp_path / "library", reader=reread) as library:
        stored = library.get("NCT00000250")
        assert stored is not None
        if kind != "array":
            assert stored.document.content == encoded(study(250))
        assert stored.study.protocol_section.identification_module.brief_title == "Study number 250"


def test_the_same_again_is_the_same_in_whatever_form(tmp_path: Path) -> None:
    sources = made_sources(tmp_path)
    library = tmp_path / "library"
    run(library, sources["zip"])
    for kind in ("zip", "lines", "array", "folder"):
        assert run(library, sources[kind]).counts == Counts(same=250), kind


def test_next_months_registry_touches_only_what_changed(tmp_path: Path) -> None:
    library = tmp_path / "library"
    run(library, registry_zip(tmp_path / "one.zip", NUMBERS))
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        for number in range(1, 261):
            value = study(number, date="2031-01-01" if number % 50 == 0 else None)
            value["derivedSection"]["miscInfoModule"]["versionHolder"] = "2026-02-02"
            archive.writestr(f"NCT{number:08d}.json", encoded(value))
    counts = run(library, tmp_path / "two.zip").counts
    assert counts == Counts(added=10, updated=5, same=245)
    with Library.open(library, reader=reread) as opened:
        assert len(opened.versions("NCT00000050")) == 2
        assert len(opened.versions("NCT00000051")) == 1
        assert opened.count_changed() == 5


def test_a_study_twice_in_one_batch_is_kept_once(tmp_path: Path) -> None:
    source = lines(tmp_path / "twice.ndjson", [1, 2, 1, 3, 2])
    counts = run(tmp_path / "library", source).counts
    assert counts == Counts(added=3, same=2)


def test_broken_members_cost_only_themselves(tmp_path: Path) -> None:
    source = registry_zip(tmp_path / "registry.zip", range(1, 401))
    content = bytearray(source.read_bytes())
    with zipfile.ZipFile(source) as archive:
        broken = [member for member in archive.infolist() if int(member.filename[3:11]) % 100 == 7]
    for member in broken:
        begin = member.header_offset + 60 + member.compress_size // 2
        content[begin : begin + 20] = bytes(20)
    source.write_bytes(content)
    result = run(tmp_path / "library", source, workers=2)
    assert result.counts == Counts(added=396, rejected=4)
    assert [origin.rpartition("› ")[2] for origin, _reason in result.rejected] == [
        "NCT00000007.json",
        "NCT00000107.json",
        "NCT00000207.json",
        "NCT00000307.json",
    ]
    assert result.report is not None
    assert len(result.report.read_text("utf-8").splitlines()) == 4


@pytest.mark.parametrize("workers", [1, 2])
def test_of_a_truncated_archive_what_is_whole_is_read(tmp_path: Path, workers: int) -> None:
    source = registry_zip(tmp_path / "registry.zip", NUMBERS)
    content = source.read_bytes()
    source.write_bytes(content[: content.index(b"PK\1\2") - 300])
    result = run(tmp_path / "library", source, workers=workers)
    count = len(NUMBERS) - 1
    assert result.counts == Counts(added=count, rejected=1)
    ((origin, reason),) = result.rejected
    assert origin == str(source)
    assert reason.startswith("It is a damaged or incomplete ZIP archive (its end is missing")
    assert f"{count} members before it were read" in reason


def test_an_archive_that_is_cut_in_its_first_member_says_so(tmp_path: Path) -> None:
    source = registry_zip(tmp_path / "registry.zip", NUMBERS)
    source.write_bytes(source.read_bytes()[:200])
    result = run(tmp_path / "library", source)
    assert result.counts == Counts(rejected=1)
    assert "damaged or incomplete ZIP archive (its end is missing)" in result.rejected[0][1]


def test_what_is_no_record_is_told_with_its_reason(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mixed.zip", "w") as archive:
        archive.writestr("a.json", encoded(study(1)))
        archive.writestr("b.json", b'{"protocolSection": {"identificationModule": {}}}')
        archive.writestr("c.pdf", b"%PDF-1.7")
        archive.writestr("../d.json", encoded(study(2)))
        archive.writestr("e.ndjson", encoded(study(3)) + b"\n" + encoded(study(4)))
        archive.writestr("f.json", b'{"protocolSection": ')
    result = run(tmp_path / "library", tmp_path / "mixed.zip")
    assert result.counts == Counts(added=3, rejected=4)
    reasons = " ".join(reason for _origin, reason in result.rejected)
    assert "no NCT number" in reasons
    assert "PDF" in reasons
    assert "points outside" in reasons


def test_an_import_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    source = registry_zip(tmp_path / "registry.zip", range(1, 601))
    library = tmp_path / "library"
    control = Control()

    def stop_half_way(progress: ImportProgress) -> None:
        if progress.done >= 200:
            control.stop()

    batch = BatchSize(records=100, seconds=0.0)
    first = run(library, source, control=control, tell=stop_half_way, batch=batch)
    assert first.ending is Ending.STOPPED
    assert 200 <= first.counts.added < 600
    told: list[ImportProgress] = []
    second = run(library, source, tell=told.append)
    assert told[0].done >= first.counts.added
    assert second.counts == Counts(added=600)
    assert numbers_in(library) == set(range(1, 601))


def test_an_import_that_was_cancelled_keeps_what_it_added_and_is_forgotten(tmp_path: Path) -> None:
    source = registry_zip(tmp_path / "registry.zip", range(1, 601))
    control = Control()

    def cancel(progress: ImportProgress) -> None:
        if progress.done >= 100:
            control.cancel()

    batch = BatchSize(records=100, seconds=0.0)
    result = run(tmp_path / "library", source, control=control, tell=cancel, batch=batch)
    assert result.ending is Ending.CANCELLED
    with Library.open(tmp_path / "library", reader=reread) as library:
        assert library.count() == result.counts.added >= 100
        assert unfinished_runs(library._reading) == []


def test_a_file_that_changed_meanwhile_is_read_from_its_beginning(tmp_path: Path) -> None:
    source = registry_zip(tmp_path / "registry.zip", range(1, 401))
    control = Control()
    control.stop()
    run(tmp_path / "library", source, control=control, batch=BatchSize(records=100, seconds=0.0))
    registry_zip(source, range(1, 411))
    assert run(tmp_path / "library", source).counts.all == 410
    assert numbers_in(tmp_path / "library") == set(range(1, 411))


def test_progress_ends_with_all_of_it(tmp_path: Path) -> None:
    told: list[ImportProgress] = []
    run(tmp_path / "library", registry_zip(tmp_path / "r.zip", NUMBERS), tell=told.append)
    assert (told[-1].done, told[-1].total, told[-1].part) == (250, 250, 1.0)


def test_a_study_in_the_trash_comes_back(tmp_path: Path) -> None:
    source = registry_zip(tmp_path / "registry.zip", range(1, 4))
    run(tmp_path / "library", source)
    with Library.open(tmp_path / "library", reader=reread) as library:
        trash = library.trash()
        trash.put([2])
        trash.close()
        assert library.count() == 2
    assert run(tmp_path / "library", source).counts == Counts(added=1, same=2)
    assert numbers_in(tmp_path / "library") == {1, 2, 3}


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    source = registry_zip(tmp_path / "registry.zip", range(1, 4))
    (tmp_path / "library").write_text("a file")
    with pytest.raises(StoreError, match="is a file"):
        run(tmp_path / "library", source)


@needs_records
def test_real_records_come_in_as_they_do_one_by_one(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "real.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in record_files("ctgov_json", step=8):
            archive.write(file, file.name)
        for file in record_files("ctgov_xml", step=40):
            archive.write(file, file.name)
    run(tmp_path / "bulk", tmp_path / "real.zip", workers=2)
    from desktop_app.readers.reading import ReadRecord
    from desktop_app.readers.sources import read_sources

    readings = read_sources([tmp_path / "real.zip"])
    with (
        Library.open(tmp_path / "bulk", reader=reread) as bulk,
        Library.open(tmp_path / "single", reader=reread) as single,
    ):
        list(single.add_all(one for one in readings if isinstance(one, ReadRecord)))
        assert bulk.check() == ()
        count = single.count()
        assert bulk.count() == count > 150
        assert set(bulk.summaries(limit=count)) == set(single.summaries(limit=count))
        for query in ("cancer", "randomi", "phase 2", "university hospital"):
            assert bulk.count_matches(query) == single.count_matches(query)


def test_a_new_study_in_several_versions_at_once_is_listed_in_the_newest(tmp_path: Path) -> None:
    source = tmp_path / "versions.ndjson"
    dates = ("2020-01-01", "2021-01-01", "2019-01-01")
    source.write_bytes(b"\n".join(encoded(study(1, date=date)) for date in dates))
    counts = run(tmp_path / "library", source).counts
    assert counts == Counts(added=1, updated=1, older=1)
    assert numbers_in(tmp_path / "library") == {1}
    with Library.open(tmp_path / "library", reader=reread) as library:
        assert [str(one.record_date) for one in library.versions("NCT00000001")] == [
            *("2021-01-01", "2020-01-01", "2019-01-01")
        ]


def test_a_folder_that_holds_nothing_to_read_is_done_at_once(tmp_path: Path) -> None:
    (tmp_path / "downloads" / "below").mkdir(parents=True)
    (tmp_path / "downloads" / "below" / ".hidden").write_text("no record")
    result = run(tmp_path / "library", tmp_path / "downloads")
    assert (result.ending, result.counts) == (Ending.FINISHED, Counts())


def test_a_small_file_goes_on_within_itself(tmp_path: Path) -> None:
    source = array(tmp_path / "array.json", range(1, 6))
    files = source_files([source])
    (unit,) = units_of(files, Position(piece=3), Limits())
    assert (unit.begin, unit.end) == (Position(piece=3), Position(file=1))


def test_a_worker_does_nothing_where_files_came_or_went(tmp_path: Path) -> None:
    source = folder(tmp_path / "folder", range(1, 4))
    run(tmp_path / "library", source)
    before = told_apart(source_files([source]))
    (source / "NCT00000000.json").write_bytes(encoded(study(9)))
    library = str(tmp_path / "library" / FILE_NAME)
    sent = {}
    for told in (before, told_apart(source_files([source]))):
        job = Job(library, [str(source)], told, Position(), 0, 1, "en", None)
        asked, answer = io.BytesIO(), io.BytesIO()
        send(asked, job)
        run_worker(io.BytesIO(asked.getvalue()), answer)
        sent[told] = answer.getvalue()
    # Workers do without, and this one was none.
    gc.enable()
    assert sent.pop(before) == b""
    assert all(sent.values())


def test_two_cannot_do_one_import(tmp_path: Path) -> None:
    lock = take_run(tmp_path, 7)
    assert lock is not None
    assert take_run(tmp_path, 7) is None
    lock.let_go()
    again = take_run(tmp_path, 7)
    assert again is not None
    again.let_go()
    assert not list(tmp_path.iterdir())


def test_the_index_is_not_built_again_while_an_import_is_under_way(tmp_path: Path) -> None:
    source = registry_zip(tmp_path / "registry.zip", range(1, 601))
    library = tmp_path / "library"
    control = Control()
    run(library, source, control=control, tell=lambda progress: control.stop())
    with Library.open(library, reader=reread) as opened:
        upkeep = opened.upkeep()
    connection = connect_reader(library / FILE_NAME)
    (waiting,) = unfinished_runs(connection)
    connection.close()
    lock = take_run(library, waiting.id)
    assert lock is not None
    with pytest.raises(StoreError, match="written by another program"):
        upkeep.rebuild(lambda done, total: None)
    lock.let_go()
    upkeep.rebuild(lambda done, total: None)


@pytest.mark.parametrize("damage", ["cut", "flipped"])
def test_a_damaged_compressed_file_brings_what_it_can_and_says_so(
    tmp_path: Path, damage: str
) -> None:
    # Of words that do not repeat, or all of it would be one block.
    texts = (study(n, words=hashlib.sha512(str(n).encode()).hexdigest() * 9) for n in range(1, 901))
    plain = tmp_path / "long.ndjson"
    plain.write_bytes(b"\n".join(map(encoded, texts)))
    source = compressed(plain)
    content = bytearray(source.read_bytes())
    at = len(content) * 9 // 10
    source.write_bytes(content[:at] if damage == "cut" else content[:at] + b"\xff" * 99)
    result = run(tmp_path / "library", source, workers=2)
    assert result.counts.added > 0
    assert result.counts.rejected == 1
    assert "cannot be read" in result.rejected[0][1]
