"""What the application needs from the system, and how Debian and Ubuntu bring it.

Packages are written as in a Debian control file: `libcups2t64 | libcups2` is one package, which was
renamed when time became 64 bits wide (Debian 13, Ubuntu 24.04).
"""

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

# Measured on a bare Debian 12: fewer do not suffice. A font comes along with libfontconfig1.
QT = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "libglib2.0-0t64 | libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-image0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libcups2t64 | libcups2",
)
# What a frozen application needs beyond that, named as Debian wants it: each package of which it
# loads a library itself, though others would bring it along.
FROZEN = (
    *QT,
    "libbrotli1",
    "libgcc-s1",
    "libgssapi-krb5-2",
    "libssl3t64 | libssl3",
    "libstdc++6",
    "libuuid1",
    "libwayland-client0",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-glx0",
    "libxcb-randr0",
    "libxcb-render0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb1",
    "libzstd1",
    "zlib1g",
)
# What makes file types, icons and entries known to the desktop: their triggers replace scripts.
DESKTOP = ("shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")
# A display for the tests that show a real window.
DISPLAY = ("xvfb", "xauth")
DISPLAY_TOOLS = ("xvfb-run", "xauth")
# For the test that works the window as a screen reader does; it is skipped where they lack.
SCREEN_READER = ("dbus", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0")

# The parts of PySide6 without which there is no window. What only paper or Wayland needs may lack.
QT_FILES = (
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "QtNetwork.abi3.so",
    "QtPrintSupport.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
)


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt to install; `line` is what a person would type to do the same."""

    installed: bool
    line: str
    words: str = ""


def is_debian() -> bool:
    """Whether this is Debian, Ubuntu or one of their descendants."""
    return all(shutil.which(tool) for tool in ("apt-get", "apt-cache", "dpkg-query"))


def missing(wanted: Iterable[str]) -> list[str]:
    """Those of the wanted packages of which no alternative is installed."""
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Abbrev} ${Package}\\n"]
    present = installed_names(_output(query))
    return [package for package in wanted if present.isdisjoint(alternatives(package))]


def installed_names(listing: str) -> set[str]:
    """The names in dpkg's listing, whose lines read `ii  libgl1`, or `rc  libgl1` when removed."""
    fields = (line.split() for line in listing.splitlines())
    return {words[1] for words in fields if len(words) == 2 and words[0] == "ii"}


def alternatives(package: str) -> list[str]:
    return package.split(" | ")


def plain_name(package: str) -> str:
    """The name that people know the package by, whatever this release calls it."""
    return alternatives(package)[-1]


def chosen(packages: Iterable[str], known: Collection[str]) -> list[str]:
    """One name for each package: the first that this release knows, or else the oldest of them."""
    return [
        next((name for name in alternatives(package) if name in known), plain_name(package))
        for package in packages
    ]


def install(packages: Sequence[str], prefix: Sequence[str] | None) -> Outcome:
    """Install the packages as root, which the prefix makes of us; without one, say how to."""
    if prefix is None:
        return Outcome(False, line_to_type(_chosen_here(packages), sudo=True))
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # Its failure is not ours: one stale source does not keep the others from having what is needed.
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    names = _chosen_here(packages)
    options = ["-o", "DPkg::Lock::Timeout=120", "--yes", "--no-install-recommends"]
    done = subprocess.run(
        [*apt, *options, "install", *names],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return Outcome(
        done.returncode == 0, line_to_type(names, sudo=bool(prefix)), last_words(done.stderr)
    )


def last_words(errors: str) -> str:
    """The end of what apt-get complains of: off the network it does so once for every package."""
    return "".join(line + "\n" for line in errors.splitlines()[-3:])


def privilege() -> list[str] | None:
    """What a command of root's is prefixed with, or None where root is out of reach."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def line_to_type(names: Sequence[str], *, sudo: bool) -> str:
    root = "sudo " if sudo else ""
    packages = " ".join(names)
    return f"{root}apt-get update && {root}apt-get install -y --no-install-recommends {packages}"


def libraries_not_found(pyside: Path) -> list[str]:
    """The names of the shared libraries that Qt asks for and this system does not have."""
    if shutil.which("ldd") is None:
        return []
    files = [str(pyside / name) for name in QT_FILES]
    return parse_not_found(_output(["ldd", *files]))


def parse_not_found(listing: str) -> list[str]:
    """From ldd's listing, each name in `libxcb-cursor.so.0 => not found`, once and in order."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found$", listing, re.MULTILINE)))


def _chosen_here(packages: Sequence[str]) -> list[str]:
    return chosen(packages, set(_output(["apt-cache", "pkgnames"]).split()))


def _output(command: Sequence[str]) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment
    ).stdout
