"""Programs to measure: how long they take, and what they and their children hold in memory."""

import resource
import subprocess
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.2


@dataclass(frozen=True, slots=True)
class Run:
    """What a program took; memory in megabytes, as the most that all processes held at once.

    PSS shares each page among the processes that have it; RSS counts it for each.
    """

    seconds: float
    worked: float
    """On any core, by all processes that have ended."""
    pss: float
    rss: float
    processes: int
    output: str
    code: int


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Run:
    """Run a program to its end and look at its memory five times a second (Linux)."""
    start, worked = time.perf_counter(), _worked()
    process = subprocess.Popen(
        command,
        env=dict(environment),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    most, ended = [0.0, 0.0, 0.0], threading.Event()
    watching = threading.Thread(target=_watch, args=(process.pid, most, ended))
    watching.start()
    output, _ = process.communicate()
    seconds = time.perf_counter() - start
    ended.set()
    watching.join()
    return Run(
        seconds, _worked() - worked, most[0], most[1], int(most[2]), output, process.returncode
    )


def descendants(pid: int) -> list[int]:
    """Return a process and all that it started, directly or not."""
    found = [pid]
    for parent in found:
        try:
            tasks = list(Path(f"/proc/{parent}/task").iterdir())
            children = [(task / "children").read_text().split() for task in tasks]
        except OSError:
            continue
        found.extend(int(child) for line in children for child in line)
    return found


def memory_of(pids: Iterable[int]) -> tuple[float, float]:
    """Return PSS and RSS of some processes together; what has ended counts as nothing."""
    pss = rss = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
        pss += kilobytes.get("Pss", 0)
        rss += kilobytes.get("Rss", 0)
    return pss / 1_000, rss / 1_000


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(pid: int, most: list[float], ended: threading.Event) -> None:
    while not ended.wait(_PAUSE):
        pids = descendants(pid)
        pss, rss = memory_of(pids)
        most[:] = [max(most[0], pss), max(most[1], rss), max(most[2], len(pids))]
