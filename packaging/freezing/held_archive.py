"""Runs first in the frozen application: keeps its code at hand while a package replaces it.

What is not yet loaded is read from the program's file when it is needed, by places in that file
which were noted at the start. After an upgrade they would lead into another file, and after a
removal nowhere. An open file stays what it was, so it is read through one.
"""

import os
import sys


def held(path: str) -> str:
    """Return a path that leads to this file, whatever takes its place, as long as this runs."""
    number = os.open(path, os.O_RDONLY)
    lasting = f"/proc/self/fd/{number}"
    if os.path.exists(lasting):  # noqa: PTH110 - nothing more is loaded than must be
        return lasting
    # Elsewhere than on Linux, files in use are not replaced.
    os.close(number)
    return path


if hasattr(sys, "_MEIPASS"):
    import pyimod02_importers  # type: ignore[import-not-found]

    archive = pyimod02_importers.pyz_archive
    archive._filename = held(archive._filename)
