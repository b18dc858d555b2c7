"""How fast a study is shown: the first tab when it is selected, and every tab when it is chosen.

``python tests/benchmarks/bench_study_view.py [--memory]`` takes the ten largest real records
beside the project, then two hundred across all of them. Prints milliseconds from asking to painted
(median, 95th percentile, worst) for each tab, and with ``--memory`` how much memory grows while a
thousand records are stepped through. Asserts nothing.
"""

import gc
import os
import statistics
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop_app.presentation.pane import PANES
from desktop_app.study.study import Study
from desktop_app.ui.study.study_view import StudyView

RECORDS = Path(__file__).parents[3] / "shared" / "records" / "ctgov_json"
LARGEST_COUNT, MANY = 10, 200
STEPPED = 1000
TODAY = date(2026, 11, 22)
ROUNDS = 3


def read(path: Path) -> Study:
    """Read a record in the registry's JSON."""
    return Study.model_validate_json(path.read_bytes())


def painted(view: StudyView, study: Study | None, pane_id: str) -> float:
    """Show a study, or a tab of the one that is shown, and paint it; returns milliseconds."""
    start = perf_counter()
    if study is not None:
        view.show_study(study, TODAY)
    view.show_pane(pane_id)
    view.grab()
    return (perf_counter() - start) * 1000


def settle() -> None:
    """Let go of what the last study left, as the running program does between two keys."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def tabs_of(view: StudyView, study: Study) -> list[float]:
    """Return the times of all tabs in turn, the first with the selecting of the study."""
    view.show_pane(PANES[0].id)
    times = [painted(view, study if pane is PANES[0] else None, pane.id) for pane in PANES]
    settle()
    return times


def print_largest(view: StudyView, paths: Sequence[Path]) -> None:
    """Print a table of the largest records and all tabs, the best of some rounds."""
    print("largest     ", *(f"{pane.title:>12}" for pane in PANES))
    for path in paths:
        rounds = [tabs_of(view, read(path)) for _ in range(ROUNDS)]
        best = (min(times) for times in zip(*rounds, strict=True))
        print(f"{path.stem:12}", *(f"{time:12.1f}" for time in best))


def print_many(view: StudyView, paths: Sequence[Path]) -> None:
    """Print how long each tab takes over many records."""
    times = [tabs_of(view, read(path)) for path in paths]
    print(f"\n{len(times)} records", f"{'median':>10}{'95th':>8}{'worst':>8}  milliseconds")
    for pane, column in zip(PANES, zip(*times, strict=True), strict=True):
        ordered = sorted(column)
        late = ordered[int(len(ordered) * 0.95)]
        middle = statistics.median(ordered)
        print(f"{pane.title:12}{middle:9.1f}{late:8.1f}{ordered[-1]:8.1f}")


def print_memory(view: StudyView, paths: Sequence[Path]) -> None:
    """Print the memory in use while records are stepped through, all tabs of each."""
    print("\nmemory in use, all tabs of each record shown")
    for number, path in zip(range(STEPPED + 1), round_and_round(paths), strict=False):
        tabs_of(view, read(path))
        if number % 200 == 0:
            print(f"{number:6} records {resident_megabytes():8.1f} MB")


def round_and_round(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the paths again and again."""
    while paths:
        yield from paths


def resident_megabytes() -> float:
    """Return how much memory the process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Measure and print."""
    if not RECORDS.is_dir():
        sys.exit("The real records are not beside the project (../shared/records).")
    app = QApplication(sys.argv)
    view = StudyView()
    view.resize(1060, 900)
    view.show()
    paths = sorted(RECORDS.glob("NCT*.json"))
    by_size = sorted(paths, key=lambda path: path.stat().st_size, reverse=True)
    tabs_of(view, read(paths[0]))
    print_largest(view, by_size[:LARGEST_COUNT])
    print_many(view, paths[:: max(1, len(paths) // MANY)][:MANY])
    if "--memory" in sys.argv:
        print_memory(view, paths[::14])
    app.quit()


if __name__ == "__main__":
    main()
