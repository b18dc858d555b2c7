import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop_app.store.personal import plans
from desktop_app.store.personal.writer import PersonalWriter

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from pathlib import Path
from desktop_app.store.personal import plans
from desktop_app.store.personal.writer import PersonalWriter

writer, start = PersonalWriter(Path(sys.argv[1])), int(sys.argv[2])
for number in range(start, start + 1_000_000):
    writer.perform(plans.star((number,), starred=True))
    writer.perform(plans.set_note(number, f"Words of {number}"))
    print(number, flush=True)
"""


def change_until_killed(path: Path, start: int, seconds: float) -> list[int]:
    """Returns the studies whose changes were acknowledged before the end."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path), str(start)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process:
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        return [int(line) for line in (first, *process.stdout) if line.endswith("\n")]


@pytest.mark.parametrize("turns", [3])
def test_whoever_is_killed_right_after_a_change_has_it(path: Path, turns: int) -> None:
    acknowledged: list[int] = []
    for turn in range(turns):
        acknowledged += change_until_killed(path, 1 + turn * 1_000_000, turn / 20)
    assert len(acknowledged) >= turns
    connection = apsw.Connection(str(path))
    assert connection.pragma("integrity_check") == "ok"
    connection.execute("INSERT INTO note_words (note_words) VALUES ('integrity-check')")
    kept = {number for (number,) in connection.execute("SELECT nct_number FROM star")}
    rows: Any = connection.execute("SELECT nct_number, text FROM note")
    noted: dict[int, str] = dict(rows.fetchall())
    assert kept >= set(acknowledged)
    assert {number: noted.get(number) for number in acknowledged} == {
        number: f"Words of {number}" for number in acknowledged
    }


def test_two_writers_wait_for_each_other(path: Path) -> None:
    first, second = PersonalWriter(path), PersonalWriter(path)
    for number in range(1, 40, 2):
        first.perform(plans.star((number,), starred=True))
        second.perform(plans.star((number + 1,), starred=True))
    connection = apsw.Connection(str(path))
    assert connection.execute("SELECT count(*) FROM star").get == 40
    first.close()
    second.close()
