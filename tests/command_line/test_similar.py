import json
from pathlib import Path

import pytest

from desktop_app.command_line import main
from tests.studies import record_bytes


def write(folder: Path, number: int, condition: str) -> None:
    conditions = {"conditions": [condition]}
    record = record_bytes(f"NCT{number:08d}", conditionsModule=conditions)
    (folder / f"{number}.json").write_bytes(record)


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The words that name a library of four studies."""
    records = tmp_path / "records"
    records.mkdir()
    for number, condition in enumerate(("Asthma", "Asthma", "asthma", "Gout"), 1):
        write(records, number, condition)
    words = ["--library", str(tmp_path / "library")]
    assert main([*words, "import", str(records)]) == 0
    capsys.readouterr()
    return words


def test_similar_studies_are_printed_with_the_reasons(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*library, "similar", "NCT00000001"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("NCT00000001")
    assert [line.split()[0] for line in lines[1::2]] == ["NCT00000003", "NCT00000002"]
    assert lines[2] == "      Same condition: Asthma"


def test_at_most_as_many_as_are_wanted(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*library, "similar", "NCT00000001", "--limit", "1", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert found["nct_id"] == "NCT00000003"
    assert found["shared"] == {"CONDITION": ["Asthma"]}


def test_why_there_is_none_is_printed(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*library, "similar", "NCT00000004"]) == 0
    assert "No other study in your library has" in capsys.readouterr().out


def test_what_is_not_held_is_told_and_the_rest_is_done(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*library, "similar", "NCT09999999", "NCT00000001"]) == 1
    captured = capsys.readouterr()
    assert "NCT09999999 is not in the library." in captured.err
    assert "NCT00000002" in captured.out


def test_without_a_library_nothing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    assert main(["--library", str(folder), "similar", "NCT00000001"]) == 1
    assert not folder.exists()


def test_what_is_no_number_is_told_as_such(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*library, "similar", "asthma"]) == 1
    assert capsys.readouterr().err == "“asthma” is no NCT number, such as NCT03816852.\n"
