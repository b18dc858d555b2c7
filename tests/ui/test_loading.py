import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from desktop_app.ui.opening import WITH_QT, WITHOUT_QT

LOADED = """
import sys
from importlib import import_module
for name in {names!r}:
    import_module(name)
import_module("desktop_app.readers.ctgov_json").get_ready()
print([name for name in sys.modules if name.startswith(("PySide6", "shiboken", "desktop_app.ui"))])
"""


def test_what_another_thread_loads_makes_no_class_of_qt() -> None:
    """Classes of Qt that are made beside the thread of the window end the program now and then."""
    done = subprocess.run(
        (sys.executable, "-c", LOADED.format(names=WITHOUT_QT)),
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stdout.strip() == "[]"


def test_all_that_is_loaded_in_steps_is_there() -> None:
    for name in WITH_QT:
        assert import_module(name)
    assert WITH_QT[-1] == "desktop_app.ui.workings"
