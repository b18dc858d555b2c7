import ast
import enum
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop_app.ui.later_enumerations import LaterEnumerations
from tests.ui.test_quick_enumerations import KINDS, MEMBERS, creation_as_ever, told_of

ROOT = Path(__file__).parents[2]
OF_QT = """
import sys, enum
if sys.argv[1] == "later":
    import desktop_app.ui.bindings
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyle
"""
FIRST = (
    *("Qt.CursorShape.WaitCursor", "Qt.PenStyle(3)", "list(Qt.BrushStyle)", "len(Qt.Corner)"),
    *("repr(Qt.ClipOperation)", "sorted(Qt.ArrowType.__members__)", "Qt.TextFormat['RichText']"),
    *("QFont().weight()", "QFont().styleStrategy() | QFont.StyleStrategy.NoAntialias"),
    *("Qt.MaskMode(777)", "getattr(Qt.SizeMode, 'Missing', 'missing')", "dir(Qt.DayOfWeek)"),
    *("setattr(Qt.Axis, 'later', 1) or Qt.Axis.later", "1 in Qt.Axis._value2member_map_"),
    *("isinstance(1, Qt.FillRule)", "Qt.TileRule | None", "hash(Qt.EventPriority) != 0"),
    *("list(reversed(Qt.HitTestAccuracy))", "bool(Qt.CaseSensitivity)", "Qt.DateFormat.__name__"),
)
"""What is asked of an enumeration that nothing has been asked of before."""


def said(code: str, how: str = "later") -> str:
    """Returns what a process of its own says."""
    done = subprocess.run(
        (sys.executable, "-c", OF_QT + code, how),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return done.stdout


@pytest.mark.parametrize("members", MEMBERS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_made_later_is_the_same(
    kind: Any, members: list[tuple[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_ever = creation_as_ever()
    assert told_of(LaterEnumerations(as_ever).creation(), kind, members, monkeypatch) == told_of(
        as_ever, kind, members, monkeypatch
    )


def test_members_are_made_when_one_is_asked_for() -> None:
    code = (
        "one = vars(QStyle)['SubControl']\n"
        "before = type(one) is enum.EnumType\n"
        "member = QStyle.SubControl.SC_None\n"
        "print(before, type(one) is enum.EnumType, one is QStyle.SubControl, member in one)"
    )
    assert said(code) == "False True True True\n"


def test_whatever_is_asked_first_gets_what_it_gets_as_ever() -> None:
    code = "".join(f"print({asked})\n" for asked in FIRST)
    told = said(code)
    assert len(told.splitlines()) == len(FIRST)
    assert told == said(code, "as ever")


def test_several_threads_ask_at_once() -> None:
    code = (
        "import threading\n"
        "sys.setswitchinterval(1e-6)\n"
        "found = set()\n"
        "together = threading.Barrier(8)\n"
        "def ask():\n"
        "    together.wait()\n"
        "    found.add((Qt.Key.Key_A, Qt.Key(0x41), len(Qt.Key.__members__)))\n"
        "threads = [threading.Thread(target=ask) for _ in range(8)]\n"
        "for thread in threads: thread.start()\n"
        "for thread in threads: thread.join()\n"
        "print(len(found), *found)"
    )
    assert said(code).startswith("1 ")


@pytest.mark.parametrize("module", ["QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtNetwork"])
def test_wrong_arguments_are_explained_whatever_has_been_made(module: str) -> None:
    code = (
        f"from PySide6 import {module}\n"
        "try: QFont().setWeight('bold')\n"
        "except TypeError as error: print(error)\n"
        "from PySide6.support.signature import get_signature\n"
        f"for name in sorted(vars({module})):\n"
        f"    one = getattr({module}, name)\n"
        "    if isinstance(one, type):\n"
        "        print(name, get_signature(one))\n"
        "print(Qt.AlignLeft, QFont.Bold)"
    )
    assert said(code) == said(code, "as ever")


def test_members_go_by_the_names_of_their_enumerations() -> None:
    """Without, PySide6 finds them only among what has been made."""
    of_qt = [vars(module) for module in (QtCore, QtGui, QtWidgets)]
    for file, node in _parts_of_program(ast.Attribute):
        around = node.value.id if isinstance(node.value, ast.Name) else ""
        for names in of_qt:
            one = getattr(names.get(around, None), node.attr, None)
            assert not isinstance(one, enum.Enum) or around == one.__class__.__name__, (
                f"{file}: {around}.{node.attr}"
            )


def test_signals_and_slots_name_no_enumeration() -> None:
    """PySide6 knows one only once it has been made."""
    for file, node in _parts_of_program(ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id in ("Signal", "Slot"):
            assert not any(isinstance(one, ast.Attribute) for one in node.args), file


def _parts_of_program(kind: type[Any]) -> Iterator[tuple[Path, Any]]:
    for file in (ROOT / "desktop_app").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, kind):
                yield file, node
