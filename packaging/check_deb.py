"""Has the validators of Debian and the desktop look at a built .deb; all must have nothing to say.

python3 packaging/check_deb.py dist/trialviewer_0.1.0_amd64.deb
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import product


def main(packages: list[str]) -> int:
    """Check packages; returns 1 where a validator complains of one."""
    return 1 if sum(complaints(Path(package)) for package in packages) else 0


def complaints(package: Path) -> int:
    """Print what each validator says of a package, and return how many of them complain."""
    with tempfile.TemporaryDirectory(prefix="trialviewer-check-") as scratch:
        subprocess.run(["dpkg-deb", "--extract", str(package), scratch], check=True)
        return sum(_complains(command) for command in commands(package, Path(scratch)))


def commands(package: Path, root: Path) -> list[list[str]]:
    """Return the commands for a package that is unpacked in a folder."""
    share = root / "usr/share"
    name = product.APPLICATION_ID
    return [
        ["desktop-file-validate", str(share / "applications" / f"{name}.desktop")],
        ["appstreamcli", "validate", "--no-net", str(share / "metainfo" / f"{name}.metainfo.xml")],
        ["lintian", "--allow-root", "--fail-on=error,warning", str(package)],
    ]


def _complains(command: list[str]) -> bool:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(f"== {' '.join(command[:1])}: {'passed' if done.returncode == 0 else 'COMPLAINS'}")
    print("\n".join(f"   {line}" for line in (done.stdout + done.stderr).splitlines()))
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
