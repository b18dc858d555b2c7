"""What `dev.py test` does: lint, types and tests, each timed."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

# Room for the window at 200 % text. Some versions of the server start with 8-bit colour.
SCREEN = "-screen 0 1600x1200x24"
UNDER_XVFB = ("xvfb-run", "--auto-servernum", f"--server-args={SCREEN}")


@dataclass(frozen=True)
class Stage:
    """One command, with what it adds to the environment."""

    name: str
    command: Sequence[str]
    variables: Mapping[str, str] = field(default_factory=dict)


def every_stage(python: Path) -> list[Stage]:
    module = (str(python), "-m")
    spread = (f"--numprocesses={workers(os.cpu_count())}", "-m", "not real_window")
    return [
        Stage("lint", (*module, "ruff", "check", "--quiet", ".")),
        Stage("format", (*module, "ruff", "format", "--check", "--quiet", ".")),
        Stage("types", (*module, "mypy")),
        Stage("tests", (*module, "pytest", "--quiet", *spread)),
        in_real_window(python, ("--quiet", "-m", "real_window"), sys.platform),
    ]


def only_pytest(python: Path, arguments: Sequence[str]) -> list[Stage]:
    """pytest alone, in a real window where the arguments speak of one."""
    if "real_window" in arguments:
        return [in_real_window(python, arguments, sys.platform)]
    return [Stage("tests", (str(python), "-m", "pytest", *arguments))]


def in_real_window(python: Path, arguments: Sequence[str], platform: str) -> Stage:
    command = (str(python), "-m", "pytest", *arguments)
    if platform.startswith("linux"):
        return Stage("real window", (*UNDER_XVFB, *command), {"QT_QPA_PLATFORM": "xcb"})
    return Stage("real window", command)


def workers(cores: int | None) -> int:
    """Two even on one core, as some tests wait; no more than four, as each starts Qt anew."""
    return max(2, min(4, cores or 2))


def carry_out(stages: Sequence[Stage], folder: Path) -> int:
    """Carry out every stage, also after one that failed; returns 1 if any did."""
    lines, failed = [], 0
    for stage in stages:
        print(f"== {stage.name}", flush=True)
        started = time.monotonic()
        code = subprocess.call(
            stage.command,
            cwd=folder,
            env={**os.environ, **stage.variables},
            stdin=subprocess.DEVNULL,
        )
        failed += code != 0
        lines.append(summary(stage.name, code, time.monotonic() - started))
    print("\n".join(["", *lines]), flush=True)
    return 1 if failed else 0


def summary(name: str, code: int, seconds: float) -> str:
    outcome = "passed" if code == 0 else f"FAILED with {code}"
    return f"{name:<12}{seconds:>7.1f} s  {outcome}"
