import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop_app.errors import RecordFormatError
from desktop_app.presentation.origins import origin_words, short_origin_words
from desktop_app.readers.detect import reread
from desktop_app.readers.reading import Rejected
from desktop_app.registry.answers import FetchedStudy, StudiesPage
from desktop_app.registry.fetching import Arrival, Errand, keep
from desktop_app.registry.keeping import keep_page, keep_study, origin_of_page, read_study
from desktop_app.store.adding import AddedRecord, Outcome
from desktop_app.store.library import Library
from desktop_app.study.fetched import fetched_origin, read_fetched_origin
from tests.real_records import needs_records, record_files
from tests.store.synthetic import content

ADDRESS = "https://clinicaltrials.gov/api/v2/studies"
TIME = datetime(2026, 11, 25, 14, 3, 59, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", reader=reread) as library:
        yield library


def fetched(content: bytes, nct_id: str = "NCT00000001") -> FetchedStudy:
    return FetchedStudy(nct_id, content, f"{ADDRESS}/{nct_id}", TIME, nct_id)


def page(content: bytes, asked: str = "?query.cond=asthma&pageSize=3") -> StudiesPage:
    return StudiesPage(content, ADDRESS + asked, TIME, 3, "", None)


def written(number: int) -> bytes:
    return json.dumps(content(number), indent=1).encode()


def test_a_study_is_kept_byte_for_byte_with_its_address_and_time(library: Library) -> None:
    document = written(1) + b"\r\n"
    added = keep_study(library, fetched(document))
    assert added.outcome is Outcome.ADDED
    assert added.origin == f"{ADDRESS}/NCT00000001, fetched 2026-11-25 14:03 UTC"
    source = library.source("NCT00000001")
    assert source is not None
    assert source.content == document
    assert source.origin == added.origin
    assert keep_study(library, fetched(document)).outcome is Outcome.SAME


def test_keeping_is_left_between_two_studies_and_the_others_are_left(library: Library) -> None:
    numbers = ("NCT00000001", "NCT00000002", "NCT00000003")
    came = page(b'{"studies":[' + b",".join(written(number) for number in (1, 2, 3)) + b"]}")
    errand = Errand([*numbers, *(f"NCT{number:08}" for number in range(4, 9))])
    arrival = Arrival(errand.next_batch, (came,))
    answers = iter((True, False, False))
    fates = keep(library, arrival, lambda: next(answers))
    assert [fate.asked for fate in fates] == ["NCT00000001"]
    assert library.count() == 1
    errand.settle(arrival, fates)
    assert errand.left == tuple(errand.nct_ids[1:])
    assert [fate.asked for fate in errand.fates] == ["NCT00000001"]


def test_a_study_from_the_trash_comes_back(library: Library) -> None:
    keep_study(library, fetched(written(1)))
    trash = library.trash()
    trash.put([1])
    trash.close()
    assert library.count() == 0
    assert keep_study(library, fetched(written(1))).outcome is Outcome.ADDED
    assert library.count() == 1


@pytest.mark.parametrize("answer", [b"", b"<html>Log in</html>", b"{}", b"[", b'{"studies":[]}'])
def test_what_is_no_study_is_refused_with_a_sentence(library: Library, answer: bytes) -> None:
    with pytest.raises(RecordFormatError, match=r"\.$"):
        keep_study(library, fetched(answer))


def test_several_studies_are_none(library: Library) -> None:
    answer = b'{"studies":[' + written(1) + b"," + written(2) + b"]}"
    with pytest.raises(RecordFormatError, match="several"):
        read_study(fetched(answer))


def test_the_studies_of_a_page_are_kept_byte_for_byte_in_their_order(library: Library) -> None:
    studies = [written(3), b'{"protocolSection": {"identificationModule": 3}}', written(1)]
    answer = b'{"totalCount":3,"studies":[' + b",\n".join(studies) + b'],"nextPageToken":"a"}'
    first, second, third = keep_page(library, page(answer))
    assert isinstance(first, AddedRecord)
    assert isinstance(second, Rejected)
    assert isinstance(third, AddedRecord)
    assert second.origin.endswith("fetched 2026-11-25 14:03 UTC, record 2")
    assert first.origin == f"{ADDRESS}?query.cond=asthma, fetched 2026-11-25 14:03 UTC"
    for number, document in ((3, studies[0]), (1, studies[2])):
        source = library.source(f"NCT0000000{number}")
        assert source is not None
        assert source.content == document


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("?pageSize=1000&pageToken=NF0g5JGAkPYs", ""),
        ("?query.term=a%20b%26c&countTotal=true", "?query.term=a%20b%26c"),
        ("?filter.ids=NCT00000001%7CNCT00000002&pageSize=2", "?filter.ids=NCT00000002"),
        ("", ""),
    ],
)
def test_the_origin_on_a_page_is_what_was_asked_without_the_page(asked: str, kept: str) -> None:
    origin = origin_of_page(page(b"", asked), "NCT00000002")
    assert read_fetched_origin(origin) == (ADDRESS + kept, "2026-11-25 14:03")


def test_an_origin_tells_the_time_in_utc_and_reads_as_words() -> None:
    zone = timezone(timedelta(hours=-5))
    origin = fetched_origin("http://localhost:8/s", TIME.astimezone(zone))
    assert origin == "http://localhost:8/s, fetched 2026-11-25 14:03 UTC"
    assert origin_words(origin) == origin
    assert short_origin_words(origin) == "fetched from localhost:8, 2026-11-25 14:03 UTC"
    no_such_day = origin.replace("-25", "-31")
    assert short_origin_words(no_such_day) == no_such_day
    assert read_fetched_origin("/home/a, fetched 2026-11-25 14:03 UTC") is None
    assert read_fetched_origin(origin + ", record 2") is None


@needs_records
def test_real_pages_are_kept(library: Library) -> None:
    for path in record_files("ctgov_containers"):
        outcomes = keep_page(library, replace(page(path.read_bytes()), address=ADDRESS))
        assert outcomes
        kept = [one for one in outcomes if isinstance(one, AddedRecord)]
        for one in kept:
            source = library.source(one.nct_id)
            assert source is not None
