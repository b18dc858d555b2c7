"""``trialviewer fetch``, against a registry on this computer."""

import io
import json
import sys
from collections.abc import Iterator

import pytest

from desktop_app.command_line import main
from desktop_app.command_line.registry import patient_stop
from tests.registry.served import RegistryServer, served
from tests.studies import record_bytes

ONE, OTHER, OLD = "NCT00000101", "NCT00000102", "NCT00000091"


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[RegistryServer]:
    with_alias = {"nctId": OTHER, "nctIdAliases": [OLD], "briefTitle": "Another"}
    records = [record_bytes(ONE), record_bytes(OTHER, identificationModule=with_alias)]
    with served(records) as server:
        monkeypatch.setenv("TRIALVIEWER_REGISTRY", server.base_address)
        yield server


def test_what_is_fetched_is_in_the_library(
    registry: RegistryServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fetch", "nct 101", f"https://clinicaltrials.gov/study/{OTHER}?tab=table"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith(f"added: {OTHER} Another")
    assert "nct 101 is no NCT number: it has 3 digits" in captured.err
    assert main(["fetch", ONE, "102"]) == 0
    first, second, counts = capsys.readouterr().out.splitlines()
    assert first.startswith(f"added: {ONE} Study {ONE}")
    assert second == f"same: {OTHER} Another (The library already holds this version.)"
    assert counts == "1 added, 1 same"
    assert main(["show", ONE]) == 0
    shown = capsys.readouterr().out
    assert f"{registry.base_address}/studies/{ONE}\n" in shown
    assert "Fetched:" in shown


def test_a_number_that_the_registry_does_not_know_is_told(
    registry: RegistryServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fetch", ONE, "NCT09999999"]) == 1
    captured = capsys.readouterr()
    assert f"added: {ONE}" in captured.out
    assert "not fetched: NCT09999999 (NCT09999999 was not found at ClinicalTrials.gov" in (
        captured.out
    )
    assert captured.out.endswith("1 added, 1 not fetched\n")
    assert registry.asked == [f"/studies/{ONE}", "/studies/NCT09999999"]


def test_a_former_number_brings_the_study_of_today(
    registry: RegistryServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fetch", OLD]) == 0
    assert capsys.readouterr().out.startswith(f"added: {OTHER} Another")


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_terminal_tells_how_much_of_a_long_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], is_terminal: bool
) -> None:
    text = f"{ONE}\n" * 100_000
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    assert main(["fetch", "-"]) == 0
    told = capsys.readouterr().err
    assert ("\r 49 %\r 58 %" in told) == is_terminal
    assert told.strip(" \r").endswith("%" if is_terminal else "")
    assert told.endswith("\r     \r" if is_terminal else "")


@pytest.mark.usefixtures("registry")
def test_many_numbers_are_read_from_the_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = "\n".join((ONE, OLD, *(f"NCT{number:08d}" for number in range(9000, 9020))))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(numbers.encode())))
    assert main(["fetch", "-", "--json"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["outcome"] for line in lines[:2]] == ["added", "added"]
    assert lines[1]["nct_id"] == OTHER
    assert len(lines) == 22
    assert all("was not found" in line["note"] for line in lines[2:])


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("ISRCTN12345678", "ISRCTN registry"),
        ("asthma", "There is no NCT number in this text."),
        ("https://example.org/x", "example.org is not ClinicalTrials.gov"),
    ],
)
def test_what_is_no_number_is_told_and_nothing_is_asked(
    registry: RegistryServer, capsys: pytest.CaptureFixture[str], word: str, told: str
) -> None:
    assert main(["fetch", word]) == 1
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""
    assert registry.asked == []


def test_a_registry_that_is_not_there_is_told_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with served([]) as server:
        address = server.base_address
    assert main(["fetch", "--registry", address, ONE, OTHER]) == 1
    captured = capsys.readouterr()
    assert captured.out == f"not fetched: {ONE}\nnot fetched: {OTHER}\n2 not fetched\n"
    assert captured.err.count("\n") == 1


def test_a_terminal_is_told_how_long_the_registry_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert patient_stop().on_wait is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    tell = patient_stop().on_wait
    assert tell is not None
    tell(20)
    tell(0)
    assert capsys.readouterr().err == "\nnext try in 20 seconds\n"
