"""Freezes the application, lets it test itself, and makes this system's package of it.

python3 packaging/build.py            into dist/: .deb and .tar.xz, or .exe, or .dmg
python3 packaging/build.py --quick    the same, packed less tightly
python3 packaging/build.py --only-bundle
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import product

sys.path.append(str(product.CHECKOUT))

from freezing import environment, licences
from freezing.bundle import Bundle, application_of, freeze, self_test
from virtual_environment import SetUpError, site_packages


def main(arguments: Sequence[str]) -> int:
    """Build what this system can; returns the exit code."""
    parser = argparse.ArgumentParser(description="Freeze and package the application.")
    parser.add_argument("--quick", action="store_true", help="a .deb alone, packed less tightly")
    parser.add_argument("--only-bundle", action="store_true", help="make no package of it")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        for made in build(product.CHECKOUT, quick=options.quick, packages=not options.only_bundle):
            print(f"{megabytes(size_of(made)):>8} MB  {made}")
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"in {time.monotonic() - started:.0f} s")
    return 0


def build(checkout: Path, *, quick: bool, packages: bool) -> list[Path]:
    """Freeze and package; returns what was made."""
    python = environment.ensure(checkout)
    installed = site_packages(checkout / "build" / "venv", sys.platform)
    licences.collect(checkout / "build" / "licences", installed, licences.own_libraries(python))
    bundle = freeze(checkout, python)
    with tempfile.TemporaryDirectory(prefix="trialviewer-test-") as scratch:
        self_test(bundle, Path(scratch))
    target = checkout / "dist"
    target.mkdir(exist_ok=True)
    made = packages_here(checkout, bundle, target, quick=quick) if packages else []
    return [bundle.folder, *made]


def packages_here(checkout: Path, bundle: Bundle, target: Path, *, quick: bool) -> list[Path]:
    """Make the packages of the system that this runs on."""
    version = product.version(checkout)
    if sys.platform == "win32":
        from windows.inno_setup import make_installer

        return [make_installer(target, checkout, bundle, version)]
    if sys.platform == "darwin":
        from macos.disk_image import make_image

        return [make_image(target, application_of(bundle), version, platform.machine())]
    return packages_for_linux(checkout, bundle, target, version, quick=quick)


def packages_for_linux(
    checkout: Path, bundle: Bundle, target: Path, version: str, *, quick: bool
) -> list[Path]:
    """Make the archive and, where Debian's packer is, the .deb."""
    from freezing.libraries import depends
    from linux.control import maintainer
    from linux.deb import make_deb
    from linux.portable import make_portable
    from linux.tree import Edition

    log = (checkout / "CHANGELOG.md").read_text(encoding="utf-8")
    edition = Edition(version, build_day(), maintainer(os.environ), log)
    made = [] if quick else [make_portable(target, bundle, edition, platform.machine())]
    if shutil.which("dpkg-deb"):
        made.append(make_deb(target, checkout, bundle, edition, depends(bundle), quick=quick))
    return made


def build_day() -> date:
    """Return today, or the day that SOURCE_DATE_EPOCH says, by which builds are repeated."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
    return now.date()


def size_of(path: Path) -> int:
    """Return the size of a file, or of all that is in a folder."""
    return Bundle(path).size() if path.is_dir() else path.stat().st_size


def megabytes(size: int) -> str:
    """Return a size in millions of bytes."""
    return f"{size / 1_000_000:.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
