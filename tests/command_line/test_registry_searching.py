"""``trialviewer search-registry``: what is asked, and what is printed."""

import json

import pytest

from desktop_app.command_line import registry_searching
from desktop_app.command_line.main import main
from desktop_app.errors import RegistryUnreachableError
from desktop_app.registry.answers import FoundPage
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.study.enumerations import Phase, Status
from tests.ui.registry.searching.fake_registry import FakeRegistry


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> FakeRegistry:
    """Returns the registry that the command asks."""
    made = FakeRegistry("NCT00000001", "NCT00000002", "NCT00000003", limit=1)
    monkeypatch.setattr(registry_searching, "registry_client", lambda _options: made)
    return made


def test_everything_that_can_be_said_is_asked(registry: FakeRegistry) -> None:
    words = ("--condition", "a", "--intervention", "b", "--terms", "c", "--location", "d")
    choices = (
        "--status",
        "recruiting",
        "--status",
        "unknown",
        "--phase",
        "early1",
        "--phase",
        "na",
    )
    rest = ("--age", "child", "--sex", "male", "--results", "without", "--limit", "1")
    since = ("--updated-since", "2026-01-31")
    assert main(["search-registry", *words, *choices, *rest, *since]) == 0
    assert registry.asked == [
        StudiesQuery(
            condition="a",
            intervention="b",
            terms="c",
            location="d",
            statuses=(Status.RECRUITING, Status.UNKNOWN),
            phases=(Phase.EARLY_PHASE1, Phase.NA),
            ages=("child",),
            sex="m",
            has_results=False,
            updated_since="2026-01-31",
            order=Order.RELEVANCE,
        )
    ]


def test_what_is_found_is_printed_with_what_the_library_holds(
    registry: FakeRegistry, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search-registry", "--condition", '"study', "--limit", "2"]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["NCT00000001", "NCT00000002"]
    assert all(line.endswith("[Not in your library]") for line in lines[:2])
    assert lines[2] == "2 of 3 shown"
    assert "quotation mark" in told.err


def test_it_is_printed_as_json(registry: FakeRegistry, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search-registry", "--json"]) == 0
    studies = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [study["nct_id"] for study in studies] == list(registry.records)
    assert {study["standing"] for study in studies} == {"not_held"}


def test_a_registry_whose_pages_have_no_end_is_left(
    registry: FakeRegistry, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = FoundPage((), "again", None, "https://registry.example/api/v2/studies")
    monkeypatch.setattr(registry, "found", lambda *_asked, **_named: endless)
    assert main(["search-registry"]) == 1
    assert "without an end" in capsys.readouterr().err


def test_a_registry_that_is_not_reached_is_told(
    registry: FakeRegistry, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.failure = RegistryUnreachableError("No network.")
    assert main(["search-registry"]) == 1
    assert capsys.readouterr().err == "No network.\n"


@pytest.mark.parametrize("said", [("--updated-since", "soon"), ("--phase", "5"), ("words",)])
def test_what_makes_no_sense_is_refused(said: tuple[str, ...], registry: FakeRegistry) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["search-registry", *said])
    assert ended.value.code == 2
    assert registry.asked == []
