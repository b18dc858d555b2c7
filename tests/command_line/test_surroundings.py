"""What stands around a command: outputs that are closed or full, and folders that are gone."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from desktop_app.command_line.main import main
from desktop_app.languages import LANGUAGES
from desktop_app.resource_files import resource_path

PROJECT = Path(__file__).parents[2]
SAMPLE = str(resource_path("samples", "NCT03816852.json"))
COMMAND = (sys.executable, "-m", "desktop_app")
only_posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for a POSIX shell")


def run_in_shell(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as ``"$@"`` of a script, with some arguments."""
    shell = ("/bin/sh", "-c", script, "sh")
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    return subprocess.run(
        (*shell, *COMMAND, *arguments), capture_output=True, text=True, env=environment, check=False
    )


def test_a_sheet_can_go_to_the_next_program(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["brief", SAMPLE, "-o", "-"]) == 0
    assert len(pypdfium2.PdfDocument(BytesIO(capfdbinary.readouterr().out))) == 1


def test_the_standard_output_takes_one_sheet(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["brief", SAMPLE, SAMPLE, "-o", "-"]) == 2
    assert b"Name a folder for several studies" in capfdbinary.readouterr().err


@pytest.mark.parametrize("command", ["brief", "export"])
def test_a_name_too_long_for_the_disk_gets_a_sentence(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suffix = {"brief": ".pdf", "export": ".html"}[command]
    assert main([command, SAMPLE, "-o", str(tmp_path / ("n" * 300 + suffix))]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "Choose another name" in error
    assert not list(tmp_path.iterdir())


def test_a_folder_in_the_place_of_a_sheet_gets_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", SAMPLE, "-o", str(tmp_path)]) == 0
    (written,) = tmp_path.iterdir()
    written.unlink()
    written.mkdir()
    assert main(["brief", SAMPLE, "-o", str(tmp_path)]) == 1
    assert "could not be written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [written]


def test_what_a_killed_run_left_is_gone_after_the_next(tmp_path: Path) -> None:
    left = tmp_path / f".{'0' * 32}.part"
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    assert main(["export", SAMPLE, "--as", "csv", "-o", str(tmp_path)]) == 0
    assert [file.suffix for file in tmp_path.iterdir()] == [".csv"]


@only_posix
def test_a_closed_output_does_not_keep_a_file_from_being_written(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    run = run_in_shell('"$@" >&- 2>&-', "export", SAMPLE, "--as", "csv", "-o", str(target))
    assert run.returncode == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


@only_posix
def test_a_closed_input_holds_no_numbers() -> None:
    run = run_in_shell('"$@" <&-', "fetch", "-")
    assert run.returncode == 1
    assert run.stderr.startswith("There is no NCT number in this text.")


@only_posix
def test_a_folder_that_is_gone_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    run = run_in_shell(f'cd "{tmp_path}/gone"; rmdir "{tmp_path}/gone"; "$@"', "brief", SAMPLE)
    assert run.returncode == 1
    assert run.stderr == "The folder that this was started in is gone. Change to another.\n"


def test_an_interrupt_ends_with_a_sentence_also_before_there_is_a_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules[main.__module__], "parse_arguments", stop)
    assert main(["brief", SAMPLE]) == 130
    assert capsys.readouterr().err.startswith("Stopped.")


@only_posix
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_terminal_that_shows_only_ascii_is_no_fault(language: str) -> None:
    script = f'LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0 "$@" --language {language}'
    done = run_in_shell(script, "show", SAMPLE)
    assert done.returncode == 0, done.stderr
    assert "NCT03816852" in done.stdout
    assert done.stdout.isascii()
    assert "Traceback" not in done.stderr


@only_posix
@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- >&- 2>&-"])
def test_no_file_gets_the_number_of_a_closed_stream(closed: str) -> None:
    opened = (
        "import os, sys\n"
        "from desktop_app.command_line.main import main\n"
        "main(['search', 'nothing'])\n"
        "sys.exit(os.open(os.devnull, os.O_RDONLY))"
    )
    run = subprocess.run(
        ("/bin/sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-c", opened),
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        check=False,
    )
    assert run.returncode > 2
