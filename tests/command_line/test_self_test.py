import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop_app.command_line import main, self_checks
from desktop_app.command_line.first_reading import parse_arguments
from desktop_app.command_line.self_checks import SelfTestError
from desktop_app.command_line.self_test import run_demonstration
from desktop_app.export.outputs import OUTPUTS
from desktop_app.export.sheets import SHEETS
from desktop_app.presentation.pane import PANES
from desktop_app.readers.detect import reread
from desktop_app.store.library import Library
from desktop_app.window_check import tones


def test_everything_is_looked_at(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = subprocess.run(
        [sys.executable, "-P", "-m", "desktop_app", "--self-test"],
        env={**os.environ, "TRIALVIEWER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[-1] == "all well"
    checked = [line.split()[1] for line in lines if line.startswith("ok ")]
    assert checked.count("tab:") == len(PANES)
    assert checked.count("sheet:") == 2 * (len(SHEETS) + 1)
    assert checked.count("export:") == len(OUTPUTS)
    assert {"import:", "search:", "pictures:", "languages:", "connections:", "preview:"} < set(
        checked
    )
    assert not home.exists()


def test_a_check_that_fails_makes_the_test_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone() -> str:
        raise SelfTestError("the texts are gone")

    monkeypatch.setattr(self_checks, "check_languages", gone)
    assert run_demonstration(parse_arguments(["--self-test"])) == 1
    told = capsys.readouterr().out
    assert "FAILED  languages: the texts are gone" in told
    # What comes after it is looked at all the same.
    assert "ok      preview: " in told


def test_what_is_not_found_fails_the_search(tmp_path: Path) -> None:
    Library.open(tmp_path / "library", reader=reread).close()
    with pytest.raises(SelfTestError, match="0 of 2 studies"):
        self_checks.check_search(tmp_path / "library")


def test_a_blank_page_has_one_tone() -> None:
    image = QImage(100, 50, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    assert tones(image) == 1
    image.setPixel(3, 3, 0)
    assert tones(image) == 2


def test_a_demonstration_that_has_no_folder_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert main(["demo", "--into", str(file)]) == 1
    assert "cannot be made: it is a file." in capsys.readouterr().err
