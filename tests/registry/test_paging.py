import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import RegistryAnswerError
from desktop_app.registry.client import RegistryClient
from desktop_app.registry.news import read_seen
from desktop_app.registry.paging import LONGEST_TOKEN, Following
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop
from desktop_app.registry.updates.listing import updated_since
from tests.registry.clocks import QUICK, TestClock
from tests.registry.downloading import HASTY, held, quick_client, run_download
from tests.registry.fault_cases import ASKED, ask_page
from tests.registry.lines import BASE_PATH, Line, Script, answering, head, line_server
from tests.store.importing.sources import study

ADDRESS = "https://registry.example/api/v2/studies"
DAY = date(2026, 1, 1)
Ask = Callable[[RegistryClient], object]
ALL_ASKS: list[Ask] = [
    lambda client: list(client.studies([ASKED], Stop())),
    lambda client: client.updates([ASKED], Stop()),
    lambda client: updated_since(client, DAY, Stop()),
    lambda client: read_seen(client, StudiesQuery(), Stop()),
]


def pages(page: Callable[[int], dict[str, Any]]) -> Script:
    """Returns a script that answers with one page after the other, by their place, and no end."""
    count = 0

    def script(line: Line) -> None:
        nonlocal count
        while request := line.read_request():
            content = json.dumps({"apiVersion": "2.0.5", "dataTimestamp": "2026-11-25T09:00:04"})
            if f"{BASE_PATH}/version" not in request.decode():
                content = json.dumps(page(count))
                count += 1
            line.send(head(len(content), keeps=True) + content.encode())

    return script


def empty_ones(place: int) -> dict[str, Any]:
    return {"studies": [], "nextPageToken": f"t{place}"}


def the_same_study(place: int) -> dict[str, Any]:
    return {"studies": [study(1)], "nextPageToken": f"t{place}"}


def two_in_turn(place: int) -> dict[str, Any]:
    return {"studies": [study(place + 1)], "nextPageToken": "AB"[place % 2]}


ENDLESS = [empty_ones, the_same_study, two_in_turn]


@pytest.mark.parametrize("ask", ALL_ASKS)
@pytest.mark.parametrize("page", ENDLESS)
def test_pages_without_an_end_are_left(page: Callable[[int], dict[str, Any]], ask: Ask) -> None:
    with line_server(pages(page)) as server:
        client = RegistryClient(server.base_address, manners=QUICK, clock=TestClock())
        with pytest.raises(RegistryAnswerError, match="without an end"):
            ask(client)
        client.close()


@pytest.mark.parametrize(
    ("page", "kept"),
    [(empty_ones, []), (the_same_study, ["NCT00000001"]), (two_in_turn, ["NCT00000001"])],
)
def test_a_download_without_an_end_ends_and_keeps_what_came(
    page: Callable[[int], dict[str, Any]], kept: list[str], tmp_path: Path
) -> None:
    with line_server(pages(page)) as server:
        client = quick_client(server.base_address, HASTY)
        with pytest.raises(RegistryAnswerError, match="without an end"):
            run_download(tmp_path, client, StudiesQuery())
        client.close()
    assert sorted(held(tmp_path))[:1] == kept


def test_what_leads_on_is_followed() -> None:
    following = Following()
    for place in range(300):
        # A study that was updated meanwhile comes once more.
        following.note(ADDRESS, f"t{place}", [f"NCT{place:08}", "NCT00000001"])
    for place in range(300, 304):
        following.note(ADDRESS, f"t{place}", [])
    following.note(ADDRESS, "t304", ["NCT00000999"])
    with pytest.raises(RegistryAnswerError, match=r"registry\.example leads .* without an end"):
        following.note(ADDRESS, "t7", ["NCT00001000"])


@pytest.mark.parametrize(
    "token", ["\ud800", "a\r\nb", "a\0", "\u202eabc", "x" * (LONGEST_TOKEN + 1), 5, None, ["a"]]
)
def test_what_cannot_stand_in_an_address_names_no_page(token: object) -> None:
    content = json.dumps({"studies": [], "nextPageToken": token}).encode()
    with line_server(answering(content)) as server:
        client = RegistryClient(server.base_address, manners=QUICK, clock=TestClock())
        with pytest.raises(RegistryAnswerError, match="not an answer"):
            ask_page(client)
        client.close()


def test_studies_that_are_written_oddly_came_all_the_same(tmp_path: Path) -> None:
    numbers = [f"NCT0000000{digit}" for digit in (1, 2, 3, 4)]
    deep: list[object] = []
    for _level in range(250):
        deep = [deep]
    odd = [study(1), study(2), study(3)]
    odd[0]["protocolSection"]["identificationModule"]["briefTitle"] = "\ud800"
    odd[1]["deep"] = deep
    odd[2]["number"] = float("nan")
    with line_server(pages(lambda place: {"studies": odd})) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, numbers)
        client.close()
    assert result.download.missing == (numbers[3],)
    assert [reason for _origin, reason in result.download.rejected] == [
        "It is nested deeper than 100 levels."
    ]
    assert sorted(held(tmp_path)) == [numbers[0], numbers[2]]
