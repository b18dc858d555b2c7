"""A package as its next version could be, to try an upgrade with."""

import re
import struct
import subprocess
import tempfile
from pathlib import Path

import product

# The end of a program that PyInstaller made: how long what is appended to it is, with this end.
_MARK = b"MEI\014\013\012\013\016"
_END = struct.Struct("!8sIIII64s")
_SHIFT = bytes(0x10000)


def later_version(package: Path, ending: str, target: Path) -> Path:
    """Write the package under a later version; returns its path.

    The code in its program stands elsewhere than before, as it would after any change.
    """
    later = target / f"{package.stem}{ending}.deb"
    with tempfile.TemporaryDirectory(prefix="trialviewer-deb-") as scratch:
        root = Path(scratch) / "root"
        subprocess.run(["dpkg-deb", "--raw-extract", str(package), str(root)], check=True)
        file = root / "DEBIAN" / "control"
        told = re.sub(r"^(Version: .*)$", rf"\1{ending}", file.read_text("utf-8"), flags=re.M)
        file.write_text(told, encoding="utf-8")
        program = root / "usr/lib" / product.COMMAND / product.COMMAND
        program.write_bytes(shifted(program.read_bytes()))
        packing = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z3", "--build"]
        quiet = subprocess.DEVNULL
        subprocess.run([*packing, str(root), str(later)], check=True, stdout=quiet)
    return later


def shifted(program: bytes) -> bytes:
    """Return a program that works as before, in which all code stands further behind."""
    end = program.rindex(_MARK)
    length = _END.unpack_from(program, end)[1]
    start = end + _END.size - length
    return program[:start] + _SHIFT + program[start:]
