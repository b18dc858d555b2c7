"""1,000 studies over a line with faults, by a process that is killed again and again."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from desktop_app.readers.detect import reread
from desktop_app.registry.keeping import read_study
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop
from desktop_app.store.adding import Outcome
from desktop_app.store.downloads.waiting import unfinished
from desktop_app.store.importing.control import Ending
from desktop_app.store.library import FILE_NAME, Library
from tests.registry.downloading import SMALL_STEPS, held, quick_client, run_download
from tests.registry.downloads.test_downloads import by_number
from tests.registry.faults import RandomFaults
from tests.registry.served import made_up, served

ROOT = Path(__file__).parents[3]
STUDIES = 1_000
SHARE = 0.05
_LONG = os.environ.get("DOWNLOAD_KILLS", "")
KILLS = int(_LONG or "3")
SOME = STUDIES if _LONG else 300
"""So many are enough where what is downloaded is told by numbers, unless it may take long."""
PROGRAM = """
import sys
from pathlib import Path
from desktop_app.registry.queries import StudiesQuery
from tests.registry.downloading import SMALL_STEPS, quick_client, run_download

numbers = sys.argv[3].split()
result = run_download(
    Path(sys.argv[1]),
    quick_client(sys.argv[2]),
    numbers or StudiesQuery(),
    tell=lambda progress: print(progress.done, flush=True),
    pace=SMALL_STEPS,
)
print("end", result.download.position.done, flush=True)
"""


@pytest.fixture(scope="module")
def contents() -> list[bytes]:
    return list(made_up(STUDIES))


def start(folder: Path, address: str, numbers: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", PROGRAM, str(folder), address, numbers]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def done_until_killed(process: "subprocess.Popen[str]", studies: int, seconds: float) -> int:
    """Return how many studies came until a process was killed, a moment after so many."""
    done, killed = 0, False
    assert process.stdout is not None
    with process:
        for line in process.stdout:
            done = int(line.split()[-1])
            if done >= studies and not killed:
                time.sleep(seconds)
                process.kill()
                killed = True
    return done


def test_none_is_lost_and_none_comes_twice_over_a_line_with_faults(
    tmp_path: Path, contents: list[bytes]
) -> None:
    faults = RandomFaults(seed=7, share=SHARE)
    with served(contents, faults) as server:
        client = quick_client(server.base_address)
        result = run_download(tmp_path, client, StudiesQuery(), pace=SMALL_STEPS)
        numbers = list(by_number(contents))
        again = run_download(tmp_path, client, numbers, pace=SMALL_STEPS)
        client.close()
    assert len(set(map(str, faults.made))) > 3
    assert result.ending is again.ending is Ending.FINISHED
    assert result.download.counts.added == again.download.counts.same == STUDIES
    assert held(tmp_path) == by_number(contents)


def test_none_is_lost_and_none_comes_twice_where_each_is_asked_for(
    tmp_path: Path, contents: list[bytes]
) -> None:
    some, faults = contents[:SOME], RandomFaults(seed=9, share=SHARE)
    with served(some, faults) as server, Library.open(tmp_path, reader=reread) as library:
        client = quick_client(server.base_address)
        fetched = (read_study(client.study(number, Stop())) for number in by_number(some))
        outcomes = Counter(one.outcome for one in library.add_all(fetched))
        client.close()
    assert len(faults.made) > SOME * SHARE / 2
    assert len(server.asked) == SOME + len(faults.made)
    assert outcomes == {Outcome.ADDED: SOME}
    assert held(tmp_path) == by_number(some)


@pytest.mark.parametrize("is_search", [True, False])
def test_a_download_that_is_killed_again_and_again_ends_with_all(
    tmp_path: Path, contents: list[bytes], is_search: bool
) -> None:
    chance = random.Random(11)
    some = contents if is_search else contents[:SOME]
    numbers = "" if is_search else " ".join(by_number(some))
    faults = RandomFaults(seed=8, share=SHARE)
    with served(some, faults) as server:
        for kill in range(KILLS):
            come = (kill + 1) * len(some) // (KILLS + 2)
            process = start(tmp_path, server.base_address, numbers)
            seen = done_until_killed(process, come, chance.random() / 20)
            assert seen >= come
            # What it told of is kept, and where it goes on is behind that.
            (waiting,) = unfinished(tmp_path / FILE_NAME)
            assert waiting.position.done >= seen
            assert len(held(tmp_path)) == waiting.position.done
        end(start(tmp_path, server.base_address, numbers), len(some))
    assert faults.made
    begun = [path for path in server.asked if "countTotal" in path]
    assert len(begun) <= is_search + len(faults.made)
    assert unfinished(tmp_path / FILE_NAME) == []
    assert held(tmp_path) == by_number(some)


def end(process: "subprocess.Popen[str]", studies: int) -> None:
    said, _errors = process.communicate(timeout=120)
    assert process.returncode == 0
    assert said.splitlines()[-1] == f"end {studies}"
