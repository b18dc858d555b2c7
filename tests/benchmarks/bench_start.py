"""How long the start takes and what it weighs, beside a bare PySide6 window with five tabs.

``python tests/benchmarks/bench_start.py [--program PATH] [--rounds N]`` puts all real records that
lie beside the project into a library of its own, once, and starts the window over it again and
again, in turn with the bare one: without a display, and under Xvfb where there is one.
``--program`` measures a frozen program instead of the checkout. Asserts nothing.

"Painted" is what the program notes in its log: the list with its rows and all bars have been drawn
and handed to the screen, and the loop has come round once more, so that it answers. The study that
was open last follows; what is noted of it is when its first tab was drawn. Times are from starting
the process. What it weighs at either moment is read while it is stopped there, in rounds of their
own: RSS is all of it, PSS shares each page among all processes that have it, "own" is what no
other has.
"""

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

ROOT = Path(__file__).parents[2]
RECORDS = ROOT.parent / "shared" / "records"
SAMPLE = "NCT03816852"
KEPT = Path(gettempdir()) / "trialviewer-bench-start"
"""Where the library and the compiled modules stay from run to run."""
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Program:
    """Something to start: what it notes is in ``log``, ``moments`` are the words to wait for."""

    name: str
    command: tuple[str, ...]
    log: Path
    moments: tuple[str, ...]
    environment: dict[str, str]


@dataclass(frozen=True, slots=True)
class Weight:
    """Megabytes of a process, and the seconds that it has worked (user and system)."""

    rss: float
    pss: float
    own: float
    worked: float


def prepare(program: Sequence[str]) -> dict[str, str]:
    """Fill the library where it is empty; returns the environment that all programs get."""
    kept = dict(os.environ)
    # Modules are compiled once, as where they are installed.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    folders = {f"XDG_{name}_HOME": str(KEPT / name.lower()) for name in ("DATA", "CONFIG", "STATE")}
    environment = {**kept, **folders, "PYTHONPYCACHEPREFIX": str(KEPT / "compiled")}
    environment.pop("TRIALVIEWER_HOME", None)
    if not (KEPT / "data").exists():
        print("Importing the real records, once …", flush=True)
        subprocess.run(
            [*program, "import", str(RECORDS), str(ROOT / "resources" / "samples")],
            env=environment,
            stdout=subprocess.DEVNULL,
        )
    return environment


def programs(frozen: Path | None, platform: str) -> tuple[Program, Program]:
    """Return the bare window and the application."""
    own = (str(frozen),) if frozen else (sys.executable, "-m", "desktop_app")
    environment = {**prepare(own), "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)}
    bare_log = KEPT / "bare.log"
    bare = (sys.executable, str(Path(__file__).with_name("bare_window.py")), str(bare_log))
    log = KEPT / "state" / "TrialProtocolViewer" / "log" / "trialviewer.log"
    return (
        Program("bare window", bare, bare_log, ("painted",), environment),
        Program(
            "application",
            own,
            log,
            ("The window is painted.", "The study is painted."),
            environment,
        ),
    )


@contextmanager
def running(program: Program, *inputs: str) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """Start a program anew; yields the process and when it was started."""
    program.log.unlink(missing_ok=True)
    started = time.time()
    process = subprocess.Popen(
        [*program.command, *inputs],
        env=program.environment,
        stderr=subprocess.DEVNULL,
        cwd=KEPT,
    )
    try:
        yield process, started
    finally:
        process.send_signal(signal.SIGCONT)
        process.send_signal(signal.SIGINT if program.name == "application" else signal.SIGTERM)
        process.wait(PATIENCE)


def noted(program: Program, process: subprocess.Popen[bytes], moment: str) -> float:
    """Wait until a moment is in the log; returns it, in seconds since 1970."""
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit and process.poll() is None:
        if program.log.exists():
            for line in program.log.read_text(errors="replace").splitlines():
                if moment in line:
                    return datetime.strptime(line[:23], "%Y-%m-%d %H:%M:%S,%f").timestamp()
        time.sleep(0.001)
    sys.exit(f"{program.name} never noted: {moment}")


def times_of(program: Program, *inputs: str) -> list[float]:
    """Return how long each moment took to come."""
    with running(program, *inputs) as (process, started):
        return [noted(program, process, moment) - started for moment in program.moments]


def weights_of(program: Program) -> list[Weight]:
    """Return what the program weighs at each moment."""
    weights = []
    with running(program) as (process, _started):
        for moment in program.moments:
            noted(program, process, moment)
            process.send_signal(signal.SIGSTOP)
            weights.append(weight_of(process.pid))
            process.send_signal(signal.SIGCONT)
    return weights


def weight_of(pid: int) -> Weight:
    """Return what a process weighs (Linux)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    own = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    tasks = Path(f"/proc/{pid}/task").iterdir()
    worked = sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)
    return Weight(kilobytes["Rss"] / 1000, kilobytes["Pss"] / 1000, own / 1000, worked / 1e9)


def measure(frozen: Path | None, platform: str, rounds: int) -> None:
    """Print times and weights of both, and the ratios, of runs that took turns."""
    both = programs(frozen, platform)
    for program in both:
        times_of(program, *((SAMPLE,) if len(program.moments) > 1 else ()))
    times: dict[str, list[list[float]]] = {program.name: [] for program in both}
    weights: dict[str, list[list[Weight]]] = {program.name: [] for program in both}
    for _ in range(rounds):
        for program in both:
            times[program.name].append(times_of(program))
    for _ in range(max(3, rounds // 3)):
        for program in both:
            weights[program.name].append(weights_of(program))
    bare, own = (program.name for program in both)
    what = "frozen program" if frozen else "checkout"
    print(f"\n{what}, {platform}, {rounds} rounds: median (least)")
    print(f"{'':24}{'seconds':>16}{'worked':>9}{'RSS MB':>9}{'PSS MB':>9}{'own MB':>9}")
    first = row(bare, times[bare], weights[bare], 0)
    window = row("window", times[own], weights[own], 0)
    study = row("study", times[own], weights[own], 1)
    for name, line in (("window", window), ("study", study)):
        ratios = [mine / other for mine, other in zip(line, first, strict=True)]
        cells = f"{ratios[0]:9.2f} ({ratios[1]:.2f})" + "".join(f"{r:9.2f}" for r in ratios[2:])
        print(f"{name + ' : bare':24}{cells}")


def row(
    name: str, times: list[list[float]], weights: list[list[Weight]], moment: int
) -> tuple[float, ...]:
    """Print one moment; returns the medians, and of times the least."""
    taken = [run[moment] for run in times]
    middle, least = statistics.median(taken), min(taken)
    at = [run[moment] for run in weights]
    worked, *sizes = (
        statistics.median(values)
        for values in zip(*((one.worked, one.rss, one.pss, one.own) for one in at), strict=True)
    )
    cells = "".join(f"{size:9.1f}" for size in sizes)
    print(f"{name:24}{middle:9.3f} ({least:.3f}){worked:9.3f}{cells}", flush=True)
    return middle, least, worked, *sizes


@contextmanager
def virtual_display() -> Iterator[str]:
    """Run Xvfb on a display that is free; yields its name."""
    with TemporaryDirectory() as folder:
        numbers = Path(folder) / "number"
        with numbers.open("w") as told:
            server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(told.fileno()), "-screen", "0", "1600x1000x24"],
                pass_fds=[told.fileno()],
                stderr=subprocess.DEVNULL,
            )
        try:
            while not numbers.read_text().strip():
                time.sleep(0.01)
            yield f":{numbers.read_text().strip()}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def main() -> None:
    """Measure without a display, then under Xvfb."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    if not RECORDS.is_dir():
        sys.exit("The real records are not beside the project (../shared/records).")
    KEPT.mkdir(exist_ok=True)
    measure(options.program, "offscreen", options.rounds)
    if shutil.which("Xvfb"):
        with virtual_display() as display:
            os.environ["DISPLAY"] = display
            measure(options.program, "xcb", options.rounds)
    else:
        print("\nXvfb is not installed, so nothing was measured on a display.")


if __name__ == "__main__":
    main()
