"""Sheets from the command line: one file a study, packets, and what stands in the way."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from desktop_app.command_line.main import main
from desktop_app.resource_files import resource_path

SAMPLE = resource_path("samples", "NCT03816852.json")


def other(folder: Path) -> Path:
    """Return a second record: the sample under another number."""
    file = folder / "other.json"
    text = SAMPLE.read_text(encoding="utf-8")
    file.write_text(text.replace("NCT03816852", "NCT01234567"), encoding="utf-8")
    return file


def pages(file: Path) -> int:
    return len(pypdfium2.PdfDocument(file))


@pytest.mark.parametrize(
    ("command", "name"),
    [("brief", "brief"), ("full", "full"), ("sheet", "screening"), ("handout", "handout")],
)
def test_each_study_gets_a_file_with_its_number_sheet_and_day(
    command: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(SAMPLE), str(other(tmp_path)), "-o", str(tmp_path / "out")]) == 0
    written = sorted((tmp_path / "out").iterdir())
    assert [file.name.rsplit("_", 1)[0] for file in written] == [
        f"NCT01234567_{name}",
        f"NCT03816852_{name}",
    ]
    assert all(pages(file) for file in written)
    assert str(written[0]) in capsys.readouterr().out


def test_a_packet_is_one_file_behind_its_contents(tmp_path: Path) -> None:
    target = tmp_path / "packet.pdf"
    arguments = ["brief", str(SAMPLE), str(other(tmp_path)), "--packet", "-o", str(target)]
    assert main(arguments) == 0
    assert pages(target) == 3


def test_a_packet_of_nothing_is_not_written(tmp_path: Path) -> None:
    target = tmp_path / "packet.pdf"
    assert main(["brief", "NCT00000001", "--packet", "-o", str(target)]) == 1
    assert not target.exists()


def test_studies_are_compared_on_one_page(tmp_path: Path) -> None:
    assert main(["compare", str(SAMPLE), str(other(tmp_path)), "-o", str(tmp_path / "out")]) == 0
    (file,) = (tmp_path / "out").iterdir()
    assert file.name.startswith("NCT03816852_NCT01234567_comparison_")
    assert pages(file) == 1


def test_one_study_is_not_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(SAMPLE), "-o", str(tmp_path)]) == 2
    assert "From 2 to 6 studies are compared; these are 1." in capsys.readouterr().err


def test_more_studies_than_a_page_has_room_for_are_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *[str(SAMPLE)] * 9, "-o", str(tmp_path)]) == 2
    assert "From 2 to 6 studies are compared; these are more." in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_parts_of_the_full_record_can_be_chosen(tmp_path: Path) -> None:
    part, whole = tmp_path / "part.pdf", tmp_path / "whole.pdf"
    assert main(["full", str(SAMPLE), "--pane", "sites", "-o", str(part)]) == 0
    assert main(["full", str(SAMPLE), "-o", str(whole)]) == 0
    assert pages(part) < pages(whole)


def test_letter_paper_is_letter_paper(tmp_path: Path) -> None:
    target = tmp_path / "letter.pdf"
    assert main(["full", str(SAMPLE), "--paper", "letter", "-o", str(target)]) == 0
    assert pypdfium2.PdfDocument(target)[0].get_size() == (612.0, 792.0)


def test_a_folder_that_cannot_be_made_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["brief", str(SAMPLE), "-o", str(tmp_path / "file" / "sub")]) == 1
    assert "Choose another folder" in capsys.readouterr().err
