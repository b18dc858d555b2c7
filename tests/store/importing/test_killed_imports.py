"""Imports whose processes are killed, of which two run at once, and that go on."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from desktop_app.readers.detect import reread
from desktop_app.store.importing.batches import BatchSize
from desktop_app.store.importing.control import Control, Ending
from desktop_app.store.importing.messages import Chunk
from desktop_app.store.importing.processes import Workers
from desktop_app.store.importing.progress import ImportProgress
from desktop_app.store.importing.remote import RemoteImport
from desktop_app.store.importing.runs import Counts
from desktop_app.store.importing.waiting import waiting_run
from desktop_app.store.library import FILE_NAME, Library
from tests.store.importing.running import numbers_in, run
from tests.store.importing.sources import registry_zip

SMALL = BatchSize(records=100, seconds=0.0)
ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("IMPORT_KILLS", "4"))
"""How often an import is killed; all 200 that are promised take minutes."""
STUDIES = 3_000
PROGRAM = """
import sys
from pathlib import Path
from desktop_app.store.importing.batches import BatchSize
from tests.store.importing.running import run

def tell(progress):
    print(progress.counts.added, flush=True)

batch = BatchSize(records=int(sys.argv[3]), seconds=0.0)
result = run(Path(sys.argv[1]), Path(sys.argv[2]), tell=tell, batch=batch, workers=2)
print("end", result.counts.added, result.counts.all, flush=True)
"""


def start(library: Path, source: Path, batch: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", PROGRAM, str(library), str(source), str(batch)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def acknowledged_until_killed(process: "subprocess.Popen[str]", seconds: float) -> list[str]:
    """Return what an import said until it was killed, some time after it added something."""
    assert process.stdout is not None
    said: list[str] = []
    with process:
        for line in process.stdout:
            said.append(line.strip())
            if said[-1] != said[0]:
                break
        time.sleep(seconds)
        process.kill()
        return said + [line.strip() for line in process.stdout if line.endswith("\n")]


def test_an_import_that_is_killed_again_and_again_loses_nothing_and_ends_with_all(
    tmp_path: Path,
) -> None:
    chance, numbers = random.Random(6), range(1, STUDIES + 1)
    source = registry_zip(tmp_path / "registry.zip", numbers)
    kills, turn = 0, 0
    while kills < KILLS:
        turn += 1
        library = tmp_path / str(turn)
        kills += killed_until_it_ends(library, source, KILLS - kills, chance)
        result = run(library, source)
        # Either the rest of it, or all of it once more where it had ended.
        assert result.counts in (Counts(added=len(numbers)), Counts(same=len(numbers)))
        assert numbers_in(library) == set(numbers)
        assert not list(library.glob("import-*.lock"))


def killed_until_it_ends(library: Path, source: Path, most: int, chance: random.Random) -> int:
    """Kill an import up to so many times; returns how often, before it came to its end."""
    done = 0
    for kills in range(most):
        said = acknowledged_until_killed(start(library, source, 20), chance.uniform(0.0, 0.2))
        # It goes on where it was, or later: what was acknowledged is there.
        assert int(said[0]) >= done
        if said[-1].startswith("end"):
            return kills
        done = int(said[-1])
        if done == STUDIES:
            # Killed between its end and its last word: there is nothing to go on with.
            return kills + 1
        connection = apsw.Connection(str(library / FILE_NAME))
        assert connection.pragma("quick_check") == "ok"
        assert connection.execute("SELECT count(*) FROM study").get >= done
        connection.close()
    return most


def test_a_worker_that_is_killed_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = registry_zip(tmp_path / "registry.zip", range(1, 1_501))
    made: list[Workers[Chunk]] = []
    begin = Workers.begin

    def begin_and_note(workers: Workers[Chunk], job_of: Callable[[int], object]) -> None:
        made.append(workers)
        begin(workers, job_of)

    monkeypatch.setattr(Workers, "begin", begin_and_note)
    killed: list[int] = []

    def kill_one(progress: ImportProgress) -> None:
        if progress.done >= 200 and not killed:
            killed.append(made[0].process_ids[0])
            os.kill(killed[0], 9)

    batch = BatchSize(records=100, seconds=0.0)
    result = run(tmp_path / "library", source, tell=kill_one, batch=batch, workers=2)
    assert result.counts == Counts(added=1_500)
    assert killed
    assert numbers_in(tmp_path / "library") == set(range(1, 1_501))


def test_two_imports_at_once_bring_everything_once(tmp_path: Path) -> None:
    one = registry_zip(tmp_path / "one.zip", range(1, 801))
    other = registry_zip(tmp_path / "other.zip", range(601, 1_401))
    library = tmp_path / "library"
    with Library.open(library, reader=reread):
        pass
    processes = [start(library, source, 50) for source in (one, other, one)]
    ends = [process.communicate(timeout=300)[0].splitlines()[-1].split() for process in processes]
    assert [end[0] for end in ends] == ["end"] * 3
    assert sum(int(end[1]) for end in ends) == 1_400
    assert numbers_in(library) == set(range(1, 1_401))


def test_studies_are_found_while_an_import_runs(tmp_path: Path) -> None:
    library = tmp_path / "library"
    with Library.open(library, reader=reread) as opened:
        seen: list[int] = []

        def look(progress: ImportProgress) -> None:
            seen.append(opened.count_matches("aurora"))
            assert seen[-1] >= progress.counts.added

        source = registry_zip(tmp_path / "registry.zip", range(1, 1_001))
        run(library, source, tell=look, batch=BatchSize(records=100, seconds=0.0))
    assert len({count for count in seen if 0 < count < 1_000}) > 2


def test_an_import_whose_window_is_gone_stops_and_waits_to_go_on(tmp_path: Path) -> None:
    library = tmp_path / "library"
    with Library.open(library, reader=reread):
        pass
    source = registry_zip(tmp_path / "registry.zip", range(1, 3_001))
    remote = RemoteImport(library / FILE_NAME, [source], SMALL)

    class Gone(Exception):
        pass

    def go(progress: ImportProgress) -> None:
        if progress.done:
            raise Gone

    with pytest.raises(Gone):
        remote.run(go)
    waiting = waiting_run(library / FILE_NAME)
    assert waiting is not None
    assert waiting.sources == (str(source),)
    assert 0 < waiting.counts.added < 3_000
    result = RemoteImport(library / FILE_NAME, [source]).run(lambda progress: None)
    assert result.ending is Ending.FINISHED
    assert result.counts == Counts(added=3_000)
    assert waiting_run(library / FILE_NAME) is None


def test_an_import_in_another_process_pauses_goes_on_and_is_cancelled(tmp_path: Path) -> None:
    library = tmp_path / "library"
    with Library.open(library, reader=reread):
        pass
    source = registry_zip(tmp_path / "registry.zip", range(1, 3_001))
    remote = RemoteImport(library / FILE_NAME, [source], SMALL)
    steps: list[str] = []

    def hear(progress: ImportProgress) -> None:
        if not steps:
            remote.pause()
            steps.append("paused")
        elif steps == ["paused"] and progress.is_paused:
            remote.resume()
            steps.append("resumed")
        elif steps == ["paused", "resumed"] and not progress.is_paused and progress.done:
            remote.cancel()
            steps.append("cancelled")

    result = remote.run(hear)
    assert result.ending is Ending.CANCELLED
    assert waiting_run(library / FILE_NAME) is None


def test_control_says_what_is_asked_of_it() -> None:
    control = Control()
    told = []
    for say in (control.pause, control.cancel, control.stop):
        say()
        told.append((control.is_paused, control.ending))
    assert told == [(True, None), (False, Ending.CANCELLED), (False, Ending.CANCELLED)]
