"""Files of many studies, written without a window."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.directories import Directories
from desktop_app.errors import ExportError, StudyNotFoundError
from desktop_app.export.paper import Paper
from desktop_app.export.sheets import Order, SheetFile
from desktop_app.export.source import Source
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.store.search import SearchOrder
from desktop_app.ui.exporting import sources
from desktop_app.ui.exporting.batch import (
    BatchRun,
    IfThere,
    existing_files,
    faults_in_words,
    free_name,
    write_each,
)
from desktop_app.ui.exporting.chosen import SelectedRows
from desktop_app.ui.exporting.forms import Form, all_forms, form_called
from desktop_app.ui.exporting.making import Wanted, make_file, write_file
from desktop_app.ui.library.library_queries import Query
from desktop_app.ui.tasks import Cancelled, Progress
from tests.ui.conftest import read_record

_TODAY = date(2026, 11, 25)
_NUMBERS = tuple(f"NCT{number:08}" for number in range(101, 131))


@pytest.fixture
def library() -> Iterator[Library]:
    made = Library.open(Directories.standard().library, reader=reread)
    days = {"lastUpdatePostDateStruct": {"date": "2024-01-01"}}
    list(made.add_all([read_record(number, statusModule=days) for number in _NUMBERS]))
    yield made
    made.close()


def _wanted(form_id: str = "ris", *rows: range, words: str = "") -> Wanted:
    chosen = SelectedRows(Query(words, SearchOrder.NEWEST), rows or (range(30),))
    return Wanted(chosen, form_called(form_id, all_forms()), Order(Paper.A4, _TODAY))


def _going() -> Progress:
    return Progress(lambda *_: None)


def _listed(library: Library) -> list[str]:
    return [summary.nct_id for summary in library.search("", limit=100).summaries]


def _run(wanted: Wanted, folder: Path, library: Library, if_there: IfThere) -> BatchRun:
    run = BatchRun(folder)
    write_each(wanted, run, if_there, library.another_reader, _going())
    run.finish(None)
    return run


def test_each_study_has_a_file_of_its_own_name(library: Library, tmp_path: Path) -> None:
    run = _run(_wanted(), tmp_path, library, IfThere.KEEP_BOTH)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f"{number}_record_2026-11-25.ris" for number in _NUMBERS]
    assert run.words == f"30 files written to {tmp_path}."
    for number in _NUMBERS:
        assert number in (tmp_path / f"{number}_record_2026-11-25.ris").read_text()


def test_only_the_rows_that_are_selected_are_written(library: Library, tmp_path: Path) -> None:
    listed = _listed(library)
    _run(_wanted("ris", range(2, 4), range(9, 10)), tmp_path, library, IfThere.KEEP_BOTH)
    written = {path.name[:11] for path in tmp_path.iterdir()}
    assert written == {listed[2], listed[3], listed[9]}


def test_rows_of_a_search_are_those_that_were_found(library: Library, tmp_path: Path) -> None:
    _run(_wanted("ris", range(1), words="NCT00000117"), tmp_path, library, IfThere.SKIP)
    assert [path.name[:11] for path in tmp_path.iterdir()] == ["NCT00000117"]


def test_more_rows_than_are_read_at_once_are_all_read(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_ROWS_AT_ONCE", 7)
    chosen = _wanted().chosen
    assert isinstance(chosen, SelectedRows)
    numbers = sources.selected_numbers(library, chosen, _going())
    assert list(numbers) == _listed(library)


@pytest.mark.parametrize(
    ("if_there", "content", "count"),
    [(IfThere.REPLACE, b"TY", 30), (IfThere.SKIP, b"ol", 30), (IfThere.KEEP_BOTH, b"ol", 31)],
)
def test_a_file_that_is_there_becomes_what_was_answered(
    library: Library, tmp_path: Path, if_there: IfThere, content: bytes, count: int
) -> None:
    there = tmp_path / f"{_NUMBERS[4]}_record_2026-11-25.ris"
    there.write_bytes(b"old")
    wanted = _wanted()
    assert existing_files(wanted, tmp_path, library.another_reader, _going()) == 1
    run = _run(wanted, tmp_path, library, if_there)
    assert there.read_bytes()[:2] == content
    assert len(list(tmp_path.iterdir())) == count
    assert run.skipped == (if_there is IfThere.SKIP)


def test_the_source_document_is_looked_for_in_every_form(library: Library, tmp_path: Path) -> None:
    (tmp_path / f"{_NUMBERS[0]}.json").write_bytes(b"old")
    (tmp_path / f"{_NUMBERS[1]}.xml").write_bytes(b"old")
    wanted = _wanted("json")
    assert existing_files(wanted, tmp_path, library.another_reader, _going()) == 2


def _failing(form: Form, number: str, error: Exception) -> Form:
    def make(given: Iterable[Source], order: Order) -> SheetFile:
        (source,) = given
        if source.nct_id == number:
            raise error
        return SheetFile(b"made", "", ("sites",))

    return replace(form, make=make)


def test_a_study_that_fails_is_told_of_and_the_others_are_written(
    library: Library, tmp_path: Path
) -> None:
    wanted = _wanted()
    form = _failing(wanted.form, _NUMBERS[7], StudyNotFoundError("It is gone."))
    run = _run(replace(wanted, form=form), tmp_path, library, IfThere.KEEP_BOTH)
    assert run.faults == [f"{_NUMBERS[7]}: It is gone."]
    assert len(list(tmp_path.iterdir())) == 29
    assert run.words == f"29 files written to {tmp_path}, 29 shortened, 1 failed."


def test_a_disk_that_fills_leaves_whole_files_alone(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def full(descriptor: int) -> None:
        written.append(descriptor)
        if len(written) > 10:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    run = _run(_wanted(), tmp_path, library, IfThere.KEEP_BOTH)
    assert (run.written, len(run.faults)) == (10, 20)
    assert len(list(tmp_path.iterdir())) == 10
    assert "No space left on device" in faults_in_words(run.faults)
    assert faults_in_words(run.faults).endswith("… and 12 more.")


def test_a_batch_that_is_stopped_keeps_what_is_written(library: Library, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run = BatchRun(tmp_path)

    def report(done: int, total: int) -> None:
        told.append((done, total))
        progress.cancel()

    progress = Progress(report)
    with pytest.raises(Cancelled):
        write_each(_wanted(), run, IfThere.SKIP, library.another_reader, progress)
    assert run.words == f"Stopped: 0 files written to {tmp_path}."


def test_progress_tells_which_study_it_is(tmp_path: Path) -> None:
    run = BatchRun(tmp_path, nct_id="NCT03816852")
    assert run.told(11, 200) == "12 of 200 · NCT03816852"
    assert run.told(200, 200) == "200 of 200 · NCT03816852"
    assert run.told(0, 0) == "Reading the list …"


def test_names_that_are_taken_are_numbered(tmp_path: Path) -> None:
    assert free_name(tmp_path / "a.pdf") == tmp_path / "a.pdf"
    (tmp_path / "a.pdf").write_text("")
    (tmp_path / "a (2).pdf").write_text("")
    assert free_name(tmp_path / "a.pdf") == tmp_path / "a (3).pdf"


def test_one_file_holds_all_that_are_selected(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "all.bib"
    written = write_file(_wanted("bibtex"), target, library.another_reader, _going())
    assert target.read_text().count("@misc{") == 30
    assert written.words == f"Citation (BibTeX) written to {target}."


def test_a_form_of_few_studies_refuses_many_in_a_sentence(library: Library) -> None:
    with pytest.raises(ExportError, match="one file holds 2 to 6 studies, and 30 are selected"):
        make_file(_wanted("comparison"), library.another_reader, _going())
    with pytest.raises(ExportError, match="Select again"):
        make_file(_wanted("ris", range(40, 50)), library.another_reader, _going())


def test_studies_that_are_selected_are_bound_into_a_packet(library: Library) -> None:
    made = make_file(_wanted("brief", range(3)), library.another_reader, _going())
    assert made.content.startswith(b"%PDF")
    assert made.name.startswith("packet_of_3_brief_")
