from pathlib import Path

import pytest

from desktop_app.command_line import main
from tests.studies import record_bytes

ELIGIBILITY = {"sex": "ALL", "minimumAge": "18 Years", "maximumAge": "40 Years"}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.json"
    path.write_bytes(record_bytes(eligibilityModule=ELIGIBILITY))
    return path


def test_pictures_are_written_under_the_number_of_their_study(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["picture", str(record), "--figure", "ages", "-o", str(tmp_path / "out")]) == 0
    written = tmp_path / "out" / "NCT01234567_ages.svg"
    assert capsys.readouterr().out.strip() == str(written)
    assert written.read_text(encoding="utf-8").startswith("<svg")


def test_pictures_can_be_pages(record: Path, tmp_path: Path) -> None:
    assert main(["picture", str(record), "--as", "pdf", "-o", str(tmp_path / "out")]) == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert "NCT01234567_ages.pdf" in names
    assert all(name.endswith(".pdf") for name in names)


def test_two_versions_of_a_study_have_pictures_of_their_own(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(record_bytes(eligibilityModule=ELIGIBILITY | {"maximumAge": "60 Years"}))
    out = tmp_path / "out"
    assert main(["picture", str(record), str(other), "--figure", "ages", "-o", str(out)]) == 0
    told = capsys.readouterr().out.split()
    assert told == [str(out / "NCT01234567_ages.svg"), str(out / "NCT01234567_ages_2.svg")]
    first, second = (Path(name).read_text(encoding="utf-8") for name in told)
    assert "60" in second
    assert "60" not in first


def test_a_folder_that_cannot_be_made_is_told(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["picture", str(record), "-o", str(record)]) == 1
    assert "cannot be made: it is a file" in capsys.readouterr().err


def test_a_picture_that_a_study_lacks_is_told_with_those_that_it_has(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = tmp_path / "bare.json"
    bare.write_bytes(record_bytes("NCT00000102"))
    out = tmp_path / "out"
    assert main(["picture", str(bare), str(record), "--figure", "ages", "-o", str(out)]) == 1
    captured = capsys.readouterr()
    assert captured.out.strip() == str(out / "NCT01234567_ages.svg")
    assert captured.err == "NCT00000102 has no pictures.\n"
    assert main(["picture", str(bare), "-o", str(out)]) == 0
    assert capsys.readouterr().err == "NCT00000102 has no pictures.\n"


def test_a_misspelt_picture_is_told(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["picture", str(record), "--figure", "agse", "-o", str(out)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "has no picture “agse”. It has: " in captured.err
    assert "ages" in captured.err
    assert not out.exists()
