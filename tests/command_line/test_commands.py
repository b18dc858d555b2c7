"""The commands, run in this process as a user would type them."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.command_line import main
from desktop_app.command_line.first_reading import parse_arguments
from desktop_app.command_line.options import PANE_IDS
from desktop_app.presentation.pane import PANES
from tests.studies import record_bytes

ROOT = Path(__file__).parents[2]
CRITERIA = {"eligibilityCriteria": "Inclusion Criteria:\n\n* Over 18"}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / "one.json"
    file.write_bytes(record_bytes(eligibilityModule=CRITERIA))
    return file


def test_a_record_that_was_imported_is_found_shown_and_briefed(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(record)]) == 0
    assert "added: NCT01234567 Study NCT01234567" in capsys.readouterr().out
    assert main(["import", str(record)]) == 0
    assert capsys.readouterr().out.startswith("same: NCT01234567")
    assert main(["search", "study"]) == 0
    assert "NCT01234567 Not stated Study NCT01234567\n1 of 1 shown" in capsys.readouterr().out
    record.unlink()
    assert main(["show", "nct01234567", "--pane", "eligibility"]) == 0
    assert "I-1  Over 18" in capsys.readouterr().out
    target = tmp_path / "brief.pdf"
    assert main(["brief", "NCT01234567", "-o", str(target), "--paper", "letter"]) == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_what_of_a_search_is_not_understood_is_told_and_the_rest_is_searched(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(record)]) == 0
    capsys.readouterr()
    assert main(["search", 'study stats:recruiting -"no study"']) == 1
    captured = capsys.readouterr()
    assert "1 of 1 shown" in captured.out
    assert captured.err == (
        "There is no field “stats:”, so “stats:recruiting” was left out. Try “status:”.\n"
    )
    assert main(["search", "--json", "study"]) == 0
    assert json.loads(capsys.readouterr().out)["start_date"] is None


def test_a_file_is_shown_and_briefed_without_a_library(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library"
    assert main(["--library", str(library), "show", str(record)]) == 0
    shown = capsys.readouterr().out
    assert all(f"## {title}" in shown for title in ("Summary", "Design", "Arms", "Eligibility"))
    folder = tmp_path / "briefs"
    assert main(["--library", str(library), "brief", str(record), "-o", str(folder)]) == 0
    assert [file.name[:18] for file in folder.iterdir()] == ["NCT01234567_brief_"]
    assert not library.exists()


def test_the_sample_can_be_shown_before_anything_was_imported(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["show", "NCT03816852", "--pane", "arms"]) == 0
    assert "Intravenous infusion with hucMSCs, 9*10^7 cells, 30ml" in capsys.readouterr().out


def test_what_tells_a_study_is_understood_without_labels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "observed.json"
    file.write_bytes(record_bytes(designModule={"studyType": "OBSERVATIONAL"}))
    assert main(["show", str(file), "--pane", "summary"]) == 0
    head = capsys.readouterr().out.splitlines()[0]
    assert head.endswith(" · Phase not applicable · Observational")


def test_show_as_json_holds_the_sections_of_the_chosen_tabs(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(record), "--as", "json", "--pane", "design"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["nct_id"] == "NCT01234567"
    assert [pane["id"] for pane in shown["panes"]] == ["design"]
    assert shown["panes"][0]["sections"][0]["title"] == "Study Design"


def test_import_as_json_prints_an_object_a_line(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"%PDF-1.4")
    assert main(["import", "--json", str(record), str(bad)]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    origins = {line["outcome"]: line["origin"] for line in lines}
    assert origins == {"added": str(record), "not understood": str(bad)}


def test_what_was_understood_is_kept_when_something_else_was_not(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(tmp_path / "gone.json"), str(record)]) == 1
    out = capsys.readouterr().out
    assert "There is no such file." in out
    assert "1 not understood, 1 added" in out
    assert main(["show", "NCT01234567"]) == 0


@pytest.mark.parametrize("command", ["show", "brief"])
def test_an_identifier_that_is_not_held_says_what_to_do(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "NCT00000001"]) == 1
    assert "Fetch it (trialviewer fetch NCT00000001)" in capsys.readouterr().err


def test_two_briefs_do_not_overwrite_each_other(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "brief.pdf"
    assert main(["brief", str(record), "NCT03816852", "-o", str(target)]) == 2
    assert "Name a folder" in capsys.readouterr().err


def test_briefs_of_one_number_in_a_folder_are_numbered(record: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(record_bytes())
    folder = tmp_path / "briefs"
    assert main(["brief", str(record), str(other), "-o", str(folder)]) == 0
    assert sorted(file.stem[-2:] for file in folder.iterdir())[-1] == "_2"
    assert len(list(folder.iterdir())) == 2


def test_a_record_is_not_overwritten_by_its_brief(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "record.pdf"
    file.write_bytes(record_bytes())
    assert main(["brief", str(file), "-o", str(file)]) == 2
    assert "Choose another name" in capsys.readouterr().err
    assert file.read_bytes() == record_bytes()


def test_reading_makes_no_library(tmp_path: Path) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    assert main(["--library", str(folder), "search", "x"]) == 0
    assert main(["--library", str(folder), "show", "NCT00000001"]) == 1
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("number", ["nct1234567", "01234567", "NCT 01234567", "NCT01234567"])
def test_a_number_is_understood_as_people_write_it(record: Path, number: str) -> None:
    assert main(["import", str(record)]) == 0
    assert main(["show", number, "--pane", "design"]) == 0


def test_names_that_no_disk_takes_get_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "~nosuchuser/x.json", "a" * 300]) == 1
    assert capsys.readouterr().err.count("\n") == 2


def test_names_in_an_archive_do_not_reach_the_terminal_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as members:
        members.writestr("x\x1b[2J\u202e.json", b"nonsense")
    assert main(["show", str(archive)]) == 1
    assert main(["import", "--json", str(archive)]) == 1
    captured = capsys.readouterr()
    assert not {"\x1b", "\u202e"} & set(captured.out + captured.err)


def test_a_title_cannot_pass_for_a_line_of_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "odd.json"
    title = "Title\nadded: NCT99999999 Fake"
    file.write_bytes(
        record_bytes(identificationModule={"nctId": "NCT01234567", "briefTitle": title})
    )
    assert main(["import", str(file)]) == 0
    assert not any(line.startswith("added: NCT999") for line in capsys.readouterr().out.split("\n"))


def test_without_a_display_a_sentence_comes_instead_of_a_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["some.json"]) == 1
    assert "There is no display here" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_output_that_is_full_gets_a_sentence(record: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", "show", str(record)],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "The output cannot be written: No space left on device.\n"


def test_searching_an_empty_library_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "anything"]) == 0
    captured = capsys.readouterr()
    assert "library is empty" in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(
    "arguments",
    [["show"], ["import"], ["import", ""], ["search", "x", "--limit", "9" * 30], ["--nonsense"]],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_a_file_may_be_called_like_anything_but_a_command_comes_first() -> None:
    assert parse_arguments(["--library", "import", "show", "import"]).command == "show"
    assert parse_arguments(["NCT01234567"]).command == ""
    assert parse_arguments(["./import"]).inputs == ("./import",)


def test_the_panes_of_the_command_line_are_those_of_the_window() -> None:
    assert tuple(pane.id for pane in PANES) == PANE_IDS


@pytest.mark.parametrize(
    "command", ["import {0}", "search x", "show {0}", "brief {0} -o {1}", "--version"]
)
def test_a_command_without_a_window_never_loads_qt(
    command: str, record: Path, tmp_path: Path
) -> None:
    arguments = command.format(record, tmp_path / "brief.pdf").split()
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print('QT' if 'PySide6' in sys.modules else 'NO QT'))\n"
        "from desktop_app.command_line import main\n"
        f"sys.exit(main({arguments!r}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith("NO QT")
