"""Starts the program in a process of its own, and tells what a person would see."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SAMPLE = PROJECT / "resources" / "samples" / "NCT03816852.json"
PROGRAM = (sys.executable, "-m", "desktop_app")
_WATCHED = """
import json, os, sys
from pathlib import Path
import desktop_app.ui.bindings  # first, as in the program: it has imports be as Python makes them
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow

seen = {"windows": [], "dialogs": [], "said": ""}

def tell():
    Path(os.environ["TELLS"]).write_text(json.dumps(seen))

def sentence(dialog):
    label = dialog.findChild(QLabel, "sentence")
    return label.text() if label else dialog.windowTitle()

def run(*_):
    loop, timer = QEventLoop(), QTimer()
    turns = iter(range(600))
    def look():
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        dialogs = [one for one in tops if isinstance(one, QDialog)]
        windows = [one for one in tops if isinstance(one, QMainWindow)]
        is_ready = any(one.windowTitle().startswith("NCT") for one in windows)
        if not (is_ready or dialogs) and next(turns, None) is not None:
            return
        timer.stop()
        QTimer.singleShot(100, finish)
    def finish():
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        seen["dialogs"] += [sentence(one) for one in tops if isinstance(one, QDialog)]
        for window in (one for one in tops if isinstance(one, QMainWindow)):
            seen["windows"].append(window.windowTitle().split(" ")[0])
            seen["said"] = window.findChild(QLabel, "message").text()
            seen["read_only"] = window.findChild(QLabel, "read_only").text()
            window.close()
        tell()
        loop.quit()
    timer.timeout.connect(look)
    timer.start(50)
    loop.exec()
    return 0

def run_dialog(dialog):
    seen["dialogs"].append(sentence(dialog))
    tell()
    return 0

QApplication.exec = staticmethod(run)
QDialog.exec = run_dialog
from desktop_app.command_line.main import main
sys.exit(main(sys.argv[1:]))
"""
WATCHED = (sys.executable, "-c", _WATCHED)
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="asks for Linux")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def _can_mount() -> bool:
    """Tells whether a process can have mounts of its own, which a changed root may not allow."""
    if not IS_ROOT or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode == 0


CAN_MOUNT = _can_mount()
needs_mounts = pytest.mark.skipif(
    not CAN_MOUNT, reason="mounts of its own need the superuser and leave of the system"
)
needs_read_only = pytest.mark.skipif(
    IS_ROOT and not CAN_MOUNT, reason="the superuser writes everywhere, and cannot mount here"
)


@dataclass(frozen=True, slots=True)
class Start:
    """What came of a start."""

    code: int
    errors: str
    windows: tuple[str, ...] = ()
    dialogs: tuple[str, ...] = ()
    said: str = ""
    read_only: str = ""


def start(
    home: Path,
    *inputs: str | bytes,
    script: str = 'exec "$@"',
    command: Sequence[str] = WATCHED,
    variables: Mapping[str, str | None] | None = None,
) -> Start:
    """Starts the program by a script of a shell, with some variables set, or unset by None."""
    tells = home.parent / "tells.json"
    tells.unlink(missing_ok=True)
    changed: Mapping[str, str | None] = {
        "TRIALVIEWER_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(PROJECT),
        "TELLS": str(tells),
        **(variables or {}),
    }
    environment = {
        name: value for name, value in {**os.environ, **changed}.items() if value is not None
    }
    shell: tuple[str | bytes, ...] = ("/bin/sh", "-c", script, "sh")
    done = subprocess.run(
        (*shell, *command, *inputs),
        env=environment,
        capture_output=True,
        check=False,
        timeout=120,
        encoding="utf-8",
        errors="replace",
    )
    seen = json.loads(tells.read_text()) if tells.exists() else {}
    return Start(
        done.returncode,
        done.stderr,
        tuple(seen.get("windows", ())),
        tuple(seen.get("dialogs", ())),
        seen.get("said", ""),
        seen.get("read_only", ""),
    )


def mounted(folder: Path, options: str, then: str = "") -> str:
    """Returns a script that starts the program where a folder is a small disk of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    steps = f'mount -t tmpfs -o {options} tmpfs "{folder}"; {then} exec "$@"'
    return f"exec unshare --mount sh -c '{steps}' sh \"$@\""


def read_only(folder: Path) -> str:
    """Returns a script that starts the program where nothing can be written in a folder."""
    if IS_ROOT:
        steps = (
            f'mount --bind "{folder}" "{folder}"; mount -o remount,ro,bind "{folder}"; exec "$@"'
        )
        return f"exec unshare --mount sh -c '{steps}' sh \"$@\""
    return f'chmod -R a-w "{folder}"; "$@"; code=$?; chmod -R u+w "{folder}"; exit $code'
