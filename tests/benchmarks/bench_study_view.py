"""How fast a study is shown: the first tab when it is selected, and every tab when it is chosen.

``python tests/benchmarks/bench_study_view.py [NCT …]`` takes the largest real records beside the
project, then every twentieth one. Prints milliseconds of showing and of painting; asserts nothing.
"""

import os
import statistics
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop_app.presentation.pane import PANES
from desktop_app.study.study import Study
from desktop_app.ui.study_view import StudyView

RECORDS = Path(__file__).parents[3] / "shared" / "records" / "ctgov_json"
LARGEST = (
    "NCT02513394",
    "NCT04047862",
    "NCT02443155",
    "NCT03644680",
    "NCT04743661",
    "NCT05914116",
)
TODAY = date(2026, 11, 22)
ROUNDS = 3


def read(path: Path) -> Study:
    """Read a record in the registry's JSON."""
    return Study.model_validate_json(path.read_bytes())


def timed(view: StudyView, study: Study | None, pane_id: str) -> tuple[float, float]:
    """Show a study, or a tab of the one that is shown, and paint it."""
    start = perf_counter()
    if study is not None:
        view.show_study(study, TODAY)
    view.show_pane(pane_id)
    shown = perf_counter()
    view.grab()
    return (shown - start) * 1000, (perf_counter() - shown) * 1000


def tabs_of(view: StudyView, study: Study) -> list[tuple[float, float]]:
    """Return the times of all tabs in turn, the first with the selecting of the study."""
    view.show_pane(PANES[0].id)
    return [timed(view, study if pane is PANES[0] else None, pane.id) for pane in PANES]


def print_largest(view: StudyView, paths: list[Path]) -> None:
    """Print a table of records and tabs, the best of some rounds."""
    print("record      ", *(f"{pane.title:>14}" for pane in PANES))
    for path in paths:
        rounds = [tabs_of(view, read(path)) for _ in range(ROUNDS)]
        best = [min((one[place] for one in rounds), key=sum) for place in range(len(PANES))]
        print(f"{path.stem:12}", *(f"{show:6.1f} + {paint:5.1f}" for show, paint in best))


def print_many(view: StudyView, paths: list[Path]) -> None:
    """Print how long selecting takes over many records."""
    view.show_pane(PANES[0].id)
    times = sorted(sum(timed(view, read(path), PANES[0].id)) for path in paths)
    late = times[int(len(times) * 0.95)]
    print(f"{len(times)} records, selected and painted: median {statistics.median(times):.1f} ms,")
    print(f"95th percentile {late:.1f} ms, slowest {times[-1]:.1f} ms")


def main() -> None:
    """Measure and print."""
    if not RECORDS.is_dir():
        sys.exit("The real records are not beside the project (../shared/records).")
    app = QApplication(sys.argv)
    view = StudyView()
    view.resize(1060, 900)
    view.show()
    paths = [RECORDS / f"{nct_id}.json" for nct_id in sys.argv[1:] or LARGEST]
    tabs_of(view, read(paths[0]))
    print_largest(view, paths)
    print_many(view, sorted(RECORDS.glob("NCT*.json"))[::20])
    app.quit()


if __name__ == "__main__":
    main()
