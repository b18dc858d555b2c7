"""The registry that benchmarks are run with: like the real one, and always the same."""

import hashlib
import statistics
import subprocess
import sys
import zipfile
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import from_json

from desktop_app.readers.ctgov_json import read_ctgov_json
from tests.benchmarks.made_up.archives import pack, write_lines, write_zip
from tests.benchmarks.made_up.shapes import Shapes, shapes_of
from tests.benchmarks.made_up.studies import MadeUpRegistry

COUNT = 2_000
FEW = 40


@cache
def documents() -> tuple[tuple[str, bytes], ...]:
    return tuple(MadeUpRegistry(COUNT).documents())


@cache
def shapes() -> Shapes:
    return shapes_of(document for _, document in documents())


def share(name: str, value: str) -> float:
    return shapes().shares[name][value] / COUNT


def held_on(document: bytes) -> tuple[str, dict[str, Any]]:
    """Return the day on which the registry was taken, and the study without it."""
    study = from_json(document)
    return study["derivedSection"]["miscInfoModule"].pop("versionHolder"), study


def test_the_same_numbers_make_the_same_bytes_in_another_process_and_another_order() -> None:
    script = (
        "from tests.benchmarks.made_up.studies import MadeUpRegistry\n"
        "import hashlib\n"
        "study = MadeUpRegistry(2000)\n"
        "study.study(1999)\n"
        "documents = [document for _, document in study.documents(400)]\n"
        "print(hashlib.sha256(b''.join(documents)).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    here = b"".join(document for _, document in documents()[::400])
    assert told.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_our_reader_finds_nothing_odd() -> None:
    for number, document in documents()[::20]:
        study, oddities = read_ctgov_json(document)
        assert not oddities, (number, oddities)
        assert study.protocol_section.identification_module.nct_id == number


def test_numbers_rise_and_are_given_once() -> None:
    numbers = [number for number, _ in documents()]
    assert numbers == sorted(set(numbers))


def test_sizes_are_those_of_the_registry() -> None:
    sizes = sorted(shapes().sizes)
    assert 9_500 < statistics.median(sizes) < 12_500
    assert 14_500 < statistics.fmean(sizes) < 19_500
    assert 42_000 < sizes[int(COUNT * 0.95)] < 66_000
    assert 900_000 < sizes[-1] < 1_300_000


def test_the_largest_study_of_a_whole_registry_has_four_megabytes() -> None:
    registry = MadeUpRegistry(600_000)
    place = int(600_000 * 0.618)
    largest = [document for _, document in registry.documents_at([place])]
    assert 3_500_000 < len(largest[0]) < 4_500_000


def test_parts_are_in_proportion() -> None:
    assert 4 < statistics.fmean(shapes().sites) < 9
    assert statistics.median(shapes().sites) == 1
    assert 1_000 < statistics.median(shapes().criteria) < 1_500
    assert 0.09 < len(shapes().results) / COUNT < 0.13


def test_shares_are_those_of_the_registry() -> None:
    assert 0.5 < share("status", "COMPLETED") < 0.6
    assert 0.1 < share("status", "RECRUITING") < 0.15
    assert 0.72 < share("type", "INTERVENTIONAL") < 0.8
    assert 0.18 < share("sponsor class", "INDUSTRY") < 0.26
    assert 0.27 < share("country", "United States") < 0.38
    assert 0.28 < shapes().studies_with["cancer"] / COUNT < 0.4


def test_words_are_as_varied_as_in_real_records() -> None:
    assert 430 < statistics.median(shapes().words) < 600
    assert 65_000 < len(shapes().studies_with) < 110_000
    ordered = sorted(shapes().studies_with.values(), reverse=True)
    for rank, least, most in ((300, 0.2, 0.4), (1_000, 0.05, 0.12), (10_000, 0.003, 0.009)):
        assert least < ordered[rank] / COUNT < most


def test_studies_that_name_another_share_its_topic_and_are_told() -> None:
    registry = MadeUpRegistry(COUNT)
    found = dict(documents())
    pairs = list(registry.cited_pairs())
    assert 0.02 < len(pairs) / COUNT < 0.04
    for study, cited in pairs:
        assert cited.encode() in found[study]
        own, other = (from_json(found[number])["protocolSection"] for number in (study, cited))
        conditions = other["conditionsModule"]["conditions"]
        assert own["conditionsModule"]["conditions"][0] == conditions[0]


def test_a_month_later_few_studies_have_really_changed() -> None:
    registry = MadeUpRegistry(COUNT, month=2)
    assert len(registry) == COUNT + 10
    added = [number for number, _ in registry.documents_at(range(COUNT, COUNT + 10))]
    assert min(added) > documents()[-1][0]
    earlier, later = dict(documents()[::4]), dict(registry.documents(4))
    assert len(earlier.keys() & later.keys()) == COUNT // 4
    changed = 0
    for number, document in earlier.items():
        (day, study), (later_day, later_study) = held_on(document), held_on(later[number])
        assert (day, later_day) == ("2026-09-03", "2026-10-03")
        changed += study != later_study
    assert 0.02 < changed / len(earlier) < 0.07


@pytest.mark.parametrize("limit", [0xFFFFFFFF, 50_000])
def test_the_zip_is_one_that_others_read(
    limit: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.benchmarks.made_up.archives._LARGE", limit)
    few = documents()[:FEW]
    assert write_zip(tmp_path / "few.zip", (pack(*document) for document in few)) == FEW
    with zipfile.ZipFile(tmp_path / "few.zip") as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"{number}.json": document for number, document in few
        }


def test_lines_hold_one_study_each(tmp_path: Path) -> None:
    few = list(islice(documents(), FEW))
    assert write_lines(tmp_path / "few.ndjson", few) == FEW
    lines = (tmp_path / "few.ndjson").read_bytes().splitlines()
    assert lines == [document for _, document in few]
