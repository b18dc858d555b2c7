"""Tries a built .deb as a person would meet it: in a bare Debian that has no Python.

    sudo python3 packaging/try_deb.py dist/trialviewer_0.1.0_amd64.deb [dist/trialviewer-….tar.xz]

A root of Debian is made once with debootstrap, in the folder for temporary files, and copied for
each try. In it the package is installed with apt, tests itself without a screen and under Xvfb, is
asked what a .trial file is and who opens it, upgraded while it runs, used beside a portable copy,
removed and installed again. After each step the library must be what it was before.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from linux.bare_root import BareRoot, made_once
from linux.later_version import later_version
from linux.outcomes import carried_out
from linux.trial import Trial
from virtual_environment import SetUpError


def main(arguments: list[str]) -> int:
    """Carry out the try; returns 1 where a step failed."""
    parser = argparse.ArgumentParser(description="Try a .deb in a bare Debian.")
    parser.add_argument("package", type=Path)
    parser.add_argument("portable", type=Path, nargs="?")
    parser.add_argument("--suite", default="bookworm")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        with BareRoot(made_once(options.suite)) as root, tempfile.TemporaryDirectory() as scratch:
            newer = later_version(options.package, "+next", Path(scratch))
            failed = carried_out(Trial(root, options.package, newer, options.portable).steps())
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{failed} steps failed" if failed else "all well")
    print(f"in {time.monotonic() - started:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
