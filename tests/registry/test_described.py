"""The client against a server that others made from the registry's description of itself."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from desktop_app.errors import DesktopAppError, RegistryAnswerError
from desktop_app.readers.detect import reread
from desktop_app.registry.addresses import with_parameters
from desktop_app.registry.client import RegistryClient
from desktop_app.registry.keeping import keep_page, keep_study
from desktop_app.registry.parameters import FOUND_FIELDS, page_parameters, query_parameters
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.registry.stopping import Stop
from desktop_app.store.library import Library
from desktop_app.study.enumerations import Phase, Status
from tests.registry.downloading import HASTY, held, quick_client, run_download
from tests.registry.prism import DESCRIPTION, Prism, prism

HOSTILE = 'lung | "cancer" & ä%20#?=+,; \\ (AREA[Phase]) \u202e 肺癌'
FIELDS = ("condition", "intervention", "terms", "location")
PARTS: tuple[dict[str, Any], ...] = (
    dict.fromkeys(FIELDS, HOSTILE),
    {"statuses": tuple(Status)},
    {"phases": tuple(Phase)},
    {"ages": ("child", "adult", "older")},
    {"sex": "f"},
    {"has_results": True},
    {"updated_since": "2024-01-31"},
    {"order": Order.LAST_UPDATE},
)
NUMBERS = [f"NCT{number:08d}" for number in range(1, 251)]
TIMES = int(os.environ.get("MADE_UP_ANSWERS", "4"))
"""How often made-up answers are read: each is another one."""


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prism]:
    with prism(tmp_path_factory.mktemp("prism") / "said", dynamic=False) as server:
        yield server


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prism]:
    with prism(tmp_path_factory.mktemp("prism") / "said", dynamic=True) as server:
        yield server


def queries() -> Iterator[StudiesQuery]:
    """Yield searches: every value by itself, and every set of what can be asked at once."""
    for chosen in product((False, True), repeat=len(PARTS)):
        asked = [part for part, is_asked in zip(PARTS, chosen, strict=True) if is_asked]
        yield StudiesQuery(**{name: value for part in asked for name, value in part.items()})
    singles: list[dict[str, Any]] = [{name: "heart attack"} for name in FIELDS]
    yield from (StudiesQuery(**asked) for asked in singles)
    yield from (StudiesQuery(statuses=(status,)) for status in Status)
    yield from (StudiesQuery(phases=(phase,)) for phase in Phase)
    yield from (StudiesQuery(ages=(age,)) for age in ("child", "adult", "older"))
    yield from (StudiesQuery(order=order) for order in Order)
    yield from (StudiesQuery(sex="m"), StudiesQuery(has_results=False))


def test_every_search_that_can_be_asked_is_as_described(examples: Prism) -> None:
    client = quick_client(examples.base_address, HASTY)
    for number, query in enumerate(queries()):
        if number % 2:
            page = client.page(query, Stop(), size=1_000, count=True)
            assert page.studies == 3
            assert (page.next_token, page.total) == ("abracadabra", 438_897)
        else:
            found = client.found(query, Stop(), token="a", count=False)
            assert len(found.studies) == 3
    client.close()
    assert examples.violations() == []


def test_no_parameter_is_sent_that_is_not_described() -> None:
    if not DESCRIPTION.is_file():
        pytest.skip("the registry's description is not beside the project (../shared/schema)")
    described = set(re.findall(r'- name: "([^"]+)"', DESCRIPTION.read_text("utf-8")))
    for query in queries():
        paging = page_parameters(token="a", size=1_000, count=True)
        fields = {"fields": "|".join(FOUND_FIELDS)}
        parameters = query_parameters(query) | paging | fields
        assert set(parameters) <= described
        address = with_parameters("https://clinicaltrials.gov/api/v2/studies", parameters)
        assert dict(parse_qsl(urlsplit(address).query)) == parameters


def test_all_that_is_asked_beside_searches_is_as_described(examples: Prism) -> None:
    client = quick_client(examples.base_address, HASTY)
    assert client.version(Stop()).api_version == "string"
    with pytest.raises(RegistryAnswerError):
        # The example is of less than no studies.
        client.size(Stop())
    # Each page of the example names the same one as its next.
    with pytest.raises(RegistryAnswerError):
        client.updates(NUMBERS, Stop())
    with pytest.raises(RegistryAnswerError):
        list(client.studies(NUMBERS, Stop()))
    with suppress(DesktopAppError):
        client.study("NCT03540771", Stop())
    client.close()
    assert examples.violations() == []


def test_a_request_that_is_not_as_described_would_be_seen(made_up: Prism) -> None:
    client = quick_client(made_up.base_address, HASTY)
    with pytest.raises(DesktopAppError):
        client.page(StudiesQuery(), Stop(), size=-1)
    client.close()
    assert made_up.violations() != []


def test_the_examples_are_kept(tmp_path: Path, examples: Prism) -> None:
    client = quick_client(examples.base_address, HASTY)
    page = client.page(StudiesQuery(), Stop())
    with Library.open(tmp_path, reader=reread) as library:
        outcomes = keep_page(library, page)
        assert len(outcomes) == 3
    assert set(held(tmp_path)) == {"NCT03540771", "NCT03630471", "NCT00587795"}
    # The example leads to the same page for ever, which is no way through a list.
    with pytest.raises(RegistryAnswerError):
        run_download(tmp_path / "download", client, StudiesQuery())
    client.close()


def test_every_answer_that_is_made_up_is_read_or_refused_with_a_sentence(
    tmp_path: Path, made_up: Prism
) -> None:
    client = quick_client(made_up.base_address, HASTY)
    read = 0
    with Library.open(tmp_path, reader=reread) as library:
        for _time in range(TIMES):
            read += sum(ask_everything(client, library))
    client.close()
    assert read > TIMES


def ask_everything(client: RegistryClient, library: Library) -> Iterator[bool]:
    """Ask for one of everything; yield whether it was read, for all else has to be a sentence."""
    stop, query = Stop(), StudiesQuery(condition="asthma")
    asked = (
        lambda: client.version(stop),
        lambda: client.size(stop),
        lambda: client.found(query, stop),
        lambda: client.updates(["NCT00000001"], stop),
        lambda: keep_study(library, client.study("NCT00000001", stop)),
        lambda: keep_page(library, client.page(query, stop, count=True)),
    )
    for ask in asked:
        refusal = ""
        try:
            ask()
        except DesktopAppError as error:
            refusal = str(error)
        assert not refusal or refusal.endswith(".")
        yield not refusal
