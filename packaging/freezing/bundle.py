"""The frozen application: a folder with the program, made by PyInstaller."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import product
from virtual_environment import SetUpError

from freezing import icu_data
from freezing.search_paths import relocate


@dataclass(frozen=True)
class Bundle:
    """A folder that holds the program and all that it needs."""

    folder: Path

    @property
    def program(self) -> Path:
        """What is started; on Windows the one that has an output."""
        if sys.platform == "win32":
            return self.folder / f"{product.CONSOLE_COMMAND}.exe"
        return self.folder / product.COMMAND

    def size(self) -> int:
        """Return how many bytes the files have."""
        return sum(file.stat().st_size for file in self.files())

    def files(self) -> list[Path]:
        """Return the files that are no links."""
        found = self.folder.rglob("*")
        return sorted(path for path in found if path.is_file() and not path.is_symlink())


def freeze(checkout: Path, python: Path) -> Bundle:
    """Make the folder anew in ``build/frozen``."""
    build = checkout / "build"
    command = [
        *(str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
        *("--distpath", str(build / "frozen"), "--workpath", str(build / "work")),
        str(checkout / "packaging" / "trialviewer.spec"),
    ]
    # The names of what a set holds come out in the same order each time.
    variables = {**os.environ, "PYTHONHASHSEED": "1"}
    if subprocess.run(command, env=variables, check=False).returncode != 0:
        raise SetUpError("PyInstaller could not freeze the application; see what it said above.")
    bundle = Bundle(build / "frozen" / product.COMMAND)
    for library in bundle.folder.rglob("libicudata.so.*"):
        if not library.is_symlink():
            icu_data.trim(library)
    if sys.platform != "win32":
        for file in bundle.files():
            relocate(file)
            file.chmod(0o755 if file == bundle.program else 0o644)
    return bundle


def application_of(bundle: Bundle) -> Path:
    """Return the application that macOS shows, which lies beside the folder."""
    return bundle.folder.parent / f"{product.NAME}.app"


def self_test(bundle: Bundle, scratch: Path) -> None:
    """Let the program test itself, away from the person's own files and from a display."""
    variables = {
        **os.environ,
        "TRIALVIEWER_HOME": str(scratch),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run([str(bundle.program), "--self-test"], env=variables, check=False)
    if done.returncode != 0:
        raise SetUpError(f"The frozen application failed its test ({done.returncode}).")
