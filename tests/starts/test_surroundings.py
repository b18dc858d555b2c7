import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.starts.started import PROGRAM, SAMPLE, WATCHED, only_linux, start

pytestmark = only_linux
STUDY = ("NCT03816852",)
PLAIN: dict[str, str | None] = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LATIN: dict[str, str | None] = {"LC_ALL": None, "LANG": "de_DE.ISO-8859-1", "PYTHONUTF8": "0"}
CRASHES = WATCHED[2].replace(
    "def run(*_):", "import faulthandler\n\ndef run(*_):\n    faulthandler._sigsegv()"
)


def odd_record(folder: Path) -> bytes:
    """Writes a record into a file whose name is no text."""
    name = os.fsencode(folder) + b"/n\xff \xc3\xa9.json"
    Path(os.fsdecode(name)).write_bytes(SAMPLE.read_bytes())
    return name


@pytest.mark.parametrize("locale", [PLAIN, LATIN], ids=["plain", "latin"])
def test_a_locale_without_utf8_opens_records_of_any_name(
    tmp_path: Path, locale: dict[str, str | None]
) -> None:
    record = odd_record(tmp_path)
    done = start(tmp_path / "home", record, variables=locale)
    assert (done.code, done.dialogs, done.errors) == (0, (), "")
    assert done.windows == STUDY


@pytest.mark.parametrize("locale", [PLAIN, LATIN], ids=["plain", "latin"])
@pytest.mark.parametrize("command", ["show", "brief", "import"])
def test_a_locale_without_utf8_runs_every_command(
    tmp_path: Path, command: str, locale: dict[str, str | None]
) -> None:
    record = odd_record(tmp_path)
    into = (b"-o", os.fsencode(tmp_path) + b"/\xff.pdf") if command == "brief" else ()
    done = start(tmp_path / "home", command, record, *into, command=PROGRAM, variables=locale)
    assert (done.code, done.errors) == (0, "")


@pytest.mark.parametrize("closed", ["2>&-", "<&- >&- 2>&-"])
def test_a_window_needs_no_terminal(tmp_path: Path, closed: str) -> None:
    done = start(tmp_path / "home", script=f'exec "$@" {closed}')
    assert (done.code, done.windows, done.dialogs) == (0, STUDY, ())


@pytest.mark.skipif(shutil.which("faketime") is None, reason="faketime sets the clock")
@pytest.mark.parametrize("clock", ["1970-01-02", "2099-06-01"])
def test_a_clock_that_is_far_off_changes_only_the_words(tmp_path: Path, clock: str) -> None:
    set_clock = f'exec faketime "{clock} 12:00:00" "$@"'
    done = start(tmp_path / "home", script=set_clock)
    assert (done.code, done.windows, done.dialogs) == (0, STUDY, ())
    text = tmp_path / "record.txt"
    command = ("export", str(SAMPLE), "--as", "text", "-o", str(text))
    assert start(tmp_path / "home", *command, script=set_clock, command=PROGRAM).code == 0
    assert clock in text.read_text(encoding="utf-8")


def test_a_crash_is_offered_at_the_next_start_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    crashed = start(home, command=(sys.executable, "-c", CRASHES))
    assert crashed.code in (-11, 139)
    (next_start,) = start(home).dialogs
    assert next_start.startswith("Trial Protocol Viewer broke down when it was used last.")
    assert start(home).dialogs == ()
    assert [path.name for path in (home / "logs").iterdir()] == ["trialviewer.log"]
    assert "Segmentation fault" in (home / "logs" / "trialviewer.log").read_text()


def test_a_start_that_was_killed_is_not_told_of(tmp_path: Path) -> None:
    home = tmp_path / "home"
    killed = CRASHES.replace("faulthandler._sigsegv()", "os.kill(os.getpid(), 9)")
    assert killed != CRASHES
    assert start(home, command=(sys.executable, "-c", killed)).code in (-9, 137)
    assert start(home).dialogs == ()
