"""The archive to carry around: unpacked anywhere, started from there, removed by deleting it."""

import shutil
import tarfile
import tempfile
from pathlib import Path

import product
from freezing.bundle import Bundle

from linux.tree import Edition

README = f"""{product.NAME}

Start it: ./{product.COMMAND}/{product.COMMAND}
It needs no installation and no Python. It does need the graphics libraries of a desktop; where one
is missing, it says which. On Debian and Ubuntu the .deb brings them, and opens .{product.SUFFIX}
files by double-click.

Your library is in ~/.local/share/TrialProtocolViewer, as with the installed application. To keep
it on the same stick, start it so:
    TRIALVIEWER_HOME=./data ./{product.COMMAND}/{product.COMMAND}
Delete the folder to remove the application. Your library stays.

Licences: {product.COMMAND}/_internal/desktop_app/resources/licences
"""


def make_portable(target: Path, bundle: Bundle, edition: Edition, machine: str) -> Path:
    """Write the archive into a folder and return its path."""
    name = f"{product.COMMAND}-{edition.version}-linux-{machine}"
    archive = target / f"{name}.tar.xz"
    with tempfile.TemporaryDirectory(prefix="trialviewer-tar-") as scratch:
        root = Path(scratch) / name
        root.mkdir()
        (root / "README.txt").write_text(README, encoding="utf-8")
        shutil.copytree(bundle.folder, root / product.COMMAND, symlinks=True)
        with tarfile.open(archive, "w:xz", preset=6) as tar:
            tar.add(root, name, filter=_owned_by_nobody)
    return archive


def _owned_by_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
