"""A registry that others made: Prism answers as the registry's own description of itself says.

It is installed once, into the folder of temporary files. Without Node, without its description or
without a way to get it, the tests that need it are skipped.
"""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.real_records import SHARED

DESCRIPTION = SHARED / "schema" / "ctg-oas-v2.yaml"
VERSION = "5.16.0"
_FOLDER = Path(tempfile.gettempdir()) / f"trial-protocol-viewer-prism-{VERSION}"
_PROGRAM = Path("node_modules") / "@stoplight" / "prism-cli" / "dist" / "index.js"
_SECONDS_TO_INSTALL = 150
_SECONDS_TO_START = 60


@dataclass(frozen=True)
class Prism:
    """A server that is running; what it says of each request goes into a file."""

    base_address: str
    said: Path

    def violations(self) -> list[str]:
        """Return in what the requests until now were not as the description has them."""
        lines = self.said.read_text("utf-8", "replace").splitlines()
        return [line for line in lines if "Violation: request" in line]


@contextmanager
def prism(said: Path, *, dynamic: bool) -> Iterator[Prism]:
    """Serve while the block runs; ``dynamic`` answers are made up, others are examples."""
    program, port = _installed(), _free_port()
    command = [_node(), str(program), "mock", "--errors", "--port", str(port)]
    command += ["--dynamic"] if dynamic else []
    with (
        said.open("wb") as file,
        subprocess.Popen([*command, str(DESCRIPTION)], stdout=file, stderr=file) as process,
    ):
        try:
            _wait_for(port, process)
            yield Prism(f"http://127.0.0.1:{port}", said)
        finally:
            process.kill()


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Try to reach the server until it is there; skips the test where it does not come."""
    until = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
    pytest.skip("Prism did not start")


def _installed() -> Path:
    """Return the program, which is fetched the first time; skips the test where that fails."""
    reason = _why_not()
    if reason:
        pytest.skip(reason)
    return _FOLDER / _PROGRAM


@cache
def _why_not() -> str:
    """Return why there is no program; it is tried but once."""
    if not DESCRIPTION.is_file():
        return "the registry's description is not beside the project (../shared/schema)"
    if not _node():
        return "Node is not installed"
    return "" if (_FOLDER / _PROGRAM).is_file() else _install()


def _node() -> str:
    return shutil.which("node") or ""


def _install() -> str:
    """Fetch the program; return why that failed, empty where it did not."""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed"
    with tempfile.TemporaryDirectory(prefix="prism-") as name:
        folder = Path(name) / "made"
        folder.mkdir()
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
        try:
            subprocess.run(
                [*command, "--fetch-retries=1", f"@stoplight/prism-cli@{VERSION}"],
                cwd=folder,
                check=True,
                capture_output=True,
                timeout=_SECONDS_TO_INSTALL,
            )
        except (subprocess.SubprocessError, OSError) as error:
            return f"Prism cannot be installed: {error}"
        # Another process of the tests may have been first.
        if not _FOLDER.exists():
            shutil.move(folder, _FOLDER)
    return ""


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
