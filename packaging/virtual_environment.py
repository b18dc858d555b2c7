"""The virtual environment in a checkout: where its parts are, and how they get there."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

# The checkout's own folder, told to the environment's Python in its own way, so that
# `.venv/bin/python -m desktop_app` works from everywhere without a variable that children inherit.
PATH_FILE = "trial_protocol_viewer_checkout.pth"


class SetUpError(Exception):
    """The user or the machine has to do something first; the text says what."""


def python_in(environment: Path, platform: str) -> Path:
    if platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def site_packages(environment: Path, platform: str) -> Path:
    scheme = "nt_venv" if platform == "win32" else "posix_venv"
    return Path(sysconfig.get_path("purelib", scheme, {"base": str(environment)}))


def locked_packages(checkout: Path) -> Path:
    return checkout / "packaging" / "requirements.txt"


def make(environment: Path) -> None:
    """Make the environment, unless there is one that works with this very Python."""
    if works(environment):
        return
    if not has_ensurepip():
        raise SetUpError(
            f"{sys.executable} has no ensurepip, which a virtual environment needs. "
            "Install it with the system's package manager, then repeat."
        )
    command = [sys.executable, "-m", "venv", "--clear", str(environment)]
    _call(command, f"{environment} could not be made")


def works(environment: Path) -> bool:
    """Whether the environment is whole and of this very Python."""
    python = python_in(environment, sys.platform)
    if not python.exists():
        return False
    command = [str(python), "-c", "import sys, pip; print(sys.version)"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.strip() == sys.version.strip()


def has_ensurepip() -> bool:
    """Whether this Python can put pip into an environment; Debian's needs a package for that."""
    import importlib.util

    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def install_locked(checkout: Path, environment: Path) -> None:
    """Install what the checkout needs, and let it be found from everywhere."""
    install(environment, locked_packages(checkout))
    path_file = site_packages(environment, sys.platform) / PATH_FILE
    path_file.write_text(f"{checkout}\n", encoding=path_file_encoding())


def install(environment: Path, requirements: Path) -> None:
    """Install exactly what is locked, by its hashes: nothing is resolved, and nothing is built."""
    pip = [str(python_in(environment, sys.platform)), "-m", "pip", "-qq", "--no-input"]
    pip += ["--disable-pip-version-check", "install", "--progress-bar=off"]
    pip += ["--require-hashes", "--no-deps", "--only-binary=:all:"]
    pip += ["-r", str(requirements)]
    _call(pip, "The Python packages could not be installed. Look at the network, then repeat")


def path_file_encoding() -> str:
    """What Python reads such a file in: UTF-8 since 3.13, and before that the system's own."""
    import locale

    return "utf-8" if sys.version_info >= (3, 13) else locale.getencoding()


def _call(command: Sequence[str], complaint: str) -> None:
    variables = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=sys.stderr, env=variables, check=False
    )
    if done.returncode != 0:
        raise SetUpError(f"{complaint} (`{' '.join(command)}` ended with {done.returncode}).")
