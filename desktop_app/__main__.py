"""``python -m desktop_app``: the window, or one of the commands that need none."""

import sys

_STOPPED = 130
_ROLES = ("--import-worker", "--import-engine", "--rebuild-worker")
"""What this program starts itself with: the processes of a large import or rebuilding."""


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    if sys.argv[1:2] and sys.argv[1] in _ROLES:
        from desktop_app.store.importing.roles import play

        return play(sys.argv[1])
    try:
        # Loaded here, so that Ctrl+C ends quietly while modules are being loaded, too.
        from desktop_app.command_line import main as run

        return run()
    except KeyboardInterrupt:
        return _STOPPED


if __name__ == "__main__":
    sys.exit(main())
