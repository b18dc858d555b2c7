import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LATER = (
    *("errorhandler", "layout", "mapping", "parser"),
    *("lib.enum_sig", "lib.pyi_generator", "lib.tool"),
)
STANDARD = ("inspect", "shutil", "tempfile")


def said(code: str, *, is_quiet: bool = True) -> list[str]:
    """Returns what a process of its own says; the bindings of this one are loaded already."""
    start = "import desktop_app.ui.bindings\nimport sys\n"
    done = subprocess.run(
        [sys.executable, "-c", start + code],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert not (is_quiet and done.stderr), done.stderr
    return done.stdout.splitlines()


def test_what_only_explains_the_bindings_is_not_loaded_at_first() -> None:
    # A version of PySide6 whose files are not known yet fails here: look whether the same holds.
    names = [f"shibokensupport.signature.{name}" for name in LATER]
    assert said(
        "from PySide6 import QtWidgets\n"
        f"for name in {names}: print(type(sys.modules[name]).__name__)\n"
        "print('argparse' in sys.modules)"
    ) == [*["LaterModule"] * len(LATER), "False"]


def test_the_standard_library_is_not_loaded_for_the_bindings_alone() -> None:
    said_first, said_then = said(
        f"from PySide6 import QtWidgets\n"
        f"def kinds(): return [type(sys.modules[name]).__name__ for name in {STANDARD}]\n"
        "print(*kinds(), 'random' in sys.modules, 'ast' in sys.modules)\n"
        "import inspect, shutil, tempfile\n"
        "assert inspect.getsource(shutil.which).startswith('def which')\n"
        "assert shutil.__spec__.loader is shutil.__loader__\n"
        "assert inspect.getmodule(shutil.which) is shutil\n"
        "from tempfile import gettempdir\n"
        "assert gettempdir() == tempfile.gettempdir()\n"
        "print(*kinds())"
    )
    assert said_first == "LaterModule LaterModule LaterModule False False"
    assert said_then == "module module module"


def test_a_wrong_argument_is_still_explained() -> None:
    first, *others = said(
        "from PySide6.QtCore import QSize\n"
        "try: QSize('wide', 3)\n"
        "except TypeError as error: print(error)"
    )
    assert "QSize" in first
    assert any("PySide6.QtCore.QSize(int, int)" in line or "w: int" in line for line in others)


def test_a_wrong_argument_is_explained_to_several_threads_at_once() -> None:
    # The bindings by themselves raise a NameError in some of the threads, and now and then warn of
    # what they have half read; they never crash.
    assert said(
        "import threading\n"
        "from PySide6.QtCore import QSize\n"
        "caught = []\n"
        "def go_wrong():\n"
        "    try: QSize('wide', 3)\n"
        "    except (TypeError, NameError) as error: caught.append(error)\n"
        "threads = [threading.Thread(target=go_wrong) for _ in range(16)]\n"
        "for thread in threads: thread.start()\n"
        "for thread in threads: thread.join()\n"
        "print(len(caught))",
        is_quiet=False,
    ) == ["16"]


def test_signatures_are_still_told() -> None:
    assert said(
        "from PySide6.QtCore import QSize\n"
        "from PySide6.support.signature import get_signature\n"
        "print(QSize.setWidth.__doc__, get_signature(QSize.setWidth), sep='\\n')"
    ) == ["setWidth(self, w: int, /) -> None", "(self, w: int, /) -> None"]


def test_the_source_of_other_modules_is_not_read() -> None:
    assert said(
        "import wave\n"
        "from PySide6.support import feature\n"
        "print(__import__.__name__, len(feature.pyside_feature_dict))"
    ) == ["__lazy_import__ 0"]
