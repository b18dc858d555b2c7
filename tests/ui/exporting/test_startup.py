import subprocess
import sys

_NEEDLESS = ("pypdfium2", "reportlab", "PySide6.QtPrintSupport", "desktop_app.export.sheets")
_SCRIPT = f"""
import sys
import desktop_app.application
print([name for name in {_NEEDLESS!r} if name in sys.modules])
"""


def test_the_window_starts_without_what_prints_and_writes() -> None:
    command = [sys.executable, "-c", _SCRIPT]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
