"""The start over a large library, beside a bare window with five tabs."""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import bench_start
from tests.benchmarks.bench_start import Program, times_of, weights_of
from tests.benchmarks.measuring.importing import environment_of
from tests.benchmarks.measuring.tables import Figure

TIME = 1.5
MEMORY = 1.6
"""How many times what the bare window takes."""
_ROUNDS = 9
_WEIGHED = 3


def starts(home: Path) -> Iterator[Figure]:
    """Start the window and the bare one in turn, without a display."""
    bench_start.KEPT.mkdir(exist_ok=True)
    bare, own = _programs(home)
    for program in (bare, own):
        times_of(program)
    times: dict[str, list[float]] = {bare.name: [], own.name: []}
    for _ in range(_ROUNDS):
        for program in (bare, own):
            times[program.name].append(times_of(program)[0])
    weights = {
        program.name: [weights_of(program) for _ in range(_WEIGHED)] for program in (bare, own)
    }
    seconds = {name: statistics.median(taken) for name, taken in times.items()}
    painted = {
        name: statistics.median(one[0].pss for one in taken) for name, taken in weights.items()
    }
    read = statistics.median(one[-1].pss for one in weights[own.name])
    yield Figure("bare window painted", seconds[bare.name], "s")
    yield Figure("window painted", seconds[own.name], "s", TIME * seconds[bare.name])
    yield Figure("the same", seconds[own.name] / seconds[bare.name], "× bare", TIME)
    yield Figure("memory of the bare window, PSS", painted[bare.name], "MB")
    yield Figure("memory of the window when painted", painted[own.name], "MB")
    yield Figure("the same", painted[own.name] / painted[bare.name], "× bare", MEMORY)
    yield Figure("memory with a study shown", read, "MB")
    yield Figure("the same", read / painted[bare.name], "× bare", MEMORY)


def _programs(home: Path) -> tuple[Program, Program]:
    environment = environment_of(home)
    bare_log = home / "bare.log"
    script = Path(bench_start.__file__).with_name("bare_window.py")
    bare = (sys.executable, str(script), str(bare_log))
    own = (sys.executable, "-m", "desktop_app")
    moments = ("The window is painted.", "The study is painted.")
    log = home / "logs" / "trialviewer.log"
    return (
        Program("bare window", bare, bare_log, ("painted",), environment),
        Program("application", own, log, moments, environment),
    )
