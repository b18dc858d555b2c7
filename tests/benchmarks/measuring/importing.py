"""Imports of a whole registry: how fast, in how much memory, into how much room."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw

from tests.benchmarks.measuring.processes import Run, run
from tests.benchmarks.measuring.tables import Figure

ROOT = Path(__file__).parents[3]
RATE = 2_500
CORES = 2
MEMORY = 500
ROOM = 4.5e9 / 600_000
"""Studies a second on so many cores, megabytes, bytes of store for a study."""
_PARTS = {
    "documents": ("document", "dictionary"),
    "index of words": ("study_text",),
    "rows, filters and their indexes": ("study", "facet", "country_set"),
}


def environment_of(home: Path) -> dict[str, str]:
    """Return the environment in which the application keeps all that it has below a folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept | {
        "TRIALVIEWER_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def library_of(home: Path) -> Path:
    """Return the file of the library below a folder."""
    return next(home.rglob("library.sqlite3"))


def run_import(home: Path, source: Path) -> Run:
    """Import a file as a person does without a window; raises where it does not succeed."""
    home.mkdir(exist_ok=True)
    done = run(
        [sys.executable, "-m", "desktop_app", "import", str(source)], environment_of(home), home
    )
    if done.code != 0:
        raise SystemExit(f"The import of {source} failed:\n{done.output[-2_000:]}")
    return done


def first_import(home: Path, source: Path, count: int) -> Iterator[Figure]:
    """Import into a new library."""
    done = run_import(home, source)
    yield Figure("import", count / done.seconds, "studies/s", RATE, is_least=True)
    yield Figure(
        "studies for each second of work", count / done.worked, "studies/s", RATE / CORES, True
    )
    yield Figure("as a whole", done.seconds, "s", note=done.output.strip().splitlines()[-1][:60])
    yield Figure(
        "memory of all processes, PSS", done.pss, "MB", MEMORY, note=f"{done.processes} processes"
    )
    yield Figure("the same, RSS", done.rss, "MB")


def room(home: Path, count: int) -> Iterator[Figure]:
    """Tell what takes how much room."""
    path = library_of(home)
    # What stands in the log of writes is room as well until it is moved into the file.
    files = [file for file in path.parent.glob("library.sqlite3*") if file.is_file()]
    yield Figure(
        "store of a study", sum(file.stat().st_size for file in files) / count, "bytes", ROOM
    )
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    sizes = dict(connection.execute("SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE"))
    owners = dict(connection.execute("SELECT name, tbl_name FROM sqlite_schema"))
    connection.close()
    rest = 0
    parts = dict.fromkeys(_PARTS, 0)
    for name, size in sizes.items():
        owner = str(owners.get(name, name))
        part = next(
            (part for part, tables in _PARTS.items() if owner.startswith(tables[0]) and
             (owner in tables or owner.startswith("study_text") == (part == "index of words"))),
            None,
        )  # fmt: skip
        if part:
            parts[part] += int(size)
        else:
            rest += int(size)
    for name, total in (*parts.items(), ("all else", rest)):
        yield Figure(f"of it {name}", total / count, "bytes")


def again(home: Path, source: Path, count: int, name: str) -> Iterator[Figure]:
    """Import a file into a library that holds most of it."""
    done = run_import(home, source)
    yield Figure(
        name, count / done.seconds, "studies/s", note=done.output.strip().splitlines()[-1][:60]
    )
    yield Figure("studies for each second of work", count / done.worked, "studies/s")
    yield Figure("memory meanwhile, PSS", done.pss, "MB", MEMORY)
