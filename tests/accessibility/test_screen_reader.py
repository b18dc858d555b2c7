"""The application worked from outside, by nothing but what it tells assistive technology.

``TRIALVIEWER_COMMAND`` names an installed program that is to be worked instead of the checkout.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.real_window,
    pytest.mark.skipif(
        os.environ.get("QT_QPA_PLATFORM") != "xcb" or "DISPLAY" not in os.environ,
        reason="runs on a display: QT_QPA_PLATFORM=xcb",
    ),
]
_DRIVER = Path(__file__).with_name("screen_reader.py")
_SYSTEM_PYTHON = "/usr/bin/python3"
_CHECK = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_LONGEST = 170


def _missing() -> str:
    """Returns what AT-SPI needs and is not here, or nothing."""
    if shutil.which("dbus-run-session") is None:
        return "dbus-run-session (dbus)"
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "at-spi-bus-launcher (at-spi2-core)"
    if not Path(_SYSTEM_PYTHON).exists():
        return _SYSTEM_PYTHON
    check = subprocess.run([_SYSTEM_PYTHON, "-c", _CHECK], capture_output=True, check=False)
    return "" if check.returncode == 0 else "python3-gi and gir1.2-atspi-2.0"


def test_a_screen_reader_imports_searches_opens_and_exports(
    record_file: Callable[[str], Path], tmp_path: Path
) -> None:
    if missing := _missing():
        pytest.skip(f"not installed: {missing}")
    brief = tmp_path / "brief.pdf"
    usual = shlex.join([sys.executable, "-m", "desktop_app"])
    command = shlex.split(os.environ.get("TRIALVIEWER_COMMAND", usual))
    record = str(record_file("NCT00000101"))
    told = tmp_path / "told.txt"
    driver = [_SYSTEM_PYTHON, "-u", str(_DRIVER), record, str(brief), *command]
    with told.open("w", encoding="utf-8") as output:
        # Into a file, for parts of AT-SPI live longer than what is waited for.
        run = subprocess.run(
            ["dbus-run-session", "--", *driver],
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=_LONGEST,
            env=_environment(tmp_path),
            cwd=Path(__file__).parents[2],
        )
    assert run.returncode == 0, told.read_text(encoding="utf-8")
    assert brief.read_bytes().startswith(b"%PDF-")


def _environment(folder: Path) -> dict[str, str]:
    """Returns what is as everywhere: English, Qt's own dialogs, and no settings but those made."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    changed = {
        "HOME": str(folder),
        "TRIALVIEWER_HOME": str(folder / "viewer"),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
        "QT_QPA_PLATFORMTHEME": "",
    }
    return {**os.environ, **changed}
