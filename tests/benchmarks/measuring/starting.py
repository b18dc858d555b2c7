"""The start over a large library, beside a bare window with five tabs."""

import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import apsw

from tests.benchmarks import bench_start
from tests.benchmarks.bench_start import Program, Weight, times_of, weights_of
from tests.benchmarks.measuring.importing import environment_of, library_of
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
    times_of(bare)
    # From then on that study is the one that was open last.
    times_of(own, _a_study(home))
    times: dict[str, list[float]] = {bare.name: [], own.name: []}
    for _ in range(_ROUNDS):
        for program in (bare, own):
            times[program.name].append(times_of(program)[0])
    weights = {
        program.name: [weights_of(program) for _ in range(_WEIGHED)] for program in (bare, own)
    }
    seconds = {name: statistics.median(taken) for name, taken in times.items()}
    yield Figure("bare window painted", seconds[bare.name], "s")
    yield Figure("window painted", seconds[own.name], "s")
    yield Figure("the same", seconds[own.name] / seconds[bare.name], "× bare", TIME)
    for moment, name, limit in ((0, "painted", MEMORY), (-1, "with a study", None)):
        for measure, unit in (("worked", "s of work"), ("rss", "MB RSS"), ("pss", "MB PSS")):
            floor = _median(weights[bare.name], 0, measure)
            value = _median(weights[own.name], moment, measure)
            note = f"bare {floor:.2f}"
            yield Figure(f"window {name}", value, unit, note=note)
            # PSS depends on what else has the same libraries loaded just now.
            asked = limit if measure == "rss" else None
            yield Figure("the same", value / floor, "× bare", asked)


def _median(weights: Sequence[Sequence[Weight]], moment: int, name: str) -> float:
    return statistics.median(float(getattr(one[moment], name)) for one in weights)


def _a_study(home: Path) -> str:
    """Return the number of a study of the library that is neither its first nor its last."""
    connection = apsw.Connection(str(library_of(home)), flags=apsw.SQLITE_OPEN_READONLY)
    sql = (
        "SELECT nct_number FROM study ORDER BY row LIMIT 1 OFFSET (SELECT count(*) / 2 FROM study)"
    )
    number = connection.execute(sql).get
    connection.close()
    return f"NCT{number:08d}"


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
