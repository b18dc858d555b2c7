import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.registry.answering import MadeRegistry
from tests.registry.holdings import Holdings
from tests.registry.served import RegistryServer, served
from tests.studies import record_bytes

ROOT = Path(__file__).parents[2]
RECORDS = [
    record_bytes(
        f"NCT0000010{number}",
        conditionsModule={"conditions": ["Asthma" if number % 2 else "Migraine"]},
        statusModule={"overallStatus": "RECRUITING" if number < 3 else "COMPLETED"},
        designModule={"phases": [f"PHASE{number % 4 + 1}"]},
    )
    for number in range(1, 8)
]


def get(server: RegistryServer, path: str) -> Any:
    with urlopen(server.base_address + path) as answer:
        return json.load(answer)


def numbers(page: Any) -> list[str]:
    return [
        study["protocolSection"]["identificationModule"]["nctId"][-3:] for study in page["studies"]
    ]


def test_pages_come_one_after_the_other_until_there_is_no_next() -> None:
    with served(RECORDS) as server:
        first = get(server, "/studies?pageSize=3&countTotal=true")
        assert first["totalCount"] == 7
        second = get(server, f"/studies?pageSize=2&pageToken={first['nextPageToken']}")
        third = get(server, f"/studies?pageToken={second['nextPageToken']}")
        pages = (first, second, third)
        assert [len(page["studies"]) for page in pages] == [3, 2, 2]
        assert "nextPageToken" not in third
        assert "totalCount" not in second
        found = [number for page in pages for number in numbers(page)]
        assert found == [f"10{number}" for number in range(1, 8)]
        assert server.asked[0] == "/studies?pageSize=3&countTotal=true"


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("query.cond=asthma", 4),
        ("query.cond=asthma&filter.overallStatus=RECRUITING", 1),
        ("query.term=migraine+AND+nct00000102", 1),
        ("filter.ids=NCT00000101|NCT00000103|NCT09999999", 2),
        ("aggFilters=phase:2+3", 4),
        ("filter.advanced=AREA[Phase](PHASE2+OR+PHASE3)", 4),
        ("query.intr=nothing", 0),
    ],
)
def test_a_question_finds_what_fits(question: str, count: int) -> None:
    with served(RECORDS) as server:
        assert len(get(server, f"/studies?{question}")["studies"]) == count


def test_a_token_is_for_its_question_and_does_not_live_for_ever() -> None:
    registry = MadeRegistry(Holdings(RECORDS))
    token = json.loads(registry.answer("/studies", {"pageSize": "2"}).content)["nextPageToken"]
    assert registry.answer("/studies", {"pageToken": token}).status == 200
    assert registry.answer("/studies", {"pageToken": token, "query.cond": "x"}).status == 400
    registry.expire()
    assert registry.answer("/studies", {"pageToken": token}).status == 400


def test_fields_alone_come_where_they_are_asked_for() -> None:
    with served(RECORDS) as server:
        study = get(server, "/studies?fields=NCTId|OverallStatus&pageSize=1")["studies"][0]
    assert study == {
        "protocolSection": {
            "identificationModule": {"nctId": "NCT00000101"},
            "statusModule": {"overallStatus": "RECRUITING"},
        }
    }


def test_one_study_comes_byte_for_byte_and_a_former_number_leads_to_it() -> None:
    renamed = json.loads(record_bytes("NCT00000200"))
    renamed["protocolSection"]["identificationModule"]["nctIdAliases"] = ["NCT00000199"]
    content = json.dumps(renamed, indent=2).encode()
    with served([content]) as server:
        for number in ("NCT00000200", "NCT00000199"):
            with urlopen(f"{server.base_address}/studies/{number}") as answer:
                assert answer.read() == content
                assert answer.url.endswith("NCT00000200")
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"{server.base_address}/studies/NCT00000201")


def test_it_is_a_program(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(RECORDS[0])
    command = [sys.executable, "-m", "tests.registry.served", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address, *_ = process.stdout.readline().split()
        try:
            with urlopen(f"{address}/version") as answer:
                assert json.load(answer)["dataTimestamp"]
        finally:
            process.kill()
