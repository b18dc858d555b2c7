"""How the application bears a whole registry: import, room, search, start; each beside its limit.

``python tests/benchmarks/bench_registry.py [STUDIES]`` makes up a registry of 10,000 studies, or of
600,000 on request (that takes 15 GB of disk and an hour), and measures everything with it in a
temporary folder. ``--zip FILE`` takes a registry that was made before (see registry.py), with
``--later FILE`` for the month after; ``--home FOLDER`` keeps the library, and takes one that is
there already; ``--only import,search`` measures some parts alone:

    floor    what nothing could do without, alone and on one core
    import   a new library; its room; the same file again, and that of the next month
    peer     sqlite-utils, installed into the temporary folder for this alone, with full-text search
             enabled; on 20,000 studies at most, and passed over where it cannot be installed
    search   from query to rows, as the thread of the window does it, and to all counts
    typing   keys in the real window, without a display, until the rows are painted
    similar  similar studies, and how many of the pairs that records declare are found
    start    the window over this library, beside a bare one with five tabs

Asserts nothing. All of it goes up and down with the machine and with what else it does: hold the
figures against the floors of the same run.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks import bench_similar
from tests.benchmarks.measuring import importing, peer, searching, starting
from tests.benchmarks.measuring.floors import floors, machine
from tests.benchmarks.measuring.tables import Figure, percentile, print_figures, print_table

STUDIES = 10_000
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Bench:
    """What is measured with: a registry, the next month of it, and folders."""

    source: Path
    later: Path | None
    home: Path
    folder: Path
    count: int

    @property
    def library(self) -> Path:
        """Return the folder of the library."""
        return importing.library_of(self.home).parent


def measure_floor(bench: Bench) -> None:
    """Print the floors."""
    print_figures("The machine just now", machine())
    print_figures("Floors: what nothing could do without, one core", floors(bench.source))


def measure_import(bench: Bench) -> None:
    """Print what imports take; leaves the library as it was in the first month."""
    if any(bench.home.rglob("library.sqlite3")):
        print(f"\nThe library in {bench.home} was made before: its first import is not measured.")
    else:
        first = importing.first_import(bench.home, bench.source, bench.count)
        print_figures(f"Import of {bench.count:,} studies from a zip", first)
    print_figures("Room", importing.room(bench.home, bench.count))
    again = [*importing.again(bench.home, bench.source, bench.count, "the same file again")]
    if bench.later:
        again += importing.again(bench.home, bench.later, bench.count, "the file of the next month")
    print_figures("Imports into this library", again)


def measure_peer(bench: Bench) -> None:
    """Print what sqlite-utils takes."""
    print_figures(
        "Instead: sqlite-utils, on some of the studies", peer.peer(bench.folder, bench.source)
    )


def measure_search(bench: Bench) -> None:
    """Print what searches take."""
    kinds = searching.measure(bench.library)
    figures = []
    title = f"Searches of {bench.count:,} studies, milliseconds to the first {searching.ROWS} rows"
    print_table(title, searching.HEADER, [kind.row() for kind in kinds])
    searched = [kind for kind in kinds if kind.is_search]
    for name, times in (
        ("p95", [taken for kind in searched for taken in kind.first]),
        ("p95 of work", [taken for kind in searched for taken in kind.worked]),
    ):
        figures.append(Figure(name, percentile(times, 0.95), "ms", searching.STORE_LIMIT))
    print_figures("All searches above, without sorting and scrolling", figures)


def measure_typing(bench: Bench) -> None:
    """Print how long it takes from a key to painted rows."""
    command = [sys.executable, str(HERE / "measuring" / "keys.py")]
    environment = importing.environment_of(bench.home)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"\nThe window could not be measured:\n{done.stderr[-2_000:]}")
        return
    told = json.loads(done.stdout.strip().splitlines()[-1])
    figures = []
    for name, words in (
        ("slowly", "each key after the rows of the one before"),
        ("quickly", "last key of a word typed without a pause"),
    ):
        taken = [milliseconds for _, milliseconds, _ in told[name]]
        worked = [milliseconds for _, _, milliseconds in told[name]]
        slowest = max(told[name], key=lambda key: float(key[1]))
        note = f"{len(taken)} keys, slowest {slowest[1]:.0f} ms: {slowest[0]}"
        figures.append(Figure(f"{words}, p50", percentile(taken, 0.5), "ms"))
        figures.append(Figure("p95", percentile(taken, 0.95), "ms", searching.LIMIT, note=note))
        figures.append(Figure("of it work of all threads, p50", percentile(worked, 0.5), "ms"))
        figures.append(Figure("work, p95", percentile(worked, 0.95), "ms"))
    bare = [float(milliseconds) for milliseconds in told["bare"]]
    figures.append(Figure("floor: a bare line and list, p50", percentile(bare, 0.5), "ms"))
    figures.append(Figure("floor, p95", percentile(bare, 0.95), "ms"))
    figures.append(Figure("memory of the window at the end, PSS", told["memory"], "MB"))
    print_figures(f"From key to painted rows, {bench.count:,} studies", figures)


def measure_similar(bench: Bench) -> None:
    """Let the benchmark of similar studies print what it finds."""
    bench_similar.measure(bench.library)


def measure_start(bench: Bench) -> None:
    """Print what the start takes."""
    print_figures(f"Start over {bench.count:,} studies, no display", starting.starts(bench.home))


PARTS: Mapping[str, Callable[[Bench], None]] = {
    "floor": measure_floor,
    "import": measure_import,
    "peer": measure_peer,
    "search": measure_search,
    "typing": measure_typing,
    "similar": measure_similar,
    "start": measure_start,
}


def make_registry(folder: Path, count: int, month: int) -> Path:
    """Make a registry by another process, which gives back what memory it took."""
    path = folder / f"month_{month}.zip"
    command = [sys.executable, str(HERE / "registry.py"), str(count), str(path)]
    subprocess.run([*command, "--month", str(month)], check=True, stdout=subprocess.DEVNULL)
    return path


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("studies", type=int, nargs="?", default=STUDIES)
    parser.add_argument("--zip", type=Path)
    parser.add_argument("--later", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--only", default=",".join(PARTS))
    options = parser.parse_args()
    chosen = options.only.split(",")
    if unknown := [part for part in chosen if part not in PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}")
    with tempfile.TemporaryDirectory() as name:
        folder, later = Path(name), options.later
        source = options.zip
        if source is None:
            print(f"Making up {options.studies:,} studies, twice …", flush=True)
            source, later = (make_registry(folder, options.studies, month) for month in (1, 2))
        with zipfile.ZipFile(source) as archive:
            count = len(archive.namelist())
        home = options.home or folder / "home"
        bench = Bench(source.absolute(), later and later.absolute(), home.absolute(), folder, count)
        if (
            not any(home.rglob("library.sqlite3"))
            and "import" not in chosen
            and set(chosen) - {"floor", "peer"}
        ):
            importing.run_import(bench.home, bench.source)
        for part, measure in PARTS.items():
            if part in chosen:
                start = time.perf_counter()
                measure(bench)
                print(f"({part}: {time.perf_counter() - start:,.0f} s)", flush=True)


if __name__ == "__main__":
    main()
