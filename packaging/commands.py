"""The commands of dev.py: run, test and setup."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import preparation
from preparation import Scope
from virtual_environment import SetUpError

CHECKOUT = Path(__file__).resolve().parent.parent

# What the application does without Qt, and so without Qt's system libraries.
WINDOWLESS = frozenset({"import", "search", "show", "brief", "--version", "--help", "-h"})
# What tells Qt where to draw. QT_QPA_PLATFORM is a person's own decision: it is left to them.
DISPLAY_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def call(name: str, arguments: Sequence[str]) -> int:
    try:
        return COMMANDS[name](arguments)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1


def run(arguments: Sequence[str]) -> int:
    """Become the application, in the folder that one is in."""
    given = application_arguments(arguments)
    window = given[:1] == [] or given[0] not in WINDOWLESS
    python = preparation.ensure(CHECKOUT, Scope.WINDOW, required=window)
    if not given and not has_display(sys.platform, os.environ):
        print(
            "There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so instead of a "
            f"window you get the sample's brief and a picture of each tab, in {Path.cwd()}:"
        )
        given = ["demo", "--into", "."]
    # -P: a file in the folder that one is in must not take the place of a module.
    return become([str(python), "-P", "-m", "desktop_app", *given], sys.platform)


def test(arguments: Sequence[str]) -> int:
    import checks

    python = preparation.ensure(CHECKOUT, Scope.TESTS)
    stages = checks.only_pytest(python, arguments) if arguments else checks.every_stage(python)
    return checks.carry_out(stages, CHECKOUT)


def set_up(arguments: Sequence[str]) -> int:
    if arguments:
        raise SetUpError(f"setup takes no arguments, and was given: {' '.join(arguments)}")
    print(f"Ready: {preparation.ensure(CHECKOUT, Scope.TESTS)}")
    return 0


def application_arguments(arguments: Sequence[str]) -> list[str]:
    """What the application is given: a leading `--` is for dev.py."""
    return list(arguments[1:] if arguments[:1] == ["--"] else arguments)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in DISPLAY_VARIABLES)


def become(command: list[str], platform: str) -> int:
    """Replace this process by the command. On Windows that would detach it: wait for it there."""
    sys.stdout.flush()
    if platform != "win32":
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "setup": set_up,
}
