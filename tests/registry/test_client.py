"""The client against answers of the registry itself, as they were kept in files."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from desktop_app import __version__
from desktop_app.errors import RegistryError, StudyNotAtRegistryError
from desktop_app.registry.client import RegistryClient
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop
from desktop_app.study.enumerations import Phase, Status
from tests.real_records import RECORDS, needs_records
from tests.registry.clocks import QUICK, TestClock
from tests.registry.fault_cases import page, record

ONE, TWO = "NCT00000101", "NCT00000102"


@pytest.fixture(scope="module")
def running() -> Iterator[HTTPServer]:
    with HTTPServer() as server:
        yield server


@pytest.fixture
def server(running: HTTPServer) -> HTTPServer:
    running.clear()
    return running


@pytest.fixture
def client(server: HTTPServer) -> Iterator[RegistryClient]:
    client = RegistryClient(server.url_for("/api/v2"), manners=QUICK, clock=TestClock())
    yield client
    client.close()


def answer(server: HTTPServer, path: str, content: bytes) -> None:
    server.expect_request(path).respond_with_data(
        content, content_type="application/json;charset=utf-8"
    )


def asked(server: HTTPServer) -> list[Request]:
    return [request for request, _response in server.log]


def test_a_study_comes_byte_for_byte_with_address_and_time(
    server: HTTPServer, client: RegistryClient
) -> None:
    content = record(ONE) + b"\n"
    answer(server, f"/api/v2/studies/{ONE}", content)
    study = client.study(" nct00000101 ", Stop())
    assert (study.nct_id, study.asked, study.content) == (ONE, ONE, content)
    assert study.address == server.url_for(f"/api/v2/studies/{ONE}")
    assert study.fetched_at == datetime(2026, 11, 25, 14, 3, tzinfo=UTC)


def test_a_former_number_leads_to_the_present_one(
    server: HTTPServer, client: RegistryClient
) -> None:
    server.expect_request(f"/api/v2/studies/{ONE}").respond_with_data(
        "", 301, {"Location": f"/api/v2/studies/{TWO}?format=json"}
    )
    answer(server, f"/api/v2/studies/{TWO}", record(TWO))
    study = client.study(ONE, Stop())
    assert (study.nct_id, study.asked) == (TWO, ONE)
    assert study.address.endswith(f"/studies/{TWO}?format=json")


def test_a_record_that_names_the_number_as_a_former_one_is_taken(
    server: HTTPServer, client: RegistryClient
) -> None:
    answer(server, f"/api/v2/studies/{ONE}", record(TWO, ONE))
    assert client.study(ONE, Stop()).nct_id == TWO


@pytest.mark.parametrize("text", ["", "NCT", "NCT123456789", "NCT1/../version", "２", "NCT١٢٣"])
def test_what_is_no_number_is_not_asked_for(
    text: str, server: HTTPServer, client: RegistryClient
) -> None:
    with pytest.raises(StudyNotAtRegistryError, match="It should look like"):
        client.study(text, Stop())
    assert not server.log


def test_it_says_who_asks_and_nothing_about_the_person(
    server: HTTPServer, client: RegistryClient
) -> None:
    answer(server, f"/api/v2/studies/{ONE}", record(ONE))
    server.expect_request("/api/v2/version").respond_with_response(
        Response(
            '{"apiVersion": "2.0.5"}',
            content_type="application/json",
            headers={"Set-Cookie": "who=you; Path=/"},
        )
    )
    client.version(Stop())
    client.study(ONE, Stop())
    for request in asked(server):
        assert set(request.headers.keys()) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
        assert request.headers["User-Agent"].startswith(f"TrialProtocolViewer/{__version__} ")
        assert (request.method, request.get_data()) == ("GET", b"")


def test_one_connection_serves_one_request_after_the_other() -> None:
    from tests.registry.lines import answering, line_server

    with line_server(answering(b'{"apiVersion": "2"}')) as server:
        client = RegistryClient(server.base_address, manners=QUICK)
        for _ in range(3):
            client.version(Stop())
        assert server.connections == 1
        client.close()


def test_a_page_is_counted_and_tells_what_follows(
    server: HTTPServer, client: RegistryClient
) -> None:
    content = page(ONE, TWO, token="later").replace(b"{", b'{"totalCount": 7, ', 1)
    answer(server, "/api/v2/studies", content)
    query = StudiesQuery(
        condition="(head OR neck) AND pain", statuses=(Status.RECRUITING, Status.COMPLETED)
    )
    got = client.page(query, Stop(), token="now", size=2, count=True)
    assert (got.content, got.studies, got.next_token, got.total) == (content, 2, "later", 7)
    (request,) = asked(server)
    assert request.args.to_dict() == {
        "query.cond": "(head OR neck) AND pain",
        "filter.overallStatus": "RECRUITING|COMPLETED",
        "pageSize": "2",
        "countTotal": "true",
        "pageToken": "now",
    }


def test_a_page_may_be_empty(server: HTTPServer, client: RegistryClient) -> None:
    answer(server, "/api/v2/studies", b'{"studies": [], "nextPageToken": "more"}')
    got = client.page(StudiesQuery(), Stop())
    assert (got.studies, got.next_token, got.total) == (0, "more", None)


def test_rows_have_what_a_list_shows(server: HTTPServer, client: RegistryClient) -> None:
    study = {
        "protocolSection": {
            "identificationModule": {"nctId": ONE, "briefTitle": "Sleep\n and age"},
            "statusModule": {
                "overallStatus": "RECRUITING",
                "startDateStruct": {"date": "2020-01"},
                "studyFirstPostDateStruct": {"date": "2019-12-01"},
                "lastUpdatePostDateStruct": {"date": "2026-10-01"},
            },
            "designModule": {
                "studyType": "INTERVENTIONAL",
                "phases": ["PHASE1", "PHASE2"],
                "enrollmentInfo": {"count": 0},
            },
            "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Somebody"}},
            "conditionsModule": {"conditions": ["Sleep", 7, "Age"]},
        }
    }
    answer(server, "/api/v2/studies", json.dumps({"studies": [study, {}]}).encode())
    got = client.found(StudiesQuery(phases=(Phase.PHASE2,)), Stop(), size=3)
    first, second = got.studies
    assert (first.nct_id, first.brief_title, first.enrollment) == (ONE, "Sleep and age", 0)
    assert (first.phases, first.conditions) == (("PHASE1", "PHASE2"), ("Sleep", "Age"))
    assert (first.start_date, first.last_update) == ("2020-01", "2026-10-01")
    assert (second.nct_id, second.enrollment, second.phases) == ("", None, ())
    fields = asked(server)[0].args["fields"].split("|")
    assert {"NCTId", "BriefTitle", "LastUpdatePostDate"} <= set(fields)


def test_updates_are_told_under_the_numbers_that_were_asked_for(
    server: HTTPServer, client: RegistryClient
) -> None:
    def studies(request: Request) -> Response:
        wanted = request.args["filter.ids"].split("|")
        found = [json.loads(record(one)) for one in wanted if one != "NCT00000009"]
        for study in found:
            study["protocolSection"]["statusModule"] = {"lastUpdateSubmitDate": "2026-01-02"}
        if TWO in wanted:
            identity = found[wanted.index(TWO)]["protocolSection"]["identificationModule"]
            identity.update(nctId="NCT00000077", nctIdAliases=[TWO])
        return Response(json.dumps({"studies": found}), content_type="application/json")

    server.expect_request("/api/v2/studies").respond_with_handler(studies)
    many = [f"NCT{number:08d}" for number in range(1_000, 1_700)]
    days = client.updates([ONE.lower(), TWO, "NCT00000009", "no number", *many], Stop())
    assert set(days) == {ONE.lower(), TWO, *many}
    assert set(days.values()) == {"2026-01-02"}
    assert [len(request.args["filter.ids"].split("|")) for request in asked(server)] == [
        *(300, 300, 103),
    ]
    assert all(len(request.url) < 8_000 for request in asked(server))


def test_records_of_some_numbers_come_page_by_page(
    server: HTTPServer, client: RegistryClient
) -> None:
    def studies(request: Request) -> Response:
        is_first = "pageToken" not in request.args and ONE in request.args["filter.ids"]
        content = page(ONE, token="2") if is_first else page(TWO)
        return Response(content, content_type="application/json")

    server.expect_request("/api/v2/studies").respond_with_handler(studies)
    many = [ONE, *(f"NCT{number:08d}" for number in range(1_000, 1_150)), ONE]
    pages = list(client.studies(many, Stop()))
    assert [one.content for one in pages] == [page(ONE, token="2"), page(TWO), page(TWO)]
    numbers = [request.args["filter.ids"].split("|") for request in asked(server)]
    assert [len(some) for some in numbers] == [100, 100, 51]
    assert list(client.studies([], Stop())) == []


def test_version_and_size(server: HTTPServer, client: RegistryClient) -> None:
    version = b'{"apiVersion": "2.0.5", "dataTimestamp": "2026-11-25T09:00:04"}'
    answer(server, "/api/v2/version", version)
    answer(server, "/api/v2/stats/size", b'{"totalStudies": 601000, "averageSizeBytes": 17000}')
    assert client.version(Stop()).data_timestamp == "2026-11-25T09:00:04"
    assert client.size(Stop()).total_studies == 601_000


@pytest.mark.parametrize(
    "content", [b"[]", b"{}", b'{"totalStudies": true, "averageSizeBytes": 1}', b'"x"', b"7"]
)
def test_a_size_that_is_none_is_not_believed(
    content: bytes, server: HTTPServer, client: RegistryClient
) -> None:
    answer(server, "/api/v2/stats/size", content)
    with pytest.raises(RegistryError, match="not an answer as"):
        client.size(Stop())


@pytest.mark.parametrize(
    "content",
    [
        b'{"studies": {}}',
        b'{"studies": [7]}',
        b'{"studies": [], "nextPageToken": 7}',
        b'{"studies": [], "totalCount": -1}',
        b'{"studies": [], "totalCount": "many"}',
        b'{"studies": [], "totalCount": 99999999999}',
        b"[]",
        b"null",
    ],
)
def test_what_is_no_page_is_not_believed(
    content: bytes, server: HTTPServer, client: RegistryClient
) -> None:
    answer(server, "/api/v2/studies", content)
    with pytest.raises(RegistryError, match="not an answer as"):
        client.page(StudiesQuery(), Stop())


REAL = RECORDS / "ctgov_json"
CONTAINERS = RECORDS / "ctgov_containers"


@needs_records
def test_real_records_come_as_they_are(server: HTTPServer, client: RegistryClient) -> None:
    for file in sorted(REAL.glob("*.json"))[:40]:
        content = file.read_bytes()
        answer(server, f"/api/v2/studies/{file.stem}", content)
        assert client.study(file.stem, Stop()).content == content


@needs_records
@pytest.mark.parametrize("name", ["alexxpz_clinical_trials", "biomcp_search_phelan_next_20260811"])
def test_real_pages_come_as_they_are(name: str, server: HTTPServer, client: RegistryClient) -> None:
    content = (CONTAINERS / f"{name}.json").read_bytes()
    value = json.loads(content)
    answer(server, "/api/v2/studies", content)
    got = client.page(StudiesQuery(), Stop())
    assert got.content == content
    assert (got.studies, got.next_token) == (len(value["studies"]), value["nextPageToken"])
    rows = client.found(StudiesQuery(), Stop()).studies
    numbers = [one["protocolSection"]["identificationModule"]["nctId"] for one in value["studies"]]
    assert [row.nct_id for row in rows] == numbers
    assert all(row.brief_title for row in rows)


def test_the_bases_that_may_be_asked() -> None:
    assert RegistryClient("").base_address == "https://clinicaltrials.gov/api/v2"
    assert RegistryClient("http://[::1]:8080/x/").base_address == "http://[::1]:8080/x"
