import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.command_line.main import main
from tests.studies import record_bytes

NUMBER, OTHER = "NCT00000101", "NCT00000102"


def file_of(folder: Path, day: str, count: int, nct_id: str = NUMBER) -> Path:
    modules: dict[str, Any] = {
        "statusModule": {"lastUpdatePostDateStruct": {"date": day, "type": "ACTUAL"}},
        "designModule": {"enrollmentInfo": {"count": count, "type": "ESTIMATED"}},
    }
    path = folder / f"{nct_id}_{day}.json"
    path.write_bytes(record_bytes(nct_id, **modules))
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with three versions of a study."""
    folder = tmp_path / "library"
    for day, count in (("2024-01-01", 100), ("2025-01-01", 120), ("2026-01-01", 86)):
        main(["--library", str(folder), "import", str(file_of(tmp_path, day, count))])
    return folder


def told(capfdbinary: pytest.CaptureFixture[bytes]) -> str:
    return " ".join(capfdbinary.readouterr().out.decode().split())


def test_the_two_newest_versions_are_compared(
    library: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    capfdbinary.readouterr()
    assert main(["--library", str(library), "changes", NUMBER]) == 0
    assert "[removed: 120 (estimated)] → [added: 86 (estimated)]" in told(capfdbinary)


@pytest.mark.parametrize("oldest", ["2024-01-01", "3"])
def test_versions_are_named_by_date_or_number(
    library: Path, oldest: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    capfdbinary.readouterr()
    arguments = ["changes", NUMBER, "--from", oldest, "--to", "2025-01-01"]
    assert main(["--library", str(library), *arguments]) == 0
    assert "[removed: 100 (estimated)] → [added: 120 (estimated)]" in told(capfdbinary)


def test_a_version_that_is_not_there_is_answered_with_those_that_are(
    library: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["--library", str(library), "changes", NUMBER, "--from", "2019"]) == 2
    said = capfdbinary.readouterr().err.decode()
    assert [line.split()[:2] for line in said.splitlines()[1:]] == [
        ["1", "2026-01-01"],
        ["2", "2025-01-01"],
        ["3", "2024-01-01"],
    ]


def test_two_files_are_compared(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    files = (file_of(tmp_path, "2024-01-01", 100), file_of(tmp_path, "2025-01-01", 120, OTHER))
    assert main(["changes", *map(str, files)]) == 0
    assert f"First study: {NUMBER}" in told(capfdbinary)


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("a.pdf", b"%PDF"), ("a.html", b"<!DOCTYPE"), ("a.md", b"# What"), ("a.txt", b"What changed")],
)
def test_a_file_is_written_in_the_form_of_its_name(
    tmp_path: Path, name: str, beginning: bytes
) -> None:
    files = [file_of(tmp_path, day, count) for day, count in (("2024-01-01", 1), ("2025-01-01", 2))]
    target = tmp_path / name
    assert main(["changes", *map(str, files), "-o", str(target)]) == 0
    assert target.read_bytes().startswith(beginning)


def test_an_input_is_not_overwritten(tmp_path: Path) -> None:
    files = [file_of(tmp_path, day, count) for day, count in (("2024-01-01", 1), ("2025-01-01", 2))]
    assert main(["changes", *map(str, files), "-o", str(files[0])]) == 2
    assert json.loads(files[0].read_bytes())


@pytest.mark.parametrize(
    ("arguments", "code"), [(["aspirin"], 2), ([NUMBER], 1), ([NUMBER, OTHER, NUMBER], 2)]
)
def test_what_cannot_be_compared_is_told(arguments: list[str], code: int, tmp_path: Path) -> None:
    assert main(["--library", str(tmp_path / "none"), "changes", *arguments]) == code
