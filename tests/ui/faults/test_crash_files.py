import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_app.ui.faults.crash_files import CrashFile, take_crashes

PROJECT = Path(__file__).parents[3]
RUN = """
import faulthandler, os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, qFatal
from desktop_app.ui.faults.uncaught import UncaughtErrors
from desktop_app.ui.faults.log import log_to_file
app = QCoreApplication([])
log_to_file(Path(sys.argv[1]))
uncaught = UncaughtErrors()
uncaught.install(Path(sys.argv[1]))
words = "Kerstin Andersson"
{ending}
uncaught.uninstall()
"""


def run(folder: Path, ending: str) -> int:
    """Runs the hooks in a process that ends in a certain way; returns its exit code."""
    script = RUN.format(ending=ending)
    command = (sys.executable, "-c", script, str(folder))
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command, capture_output=True, check=False, env=environment, timeout=60
    ).returncode


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        ("os.abort()", "Fatal Python error: Aborted"),
        ("faulthandler._sigsegv()", "Fatal Python error: Segmentation fault"),
        ("qFatal('no such plugin')", "Fatal Python error: Aborted"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="crashes have other names there")
def test_a_hard_crash_is_found_by_the_next_start(tmp_path: Path, ending: str, told: str) -> None:
    assert run(tmp_path, ending) < 0
    (crash,) = take_crashes(tmp_path)
    assert crash.startswith(told)
    assert 'File "<string>"' in crash
    assert "Andersson" not in crash
    assert take_crashes(tmp_path) == ()
    assert [path.name for path in tmp_path.iterdir()] == ["trialviewer.log"]


@pytest.mark.parametrize(
    "ending", ["pass", "os._exit(1)", "os.kill(os.getpid(), 9)", "sys.exit(2)"]
)
@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_an_end_that_is_no_crash_is_not_told_of(tmp_path: Path, ending: str) -> None:
    run(tmp_path, ending)
    assert take_crashes(tmp_path) == ()


def test_a_run_that_goes_on_keeps_its_file(tmp_path: Path) -> None:
    mine = CrashFile(tmp_path)
    assert take_crashes(tmp_path) == ()
    assert mine.path.exists()
    mine.remove()
    assert list(tmp_path.iterdir()) == []


def test_empty_files_are_cleared_away_in_time(tmp_path: Path) -> None:
    mine = CrashFile(tmp_path)
    long_ago = time.time() - 8 * 24 * 3600
    os.utime(mine.path, (long_ago, long_ago))
    assert take_crashes(tmp_path) == ()
    assert not mine.path.exists()
    mine.remove()


def test_what_is_shown_of_a_crash_has_an_end(tmp_path: Path) -> None:
    (tmp_path / "crash-1-1.txt").write_text("x" * 1_000_000)
    (crash,) = take_crashes(tmp_path)
    assert len(crash) == 20_000


def test_crashes_are_told_oldest_first(tmp_path: Path) -> None:
    for name, age in (("crash-1-a.txt", 10), ("crash-2-b.txt", 20)):
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (1_000 - age, 1_000 - age))
    assert take_crashes(tmp_path) == ("crash-2-b.txt", "crash-1-a.txt")


def test_a_folder_that_is_none_has_no_crashes(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert take_crashes(tmp_path / "file") == ()
    assert take_crashes(tmp_path / "nowhere") == ()
    with pytest.raises(OSError, match="file"):
        CrashFile(tmp_path / "file")


@pytest.mark.skipif(sys.platform == "win32", reason="makes a pipe that has a name")
def test_what_is_no_file_is_neither_waited_for_nor_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "crash-1-1.txt")
    (tmp_path / "crash-2-2.txt").mkdir()
    (tmp_path / "crash-3-3.txt").symlink_to("/dev/zero")
    assert take_crashes(tmp_path) == ()
