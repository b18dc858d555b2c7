"""Nothing reaches the network unless it is asked to: seen by the system, and in the imports."""

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.directories import Directories
from desktop_app.handover.lock import WindowLock
from desktop_app.ui.faults.log import LOG_NAME
from tests.studies import record_bytes

PROJECT = Path(__file__).parents[1]
_WATCHED = ("strace", "-f", "-qq", "-e", "trace=socket,connect", "-e", "signal=none", "-o")
_LOCAL = ("AF_UNIX", "AF_NETLINK")
"""Of this computer: other programs, and the system itself."""
_LOOK_AT_IPV6 = "socket(AF_INET6, SOCK_STREAM"

USED = """
import socket
import sys

OF_THE_NETWORK = "socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.sendto"

class Forbidden(BaseException):
    pass

def forbid(event, told):
    is_foreign = event == "socket.__new__" and told[1] != socket.AF_UNIX
    if is_foreign or event in OF_THE_NETWORK:
        raise Forbidden(event)

sys.addaudithook(forbid)

from pathlib import Path

from desktop_app.application import capture
from desktop_app.command_line.main import main
from desktop_app.command_line.options import EXPORT_FORMS, SHEET_COMMANDS
from desktop_app.directories import Directories

record, other = sys.argv[1:3]
number = Path(record).stem
commands = [
    ["import", record, other], ["search", "study"], ["similar", number], ["show", number],
    ["changes", number], ["check"], ["backup"], ["export-library"], ["picture", number],
    *([command, number, "-o", "sheets"] for command in SHEET_COMMANDS if command != "compare"),
    *(["export", number, "--as", form, "-o", form] for form in EXPORT_FORMS),
]
Path("sheets").mkdir()
for command in commands:
    if command[0] == "export":
        Path(command[-1]).mkdir()
    code = main(command)
    assert code == 0 or command[0] == "changes", (command, code)
# The window: its start, every tab of a study, and what it does once it is idle.
assert capture(Directories.standard(), Path("pictures"))
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
"""Imports, reads, prints and exports, in a window and without one, with the network forbidden."""
OF_THE_NETWORK = {"urllib3", "truststore", "ssl", "_ssl"}


def _can_watch() -> bool:
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False)
    return tried.returncode == 0


watched = pytest.mark.skipif(not _can_watch(), reason="needs strace, and leave to use it")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"}


def _not_local(seen: Path) -> list[str]:
    lines = seen.read_text().splitlines()
    return [line for line in lines if "(" in line and not any(kind in line for kind in _LOCAL)]


def test_qt_is_asked_for_sockets_of_this_computer_alone() -> None:
    names = {
        (file.name, name.name)
        for file in (PROJECT / "desktop_app").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtNetwork"
        for name in node.names
    }
    file = "hand_over_server.py"
    assert names == {(file, "QLocalServer"), (file, "QLocalSocket")}


@watched
def test_the_window_and_what_it_hears_of_stay_on_this_computer(
    tmp_path: Path, qtbot: QtBot
) -> None:
    seen, directories = tmp_path / "seen", Directories.standard()
    (tmp_path / "one.trial").write_bytes(record_bytes("NCT00000101"))
    start = [sys.executable, "-m", "desktop_app"]
    with subprocess.Popen([*_WATCHED, str(seen), *start], env=_environment()) as window:
        try:
            lock = WindowLock(directories.library)
            qtbot.waitUntil(lambda: bool(lock.holder().address), timeout=30_000)
            later = [*start, "one.trial"]
            subprocess.run(later, cwd=tmp_path, env=_environment(), check=True, timeout=60)
            assert (directories.logs / LOG_NAME).exists()
        finally:
            # To the program and not to what watches it.
            children = Path(f"/proc/{window.pid}/task/{window.pid}/children").read_text().split()
            for child in children:
                os.kill(int(child), signal.SIGINT)
        window.wait(60)
    assert "AF_UNIX" in seen.read_text()
    assert _not_local(seen) == []


@watched
def test_what_the_program_tests_of_itself_stays_on_this_computer(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    command = [*_WATCHED, str(seen), sys.executable, "-m", "desktop_app", "--self-test"]
    run = subprocess.run(
        command, cwd=tmp_path, env=_environment(), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    # What asks the registry is loaded, and looks by a socket whether this computer has IPv6.
    (looked,) = _not_local(seen) or [_LOOK_AT_IPV6]
    assert _LOOK_AT_IPV6 in looked


def _use(tmp_path: Path, *before: str) -> "subprocess.CompletedProcess[str]":
    files = [tmp_path / f"{nct_id}.json" for nct_id in ("NCT00000101", "NCT00000102")]
    for file in files:
        file.write_bytes(record_bytes(file.stem))
    return subprocess.run(
        [*before, sys.executable, "-c", USED, *map(str, files)],
        cwd=tmp_path,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )


def test_nothing_is_sent_and_nothing_that_could_is_loaded_before_somebody_asks(
    tmp_path: Path,
) -> None:
    seen = tmp_path / "seen"
    seen.touch()
    run = _use(tmp_path, *((*_WATCHED, str(seen)) if _can_watch() else ()))
    assert run.returncode == 0, run.stdout + run.stderr
    assert _not_local(seen) == []
    loaded = set(run.stdout.splitlines()[-1].split())
    assert {"desktop_app", "PySide6", "reportlab"} <= loaded
    assert not loaded & OF_THE_NETWORK


def test_what_asks_the_registry_is_stopped_where_the_network_is_forbidden() -> None:
    # Loaded before: it makes a socket only to look whether this computer has IPv6.
    ask = (
        "import urllib3\n"
        + USED.partition("from pathlib")[0]
        + (
            "from desktop_app.registry.client import RegistryClient\n"
            "from desktop_app.registry.stopping import Stop\n"
            "RegistryClient().version(Stop())"
        )
    )
    variables = {key: value for key, value in _environment().items() if "proxy" not in key.lower()}
    run = subprocess.run(
        [sys.executable, "-c", ask], env=variables, capture_output=True, text=True, check=False
    )
    assert "Forbidden: socket." in run.stderr


@watched
def test_a_call_to_the_network_would_be_seen(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    call = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
    subprocess.run([*_WATCHED, str(seen), sys.executable, "-c", call], check=True)
    assert len(_not_local(seen)) == 1
