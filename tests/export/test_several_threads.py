"""Files that are written at the same time: a preview on one thread, an export on another."""

import subprocess
import sys
from pathlib import Path

_SCRIPT = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from tests.export.briefs import brief_bytes
from desktop_app.export.paper import Paper
from tests.studies import study_with

sys.setswitchinterval(1e-6)
titles = ("دراسة سلامة وفعالية الخلايا", "מחקר בטיחות ויעילות")
titles += ("अध्ययन की सुरक्षा x\u0304", "研究 \ue000")

def write(title):
    study = study_with(identificationModule={"nctId": "NCT01234567", "briefTitle": title})
    return brief_bytes(study, "00ff", paper=Paper.A4, today=date(2026, 11, 22))[0]

with ThreadPoolExecutor(4) as pool:
    together = list(pool.map(write, titles * 3))
assert together == [write(title) for title in titles * 3]
"""


def test_files_written_at_once_are_those_written_one_after_the_other() -> None:
    # In a process of its own, where no font is loaded yet.
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
