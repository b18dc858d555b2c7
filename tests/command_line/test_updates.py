import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.command_line import main
from desktop_app.command_line.options import Options
from desktop_app.readers.detect import reread
from desktop_app.registry.client import RegistryClient
from desktop_app.store.library import Library
from desktop_app.store.personal import named_plans, plans
from desktop_app.store.personal.values import TagColour
from tests.registry.downloading import quick_client
from tests.registry.served import RegistryServer, served
from tests.store.synthetic import content, record


def raw(number: int, date: str) -> bytes:
    return json.dumps(content(number, date)).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Returns the folder of a library of four studies, of which the first is starred."""
    made = tmp_path / "library"
    with Library.open(made, reader=reread) as library:
        for number in (1, 2, 3, 4):
            library.add(record(number, "2026-01-01"))
        writer = library.personal_writer()
        writer.perform(plans.star([1], starred=True))
        writer.perform(named_plans.create_tag("Ward 7", TagColour.BLUE, [1, 2]))
        writer.close()
    return made


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[RegistryServer]:
    """Returns a registry in which two of the studies changed, and which lacks one."""
    dates = {1: "2026-01-01", 2: "2026-03-01", 3: "2026-03-02"}
    with served([raw(number, date) for number, date in dates.items()]) as made:

        def client(_options: Options) -> RegistryClient:
            return quick_client(made.base_address)

        monkeypatch.setattr("desktop_app.command_line.updates.registry_client", client)
        yield made


def run(folder: Path, *words: str) -> int:
    return main(["--library", str(folder), "updates", *words])


def test_starred_studies_are_checked_unless_others_are_named(
    folder: Path, server: RegistryServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder) == 0
    assert capsys.readouterr().out == "Starred studies: 1 unchanged.\n"


def test_what_is_not_as_it_was_has_a_line(
    folder: Path, server: RegistryServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "--all") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[::2] == [
        "NCT00000002  Changed  Study number 2",
        "NCT00000003  Changed  Study number 3",
        "NCT00000004  No longer at the registry  Study number 4",
        "All studies: 2 changed, 1 unchanged, 1 no longer at the registry.",
    ]
    with Library.open(folder, reader=reread) as library:
        assert len(library.versions("NCT00000002")) == 2
    server.asked.clear()
    assert run(folder, "--last", "--json") == 0
    assert server.asked == []
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["nct_id"], one["outcome"]) for one in told] == [
        ("NCT00000002", "changed"),
        ("NCT00000003", "changed"),
        ("NCT00000004", "gone"),
    ]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--tag", "ward 7"), 0, "Studies with the tag “Ward 7”: 1 changed, 1 unchanged.\n"),
        (("NCT00000003", "nct1"), 0, "2 selected studies: 1 changed, 1 unchanged.\n"),
        (("--marked",), 0, "Starred and tagged studies: 1 changed, 1 unchanged.\n"),
        (("--tag", "Nowhere"), 2, "There is no tag “Nowhere”. Tags: Ward 7."),
        (("NCT00000009",), 1, "NCT00000009 is not in the library. Import its record first."),
        (("--collection", "Nowhere"), 2, "There is no collection “Nowhere”."),
        (("word",), 2, "“word” is no NCT number"),
    ],
)
def test_studies_are_named_in_several_ways_and_where_there_are_none_nothing_is_asked(
    folder: Path,
    server: RegistryServer,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    code: int,
    told: str,
) -> None:
    assert run(folder, *words) == code
    captured = capsys.readouterr()
    assert told in (captured.out if code == 0 else captured.err)
    assert bool(server.asked) == (code == 0)


@pytest.mark.parametrize(
    "words",
    [
        ("NCT00000003", "--all"),
        ("NCT00000003", "--tag", "Ward 7"),
        ("NCT00000003", "--last"),
        ("--starred", "--last"),
        ("--collection", "", "--last"),
    ],
)
def test_studies_are_chosen_in_one_way_at_a_time(
    folder: Path,
    server: RegistryServer,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
) -> None:
    assert run(folder, *words) == 2
    captured = capsys.readouterr()
    assert captured.err.endswith("one of these at a time.\n")
    assert captured.out == ""
    assert server.asked == []


def test_studies_that_are_not_held_are_told_and_the_others_are_checked(
    folder: Path, server: RegistryServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "NCT00000001", "NCT00000009") == 1
    captured = capsys.readouterr()
    assert captured.err == "NCT00000009 is not in the library. Import its record first.\n"
    assert "1 unchanged" in captured.out


def test_without_a_library_there_is_nothing_to_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "none") == 1
    assert "holds no study yet" in capsys.readouterr().err


def test_an_address_that_may_not_be_asked_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "--registry", "http://mirror.example/api") == 1
    assert "is not safe" in capsys.readouterr().err
