"""``trialviewer fetch`` of a search and ``trialviewer downloads``, on this computer."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.command_line import downloading
from desktop_app.command_line.download_lines import progress_words
from desktop_app.command_line.main import main
from desktop_app.directories import Directories
from desktop_app.errors import RegistryUnreachableError
from desktop_app.registry.downloads import engine
from desktop_app.registry.downloads.asked import begin
from desktop_app.registry.downloads.progress import DownloadProgress, Stage
from desktop_app.registry.queries import StudiesQuery
from desktop_app.store.library import FILE_NAME
from tests.registry.served import RegistryServer, served
from tests.studies import record_bytes

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[RegistryServer]:
    records = [
        record_bytes(
            f"NCT{number:08d}",
            conditionsModule={"conditions": ["Asthma" if number % 2 else "Migraine"]},
            statusModule={"overallStatus": "RECRUITING" if number < 150 else "COMPLETED"},
        )
        for number in range(101, 201)
    ]
    with served(records) as server:
        monkeypatch.setenv("TRIALVIEWER_REGISTRY", server.base_address)
        yield server


def begun(query: StudiesQuery) -> int:
    """Leave a download that is to go on; return its number."""
    assert main(["fetch", "NCT00000101"]) == 0
    return begin(Directories.standard().library / FILE_NAME, query).id


def test_all_that_a_search_finds_is_fetched(registry: RegistryServer, capsys: Capture) -> None:
    query = ["--condition", "asthma", "--status", "recruiting"]
    assert main(["fetch", *query]) == 0
    assert "only part" not in capsys.readouterr().out
    assert main(["fetch", *query]) == 0
    assert capsys.readouterr().out == "25 same\n"
    assert main(["search", "asthma", "--limit", "30"]) == 0
    assert main(["downloads"]) == 0
    assert capsys.readouterr().out.endswith("No download waits to go on.\n")


@pytest.mark.usefixtures("registry")
def test_a_search_that_finds_nothing_is_no_fault(capsys: Capture) -> None:
    assert main(["fetch", "--condition", "zebra unicorn nowhere"]) == 0
    assert capsys.readouterr().out == "nothing found\n"


def test_the_whole_registry_is_fetched(registry: RegistryServer, capsys: Capture) -> None:
    assert main(["fetch", "--all", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["added"] == 100
    assert told["ending"] == "finished"
    assert told["missing"] == []


def test_downloads_are_listed_and_gone_on_with(registry: RegistryServer, capsys: Capture) -> None:
    number = begun(StudiesQuery(condition="asthma"))
    capsys.readouterr()
    assert main(["downloads"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{number}: a search for “asthma”, 0 of ?, begun 20")
    assert main(["downloads", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["asked"] == {"query": {"condition": "asthma"}}
    assert main(["fetch", "--resume"]) == 0
    assert capsys.readouterr().out == "49 added, 1 same\n"
    assert main(["fetch", "--resume", str(number)]) == 1
    assert "no such download" in capsys.readouterr().err


def test_a_download_is_forgotten(registry: RegistryServer, capsys: Capture) -> None:
    number = begun(StudiesQuery())
    assert main(["downloads", "--forget", str(number + 1)]) == 1
    assert main(["downloads", "--forget", str(number)]) == 0
    capsys.readouterr()
    assert main(["downloads"]) == 0
    assert capsys.readouterr().out == "No download waits to go on.\n"


def test_one_thing_at_a_time_is_asked_for(registry: RegistryServer, capsys: Capture) -> None:
    for words in (["--all", "--condition", "a"], ["NCT00000101", "--resume"], []):
        assert main(["fetch", *words]) == 2
        assert capsys.readouterr().err.startswith("Name NCT numbers")
    assert registry.asked == []


def test_without_a_network_it_is_said_and_nothing_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def refused(*_arguments: object, **_named: object) -> None:
        raise RegistryUnreachableError("There is no network.")

    monkeypatch.setattr(engine._Downloading, "_go_on", refused)
    assert main(["fetch", "--condition", "asthma"]) == 1
    assert capsys.readouterr().err == "There is no network.\n"
    assert main(["downloads"]) == 0


def test_what_is_interrupted_tells_how_to_go_on(
    registry: RegistryServer, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    waits: list[float] = []

    def interrupt(_running: object, seconds: float) -> None:
        waits.append(seconds)
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr(downloading, "wait", interrupt)
        assert main(["fetch", "--all"]) == 130
    assert "Go on with: trialviewer fetch --resume 1" in capsys.readouterr().err
    assert all(0 < seconds < 1 for seconds in waits)
    assert main(["fetch", "--resume"]) == 0


def test_progress_in_a_line() -> None:
    far = DownloadProgress(done=1_200, total=4_000, rate=45.4, seconds_left=62)
    assert progress_words(far) == "1200 of 4000, 45 a second, 62 s left"
    assert progress_words(DownloadProgress()) == "0 of ?"
    waits = DownloadProgress(Stage.WAITING, 10, 20, problem="No network.", retry_in=39.6)
    assert progress_words(waits) == "10 of 20, next try in 40 seconds"


def test_a_library_that_is_not_there_has_no_downloads(tmp_path: Path, capsys: Capture) -> None:
    assert main(["--library", str(tmp_path / "none"), "downloads"]) == 0
    assert capsys.readouterr().out == "No download waits to go on.\n"


def test_nothing_is_forgotten_where_there_is_no_library(tmp_path: Path, capsys: Capture) -> None:
    assert main(["--library", str(tmp_path / "none"), "downloads", "--forget", "3"]) == 1
    assert capsys.readouterr().err.startswith("There is no such download that waits to go on.")
