"""``python -m desktop_app``: the window, or one of the commands that need none."""

import gc
import sys

_STOPPED = 130
_ROLES = ("--import-worker", "--import-engine", "--rebuild-worker")
"""What this program starts itself with: the processes of a large import or rebuilding."""

_OBJECTS_BETWEEN_COLLECTIONS = 100_000
"""Modules, studies and pages are many small values without cycles: to look for cycles among them
as often as the language does by itself takes a third of the time of a large record's pages."""


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    if sys.argv[1:2] and sys.argv[1] in _ROLES:
        from desktop_app.store.importing.roles import play

        return play(sys.argv[1])
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
    try:
        # Loaded here, so that Ctrl+C ends quietly while modules are being loaded, too.
        from desktop_app.command_line import main as run

        return run()
    except KeyboardInterrupt:
        return _STOPPED


if __name__ == "__main__":
    sys.exit(main())
