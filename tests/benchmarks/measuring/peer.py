"""What people would do instead: ``sqlite-utils insert`` and ``enable-fts`` on the same studies."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring.importing import run_import
from tests.benchmarks.measuring.processes import run
from tests.benchmarks.measuring.tables import Figure

MOST = 20_000
TIMES_AS_QUICK = 2_500 / 1_460
"""What was promised beside what this tool did on the machine where both were found."""
_COLUMNS = ("protocolSection", "resultsSection", "derivedSection")


def peer(folder: Path, source: Path) -> Iterator[Figure]:
    """Install sqlite-utils below a folder, let it take studies of a zip, and measure it.

    Yields nothing but a word where it cannot be installed.
    """
    tool = _installed(folder)
    if tool is None:
        yield Figure("sqlite-utils could not be installed", 0, "")
        return
    lines = folder / "peer.ndjson"
    count = _write_lines(source, lines)
    environment = dict(os.environ)
    database = str(folder / "peer.sqlite3")
    # The first studies have no results, and a column that comes later has to be asked for.
    insert = run(
        [str(tool), "insert", database, "studies", str(lines), "--nl", "--alter"],
        environment,
        folder,
    )
    index = run(
        [str(tool), "enable-fts", database, "studies", *_COLUMNS, "--fts5"], environment, folder
    )
    if insert.code or index.code:
        yield Figure("sqlite-utils failed", 0, "", note=(insert.output + index.output)[-200:])
        return
    yield Figure("sqlite-utils insert alone", count / insert.seconds, "studies/s")
    yield Figure("insert and enable-fts", count / (insert.seconds + index.seconds), "studies/s")
    worked = insert.worked + index.worked
    yield Figure("studies for each second of work", count / worked, "studies/s")
    yield Figure("memory, PSS", max(insert.pss, index.pss), "MB")
    yield Figure("store of a study", Path(database).stat().st_size / count, "bytes")
    ours = run_import(folder / "ours", lines)
    yield Figure("this application, the same file", count / ours.seconds, "studies/s")
    times = (insert.seconds + index.seconds) / ours.seconds
    yield Figure("times as quick", times, "x", TIMES_AS_QUICK, is_least=True)


def _installed(folder: Path) -> Path | None:
    environment = folder / "peer"
    tool = environment / "bin" / "sqlite-utils"
    commands = (
        [sys.executable, "-m", "venv", str(environment)],
        [str(environment / "bin" / "python"), "-m", "pip", "install", "-q", "sqlite-utils"],
    )
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return None
    return tool if tool.exists() else None


def _write_lines(source: Path, lines: Path) -> int:
    """Write studies that are spread over a zip, one a line; returns how many."""
    with zipfile.ZipFile(source) as archive, lines.open("wb") as file:
        names = archive.namelist()
        names = names[:: max(1, len(names) // MOST)][:MOST]
        for name in names:
            file.write(archive.read(name) + b"\n")
    return len(names)
