import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.readers.detect import reread
from desktop_app.readers.reading import ReadRecord, SourceDocument, SourceFormat
from desktop_app.store.adding import Outcome
from desktop_app.store.library import Library
from desktop_app.store.start_tokens import LONGEST_START
from desktop_app.study.summary import summarize
from tests.real_records import needs_records, record_files

pytestmark = needs_records


def documents(folder: str, form: SourceFormat, step: int) -> Iterator[SourceDocument]:
    for file in record_files(folder, step=step):
        yield SourceDocument(file.read_bytes(), form, file.name)


@pytest.fixture(scope="module")
def records() -> list[ReadRecord]:
    return [reread(each) for each in documents("ctgov_json", SourceFormat.CTGOV_JSON, 4)]


@pytest.fixture(scope="module")
def library(
    records: list[ReadRecord], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("real"), reader=reread) as library:
        added = list(library.add_all(records))
        assert {each.outcome for each in added} == {Outcome.ADDED}
        yield library


def test_every_record_comes_back_as_it_was(library: Library, records: list[ReadRecord]) -> None:
    assert library.count() == len(records) > 300
    for record in records:
        stored = library.get(summarize(record.study).nct_id)
        assert stored is not None
        assert stored.document == record.document
        assert stored.study == record.study


def test_the_list_is_complete_and_in_order(library: Library, records: list[ReadRecord]) -> None:
    listed = library.summaries(limit=len(records) + 1)
    given = [summarize(record.study) for record in records]
    assert set(listed) == set(given)
    dates = [summary.record_date for summary in listed if summary.record_date]
    assert dates == sorted(dates, reverse=True)


def test_every_study_is_found_by_its_number_and_by_the_words_of_its_title(
    library: Library, records: list[ReadRecord]
) -> None:
    for record in records[::3]:
        summary = summarize(record.study)
        assert library.search(summary.nct_id).summaries[0] == summary
        titled = library.search(summary.brief_title + " ", limit=1_000).summaries
        assert summary in titled, summary.brief_title


def found(library: Library, query: str) -> set[str]:
    return {summary.nct_id for summary in library.search(query, limit=2_000).summaries}


def test_no_study_is_lost_on_the_way_while_a_word_of_its_title_is_typed(
    library: Library, records: list[ReadRecord]
) -> None:
    words = {
        word.lower()
        for record in records
        for word in re.findall(r"[A-Za-z]{7,}", summarize(record.study).brief_title)
    }
    lost = []
    for word in sorted(words)[::3]:
        whole, titled = found(library, f"{word} "), found(library, f"title:{word} ")
        assert titled
        for length in range(1, len(word)):
            # Of the first letters, only what names a study is looked through.
            expected = titled if length <= LONGEST_START else whole
            if not expected <= found(library, word[:length]):
                lost.append((word[:length], word))
    assert lost == []


def test_adding_all_again_adds_nothing(library: Library, records: list[ReadRecord]) -> None:
    added = list(library.add_all(records[:100]))
    assert {each.outcome for each in added} == {Outcome.SAME}
    assert library.count() == len(records)


def test_records_in_the_older_xml_are_kept_and_found(tmp_path: Path) -> None:
    with Library.open(tmp_path, reader=reread) as library:
        given = [reread(each) for each in documents("ctgov_xml", SourceFormat.CTGOV_XML, 8)]
        for added in library.add_all(given):
            assert added.outcome in (Outcome.ADDED, Outcome.UPDATED, Outcome.OLDER)
            assert library.search(added.nct_id).summaries[0].nct_id == added.nct_id
        assert library.check() == ()


def test_parts_of_records_say_what_they_lack(tmp_path: Path) -> None:
    with Library.open(tmp_path, reader=reread) as library:
        notes = []
        for file in record_files("ctgov_json_partial", "*.json"):
            document = SourceDocument(file.read_bytes(), SourceFormat.CTGOV_JSON, file.name)
            record = reread(document)
            if record.study.protocol_section.identification_module.nct_id:
                notes.append(library.add(record).note)
        assert any(note.startswith("Only part of a record: it lacks ") for note in notes)
