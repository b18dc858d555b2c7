"""Brings a checkout to the point where it can start: everything once, then nothing but a look."""

import enum
import hashlib
import shutil
import sys
import time
from pathlib import Path

import system_packages
import virtual_environment
from virtual_environment import SetUpError


class Scope(enum.Enum):
    """What is to be ready."""

    PYTHON = "python"
    WINDOW = "window"
    TESTS = "tests"

    @property
    def system_packages(self) -> tuple[str, ...]:
        return {
            Scope.PYTHON: (),
            Scope.WINDOW: system_packages.QT,
            Scope.TESTS: (
                *system_packages.QT,
                *system_packages.DISPLAY,
                *system_packages.SCREEN_READER,
            ),
        }[self]


def ensure(checkout: Path, scope: Scope, *, required: bool = True) -> Path:
    """The environment's Python, after setting up whatever is not yet in place.

    Where the system packages are not `required`, their absence is told once and then tolerated.
    """
    environment = checkout / ".venv"
    python = virtual_environment.python_in(environment, sys.platform)
    whole = python.exists() and is_ready(checkout, Scope.PYTHON)
    if whole and (not required or is_ready(checkout, scope)):
        return python
    try:
        _set_up(checkout, environment, scope, whole=whole, required=required)
    except OSError as error:
        raise SetUpError(f"{environment} could not be set up: {error}") from error
    return python


def is_ready(checkout: Path, scope: Scope) -> bool:
    try:
        return _stamp(checkout, scope).read_text(encoding="ascii") == stamp_key(checkout, scope)
    except FileNotFoundError:
        return False


def mark_ready(checkout: Path, scope: Scope) -> None:
    _stamp(checkout, scope).write_text(stamp_key(checkout, scope), encoding="ascii")


def stamp_key(checkout: Path, scope: Scope) -> str:
    """A value that changes with everything on which a finished set-up depends."""
    digest = hashlib.sha256(virtual_environment.locked_packages(checkout).read_bytes())
    for part in (sys.version, sys.base_prefix, str(checkout), *scope.system_packages):
        digest.update(b"\0" + part.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _stamp(checkout: Path, scope: Scope) -> Path:
    return checkout / ".venv" / f"ready-for-{scope.value}"


def _set_up(
    checkout: Path, environment: Path, scope: Scope, *, whole: bool, required: bool
) -> None:
    started = time.monotonic()
    if not whole:
        _say(f"Setting up {environment}. This happens once, and takes a minute or two.")
    refusal = _install_system_packages(scope)
    if not whole:
        _say(f"Python packages, as locked in {virtual_environment.locked_packages(checkout)}")
        virtual_environment.make(environment)
        virtual_environment.install_locked(checkout, environment)
        mark_ready(checkout, Scope.PYTHON)
    complaint = _complaint(environment, scope, refusal)
    if complaint and required:
        raise SetUpError(complaint)
    if complaint:
        _say(complaint)
    else:
        mark_ready(checkout, scope)
    if not whole:
        _say(f"Set up in {time.monotonic() - started:.0f} s.")


def _install_system_packages(scope: Scope) -> str:
    """Install what the system lacks; returns in a sentence why that was not possible, or ''."""
    if not (sys.platform.startswith("linux") and system_packages.is_debian()):
        return ""
    absent = system_packages.missing(scope.system_packages)
    # Without this one there is no environment at all; the others may turn out to be dispensable.
    makes_environment = not virtual_environment.has_ensurepip()
    if makes_environment:
        absent.append(f"python3.{sys.version_info.minor}-venv")
    if not absent:
        return ""
    prefix = system_packages.privilege()
    if prefix is not None:
        _say(f"System packages: {', '.join(map(system_packages.plain_name, absent))}")
    outcome = system_packages.install(absent, prefix)
    if outcome.installed:
        return ""
    refusal = f"{outcome.words}The system lacks packages for this. Type: {outcome.line}"
    if makes_environment:
        raise SetUpError(refusal)
    return refusal


def _complaint(environment: Path, scope: Scope, refusal: str) -> str:
    """What this scope still lacks, in a sentence with the next step, or ''."""
    if not sys.platform.startswith("linux"):
        return ""
    packages = virtual_environment.site_packages(environment, sys.platform)
    lacking = system_packages.libraries_not_found(packages / "PySide6")
    if scope is Scope.TESTS:
        lacking += [tool for tool in system_packages.DISPLAY_TOOLS if shutil.which(tool) is None]
    if not lacking:
        return ""
    return refusal or (
        f"This system lacks {', '.join(lacking)}. "
        "Install what brings them with its package manager, then repeat."
    )


def _say(text: str) -> None:
    # Standard output belongs to the application alone.
    print(text, file=sys.stderr, flush=True)
