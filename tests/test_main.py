import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
INTERRUPTED = """
import sys

class CtrlC:
    def find_spec(self, name, path, target=None):
        if name == "MODULE":
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
from desktop_app.__main__ import main
sys.argv[1:] = ["show", "NCT00000001"]
sys.exit(main())
"""


@pytest.mark.parametrize(
    "module", ["desktop_app.command_line.main", "desktop_app.command_line.showing", "pydantic"]
)
def test_ctrl_c_while_modules_are_loaded_ends_without_a_trace(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.replace("MODULE", module)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
