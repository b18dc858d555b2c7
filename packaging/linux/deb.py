"""The package for Debian and Ubuntu."""

import hashlib
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import product
from freezing.bundle import Bundle
from virtual_environment import SetUpError

from linux.control import control
from linux.tree import Edition, lay_out

_QUICKLY = ["-Zzstd", "-z3"]
POSTRM = """\
#!/bin/sh
set -e
if [ "$1" = remove ]; then
    echo "The libraries of those who used it stay: ~/.local/share/TrialProtocolViewer/library"
fi
"""


def make_deb(
    target: Path,
    checkout: Path,
    bundle: Bundle,
    edition: Edition,
    depends: Iterable[str],
    *,
    quick: bool = False,
) -> Path:
    """Write the package into a folder and return its path.

    Its only script says where the library stays: what else is to be done at an installation, the
    triggers of the desktop's packages do.
    """
    architecture = _output(["dpkg", "--print-architecture"]).strip()
    with tempfile.TemporaryDirectory(prefix="trialviewer-deb-") as scratch:
        root = Path(scratch) / "root"
        lay_out(root, checkout, bundle, edition)
        _settle(root)
        information = root / "DEBIAN"
        text = control(edition.version, architecture, kibibytes(root), depends, edition.maintainer)
        sums = checksums(root)
        information.mkdir(mode=0o755)
        (information / "control").write_text(text, encoding="utf-8")
        (information / "md5sums").write_text(sums, encoding="utf-8")
        (information / "postrm").write_text(POSTRM, encoding="utf-8")
        (information / "postrm").chmod(0o755)
        package = target / f"{product.COMMAND}_{edition.version}_{architecture}.deb"
        packing = _QUICKLY if quick else ["-Zxz"]
        _output(["dpkg-deb", "--root-owner-group", *packing, "--build", str(root), str(package)])
    return package


def kibibytes(root: Path) -> int:
    """Return what Debian counts as installed size: each file rounded up, each folder as one."""
    sizes = (
        -(-path.stat().st_size // 1024) if path.is_file() and not path.is_symlink() else 1
        for path in root.rglob("*")
    )
    return sum(sizes)


def checksums(root: Path) -> str:
    """Return the list by which an installed package can be checked."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    lines = (
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{path.relative_to(root)}\n"
        for path in files
    )
    return "".join(lines)


def _settle(root: Path) -> None:
    """Give folders the rights that they are to have, whatever the builder's mask is."""
    for path in (root, *root.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


def _output(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SetUpError(f"`{' '.join(command)}` failed: {done.stderr.strip()}")
    return done.stdout
