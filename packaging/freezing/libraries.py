"""Which libraries of the system the frozen application loads, and whether Debian is told of them.

Only what the files themselves name is looked at: what those libraries need in turn, they bring.
"""

import re
import subprocess
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import system_packages
from virtual_environment import SetUpError

from freezing.bundle import Bundle

LIBC = "libc6"
_NEEDED = re.compile(r"\(NEEDED\).*\[(?P<name>[^]]+)\]")
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)\b")
_ELF = b"\x7fELF"


def elf_files(bundle: Bundle) -> list[Path]:
    """Return the files of machine code."""
    return [file for file in bundle.files() if file.open("rb").read(4) == _ELF]


def needed_names(listing: str) -> set[str]:
    """Return the names in readelf's listing of a file's dynamic section."""
    return set(_NEEDED.findall(listing))


def external(bundle: Bundle) -> set[str]:
    """Return the names of the libraries that are not in the folder."""
    own = {path.name for path in bundle.folder.rglob("*")}
    wanted: set[str] = set()
    for file in elf_files(bundle):
        wanted |= needed_names(_output(["readelf", "--dynamic", "--wide", str(file)]))
    return wanted - own


def oldest_libc(contents: Iterable[bytes]) -> str:
    """Return the version of the C library that is asked for by what stands in the files."""
    minors = [int(minor) for content in contents for minor in _GLIBC.findall(content)]
    return f"2.{max(minors, default=0)}"


def not_declared(packages: Mapping[str, str], declared: Collection[str]) -> dict[str, str]:
    """Return those libraries, each with its package, that come from no declared package."""
    known = {name for package in declared for name in system_packages.alternatives(package)}
    return {name: package for name, package in packages.items() if package not in known}


def packages_of(names: Iterable[str]) -> dict[str, str]:
    """Return the package of this machine that brings each library; empty where none does."""
    return {name: _package_of(name) for name in names}


def depends(bundle: Bundle) -> tuple[str, ...]:
    """Return what the .deb depends on; refuses where the list does not cover what is loaded."""
    brought = packages_of(external(bundle))
    if lacking := not_declared(brought, (*system_packages.FROZEN, LIBC)):
        raise SetUpError(f"No package is declared for {lacking}: see system_packages.FROZEN.")
    version = oldest_libc(file.read_bytes() for file in elf_files(bundle))
    return (f"{LIBC} (>= {version})", *system_packages.FROZEN, *system_packages.DESKTOP)


def _package_of(name: str) -> str:
    found = _output(["dpkg-query", "--search", f"*/{name}"])
    packages = [line.partition(":")[0] for line in found.splitlines() if line.endswith(f"/{name}")]
    return packages[0] if packages else ""


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
