import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import desktop_app
from desktop_app.directories import Directories
from desktop_app.installation import Installation, running_program
from desktop_app.resource_files import resource_path

_UPGRADE = """
import sys
from pathlib import Path
from shutil import rmtree
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton
from desktop_app import application
from desktop_app.directories import Directories

package = Path(application.__file__).parent
app = application.make_application()
steps = QTimer()


def replace():
    windows = [one for one in app.topLevelWidgets() if one.objectName() == "main_window"]
    if not windows or not windows[0].windowTitle().startswith("NCT"):
        return
    steps.timeout.disconnect(replace)
    steps.timeout.connect(look)
    rmtree(package)
    windows[0].findChild(QAction, "show_about").trigger()


def look():
    told = [one.findChild(QLabel, "sentence") for one in app.topLevelWidgets()]
    for label in filter(None, told):
        steps.stop()
        print(label.text())
        buttons = label.window().findChildren(QPushButton)
        next(one for one in buttons if one.text() == "Quit").click()


steps.timeout.connect(replace)
steps.start(50)
sys.exit(application.run_window(Directories.standard(), ()))
"""


def test_the_program_is_the_one_that_was_started() -> None:
    assert not running_program().was_replaced()


@pytest.mark.parametrize("change", ["gone", "another", "longer", "older"])
def test_a_file_that_is_another_now_tells_of_an_update(tmp_path: Path, change: str) -> None:
    file = tmp_path / "program"
    file.write_text("version 1")
    before = file.stat()
    installation = Installation((file,))
    assert not installation.was_replaced()
    match change:
        case "gone":
            file.unlink()
        case "another":
            (tmp_path / "new").write_text("version 2")
            os.utime(tmp_path / "new", ns=(before.st_atime_ns, before.st_mtime_ns))
            (tmp_path / "new").replace(file)
        case "longer":
            file.write_text("version 10")
        case "older":
            os.utime(file, ns=(1, 1))
    assert installation.was_replaced()


def test_a_frozen_program_is_known_by_its_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen = tmp_path / "trialviewer"
    frozen.write_text("version 1")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "executable", str(frozen))
    program = running_program()
    frozen.unlink()
    assert program.was_replaced()


def test_a_window_whose_program_is_removed_says_so_and_keeps_the_library(tmp_path: Path) -> None:
    package = tmp_path / "desktop_app"
    own = Path(desktop_app.__file__).parent
    shutil.copytree(own, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(resource_path(), package / "resources", ignore=shutil.ignore_patterns("fonts"))
    run = subprocess.run(
        [sys.executable, "-P", "-c", _UPGRADE],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "LC_ALL": "C.UTF-8"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "was updated or removed while it was open" in run.stdout, run.stderr
    assert run.returncode == 1
    found = subprocess.run(
        [sys.executable, "-m", "desktop_app", "show", "NCT03816852"],
        cwd=own.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Sclnow" in found.stdout
    assert Directories.standard().library.is_dir()
