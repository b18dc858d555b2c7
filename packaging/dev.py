"""Starts or tests the application from a checkout, with nothing but Python at hand.

Python 3.6 can read this file, so that one which is too old says so in a sentence: no newer syntax
here, and the modules beside it are imported only after the version was checked.
"""

import os
import shutil
import subprocess
import sys

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON_LOOKED_FOR = (3, 20)

USAGE = """\
usage: python3 packaging/dev.py run [-- ARGUMENTS]   start the application, or hand it ARGUMENTS
       python3 packaging/dev.py test [ARGUMENTS]     lint, types and tests; given ARGUMENTS, pytest
       python3 packaging/dev.py setup                only install what both of them need

The first call makes a virtual environment in .venv and installs the locked dependencies. On Debian
and Ubuntu it installs what Qt needs from the system too, or prints the line that does.
"""


def newer_pythons() -> "list[str]":
    """The commands on the path that start a Python new enough, the newest first."""
    minors = range(NEWEST_PYTHON_LOOKED_FOR[1], OLDEST_PYTHON[1] - 1, -1)
    names = [f"python3.{minor}" for minor in minors]
    return [name for name in names if shutil.which(name) and _starts(name)]


def _starts(command: str) -> bool:
    # Version managers put a name on the path for versions that are not switched on.
    quiet = subprocess.DEVNULL
    return subprocess.call([command, "-c", ""], stdout=quiet, stderr=quiet) == 0


def too_old(version: str, candidates: "list[str]", command: "list[str]") -> str:
    """The sentence for a Python that is too old, with what to type instead."""
    sentence = f"Python 3.11 or newer is needed, and this is Python {version}."
    if not candidates:
        return sentence + " Install a newer one, then start this with it."
    return f"{sentence} Type: {' '.join([candidates[0], *command])}"


def main(arguments: "list[str]") -> int:
    if sys.version_info < OLDEST_PYTHON:
        version = ".".join(map(str, sys.version_info[:3]))
        print(too_old(version, newer_pythons(), sys.argv), file=sys.stderr)
        return 1
    import commands

    if not arguments or arguments[0] not in commands.COMMANDS:
        asked = arguments[:1] in (["help"], ["--help"], ["-h"])
        print(USAGE, end="", file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    return commands.call(arguments[0], arguments[1:])


if __name__ == "__main__":
    # An interruption ends with the code of a shell's own, 128 + SIGINT, and without a traceback.
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        os._exit(130)
