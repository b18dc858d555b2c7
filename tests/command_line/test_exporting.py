"""``trialviewer export``, run in this process as a user would type it."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from desktop_app.command_line import main
from desktop_app.command_line.options import EXPORT_FORMS
from desktop_app.export.outputs import OUTPUTS
from tests.studies import record_bytes

TODAY = date.today().isoformat()
XML = (
    b"<clinical_study><id_info><nct_id>NCT00000009</nct_id></id_info>"
    b"<brief_title>An old study</brief_title></clinical_study>"
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / "one.json"
    file.write_bytes(record_bytes())
    return file


@pytest.fixture
def other(tmp_path: Path) -> Path:
    file = tmp_path / "two.json"
    file.write_bytes(record_bytes("NCT07654321"))
    return file


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_the_forms_of_the_command_line_are_those_of_the_window() -> None:
    assert tuple(output.id for output in OUTPUTS) == EXPORT_FORMS


def test_each_study_gets_a_file_of_its_own(
    record: Path, other: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "made" / "here"
    assert main(["export", str(record), str(other), "-o", str(folder)]) == 0
    expected = [f"{nct_id}_record_{TODAY}.html" for nct_id in ("NCT01234567", "NCT07654321")]
    assert _names(folder) == expected
    assert capsys.readouterr().out.split("\n") == [*(str(folder / one) for one in expected), ""]


@pytest.mark.parametrize(
    ("form", "ending", "beginning"),
    [
        ("html", ".html", b"<!DOCTYPE html>"),
        ("markdown", ".md", b"# Study NCT01234567\n"),
        ("text", ".txt", b"NCT01234567"),
    ],
)
def test_a_record_is_written_in_the_form_that_is_wanted(
    form: str, ending: str, beginning: bytes, record: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    assert main(["export", str(record), "--as", form, "--pane", "arms", "-o", str(folder)]) == 0
    content = (folder / f"NCT01234567_record_{TODAY}{ending}").read_bytes()
    assert content.startswith(beginning)
    assert b"Arms" in content
    assert b"Who Can Take Part" not in content


def test_the_brief_can_be_a_web_page(record: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert main(["export", str(record), "--as", "brief-html", "-o", str(folder)]) == 0
    page = (folder / f"NCT01234567_brief_{TODAY}.html").read_text(encoding="utf-8")
    assert "Nothing was shortened." in page


@pytest.mark.parametrize(("form", "ending"), [("csv", "csv"), ("ris", "ris"), ("bibtex", "bib")])
def test_studies_are_gathered_in_one_file(
    form: str, ending: str, record: Path, other: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    assert main(["export", str(record), str(other), "--as", form, "-o", str(folder)]) == 0
    content = (folder / f"studies_{TODAY}.{ending}").read_text(encoding="utf-8-sig")
    assert "NCT01234567" in content
    assert "NCT07654321" in content
    target = tmp_path / f"mine.{ending}"
    assert main(["export", str(record), str(other), "--as", form, "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8-sig") == content


def test_the_source_document_is_written_byte_for_byte_with_its_own_suffix(
    record: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.dat"
    old.write_bytes(XML)
    folder = tmp_path / "out"
    assert main(["export", str(record), str(old), "--as", "json", "-o", str(folder)]) == 0
    assert _names(folder) == ["NCT00000009.xml", "NCT01234567.json"]
    assert (folder / "NCT00000009.xml").read_bytes() == XML
    assert (folder / "NCT01234567.json").read_bytes() == record.read_bytes()


def test_a_file_can_go_to_the_next_program(
    record: Path, other: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", str(record), "--as", "json", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == record.read_bytes()
    assert main(["export", str(record), str(other), "--as", "csv", "-o", "-"]) == 0
    rows = csv.reader(StringIO(capfdbinary.readouterr().out.decode("utf-8-sig"), newline=""))
    assert [row[0] for row in rows] == ["NCT Number", "NCT01234567", "NCT07654321"]


@pytest.mark.parametrize("place", ["-", "page.html"])
def test_one_file_takes_one_study(
    place: str, record: Path, other: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = place if place == "-" else str(tmp_path / place)
    assert main(["export", str(record), str(other), "-o", target]) == 2
    assert "Name a folder" in capsys.readouterr().err


def test_an_input_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = tmp_path / "NCT01234567.json"
    content = b" " + record_bytes()
    named.write_bytes(content)
    before = named.stat().st_ino
    assert main(["export", str(named), "--as", "json", "-o", str(named)]) == 2
    assert "Choose another name" in capsys.readouterr().err
    assert main(["export", str(named), "--as", "json", "-o", str(tmp_path)]) == 0
    assert main(["export", str(tmp_path), "--as", "json", "-o", str(tmp_path)]) == 0
    assert (named.read_bytes(), named.stat().st_ino) == (content, before)
    assert _names(tmp_path)[:3] == [
        "NCT01234567.json", "NCT01234567_2.json", "NCT01234567_3.json",
    ]  # fmt: skip


def test_files_of_one_number_are_numbered(record: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.json"
    again.write_bytes(record_bytes("nct01234567"))
    folder = tmp_path / "out"
    assert main(["export", str(record), str(again), "-o", str(folder)]) == 0
    assert _names(folder) == [
        f"NCT01234567_record_{TODAY}.html", f"nct01234567_record_{TODAY}_2.html",
    ]  # fmt: skip


def test_what_was_understood_is_written_when_something_else_was_not(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "studies.csv"
    arguments = ["export", "NCT00000001", str(record), "--as", "csv", "-o", str(target)]
    assert main(arguments) == 1
    assert "import its record, or name its file" in capsys.readouterr().err
    assert "NCT01234567" in target.read_text(encoding="utf-8-sig")


def test_without_a_study_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "studies.csv"
    assert main(["export", "NCT00000001", "--as", "csv", "-o", str(target)]) == 1
    assert not target.exists()


def test_a_folder_that_cannot_be_made_is_told(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(record), "-o", str(record / "below")]) == 1
    assert "cannot be made" in capsys.readouterr().err


def test_an_imported_study_is_exported_by_its_number(record: Path, tmp_path: Path) -> None:
    assert main(["import", str(record)]) == 0
    assert main(["export", "nct01234567", "--as", "ris", "-o", str(tmp_path / "x.ris")]) == 0
    assert b"SN  - NCT01234567\r\n" in (tmp_path / "x.ris").read_bytes()


def test_a_name_that_no_disk_takes_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "a" * 300, "-o", str(tmp_path / "x.html")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_form_that_is_none_ends_with_2(record: Path) -> None:
    with pytest.raises(SystemExit) as end:
        main(["export", str(record), "--as", "docx"])
    assert end.value.code == 2
