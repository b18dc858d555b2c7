"""How fast the parts of the Results tab are shown, and how fast words are found in all tabs.

``python tests/benchmarks/bench_results_tab.py [NCT …]`` takes the largest real records beside the
project. Prints milliseconds with painting; asserts nothing.
"""

import os
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.study.study import Study
from desktop_app.ui.panes.parts_pane import PartsPane
from desktop_app.ui.study.find_bar import FindBar
from desktop_app.ui.study.study_view import StudyView

RECORDS = Path(__file__).parents[3] / "shared" / "records" / "ctgov_json"
LARGEST = ("NCT02513394", "NCT04047862", "NCT02443155", "NCT03644680", "NCT04743661")
TODAY = date(2026, 11, 22)
WORDS = "pain"
SETTLED = 0.3
"""Seconds in which what is left for idle moments gets done."""


def timed(widget: QWidget, work: Callable[[], object]) -> float:
    """Return how long some work and the painting after it take."""
    start = perf_counter()
    work()
    widget.grab()
    return (perf_counter() - start) * 1000


def longest_wait(app: QApplication) -> float:
    """Return the longest time without an answer to the user while idle work is done."""
    end, worst = perf_counter() + SETTLED, 0.0
    while perf_counter() < end:
        start = perf_counter()
        app.processEvents()
        worst = max(worst, perf_counter() - start)
    return worst * 1000


def parts_of(pane: PartsPane) -> tuple[float, float]:
    """Return the times of the slowest part, and of the slowest with a long table."""
    times = [
        (timed(pane, partial(pane.show_part, number)), part.table is not None)
        for number, part in enumerate(pane.parts)
    ]
    return max(times)[0], max((time for time, has_table in times if has_table), default=0.0)


def measure(app: QApplication, view: StudyView, study: Study) -> list[float]:
    """Return the columns of the table that is printed."""
    view.show_pane("summary")
    view.show_study(study, TODAY)
    longest_wait(app)
    shown = timed(view, lambda: view.show_pane("results"))
    pane = view.current_view()
    slowest = parts_of(pane) if isinstance(pane, PartsPane) else (0.0, 0.0)
    view.show_find()
    box = view.findChildren(FindBar)[0].findChildren(QLineEdit)[0]
    waits = []
    for end in range(1, len(WORDS) + 1):
        box.setText(WORDS[:end])
        waits.append(longest_wait(app))
    steps = [timed(view, view.find_next) for _ in range(10)]
    box.clear()
    return [shown, *slowest, waits[0], max(waits[1:]), max(steps)]


def main() -> None:
    """Measure and print."""
    if not RECORDS.is_dir():
        sys.exit("The real records are not beside the project (../shared/records).")
    app = QApplication(sys.argv)
    view = StudyView()
    view.resize(1060, 900)
    view.show()
    columns = ("Results", "slowest part", "with table", "first key", "other keys", "next hit")
    print("record      ", *(f"{column:>13}" for column in columns))
    for nct_id in sys.argv[1:] or LARGEST:
        study = Study.model_validate_json((RECORDS / f"{nct_id}.json").read_bytes())
        measure(app, view, study.model_copy())
        print(f"{nct_id:12}", *(f"{time:13.1f}" for time in measure(app, view, study)))
    app.quit()


if __name__ == "__main__":
    main()
