import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.synthetic import open_library

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path
from tests.store.synthetic import open_library, record

folder, start, batch = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
with open_library(folder) as library:
    print("open", flush=True)
    records = (record(number, f"2024-{number % 12 + 1:02d}") for number in range(start, 10 ** 8))
    for added in library.add_all(records, batch_size=batch):
        print(added.nct_id, flush=True)
"""


def add_until_killed(folder: Path, start: int, batch: int, seconds: float) -> list[str]:
    """Return the numbers of the studies that were acknowledged before the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder), str(start), str(batch)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process:
        assert process.stdout.readline() == "open\n"
        # What reads records is loaded for the first one, which takes its time.
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        return [line.strip() for line in (first, *process.stdout) if line.endswith("\n")]


@pytest.mark.parametrize("batch", [1, 40])
def test_whoever_is_killed_while_adding_loses_nothing_that_was_acknowledged(
    folder: Path, batch: int
) -> None:
    acknowledged: list[str] = []
    for turn in range(4):
        acknowledged += add_until_killed(folder, 1 + turn * 1_000_000, batch, 0.2 + turn / 9)
    assert len(acknowledged) > 4
    with open_library(folder) as library:
        assert library.check() == ()
        assert library.count() >= len(acknowledged)
        lost = [nct_id for nct_id in acknowledged if not library.versions(nct_id)]
        assert lost == []
        assert library.count_matches("asthma") == library.count()
        assert library.get(acknowledged[-1]) is not None
