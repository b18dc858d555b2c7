import enum
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop_app.ui.quick_enumerations import is_compared, quick_creation

compared = pytest.mark.skipif(
    not is_compared(sys.version_info[:3]), reason="this Python makes its enumerations by itself"
)

KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
MEMBERS: tuple[list[tuple[str, object]], ...] = (
    [],
    [("One", 1)],
    [("None_", 0), ("First", 1), ("Second", 2), ("Also", 2), ("Both", 3), ("All", 0x7FFFFFFF)],
    [("Later", 64), ("Sooner", 8), ("Several", 0x18)],
    [("Below", -1), ("Above", 1)],
    # What is made as ever:
    [("name", 1), ("value", 2)],
    [("real", 1), ("bit_count", 2)],
    [("_hidden", 1), ("Shown", 2)],
    [("Word", "text"), ("Other", "another")],
)
OF_QT = """
import enum, sys
if sys.argv[1] == "quickly":
    import desktop_app.ui.bindings
    assert hasattr(enum.EnumType._create_, "__wrapped__")
from PySide6 import QtCore, QtGui, QtWidgets
for module in (QtCore, QtGui, QtWidgets):
    for name in dir(module):
        of_qt = getattr(module, name)
        for one in vars(of_qt).values() if isinstance(of_qt, type) else ():
            if isinstance(one, enum.EnumType):
                print(one.__module__, one.__qualname__, one.__mro__, list(one), one.__members__)
"""


def as_dumped(made: Any) -> dict[str, object]:
    """Returns all that an enumeration holds, in a form that can be compared with another's."""
    return {
        name: repr(type(value) if isinstance(value, enum.property) else as_function(value))
        for name, value in vars(made).items()
        if name not in ("__dict__", "__weakref__")
    } | {f"member {name}": sorted(vars(member)) for name, member in made.__members__.items()}


def as_function(value: object) -> object:
    return getattr(value, "__func__", value)


def as_used(made: Any) -> Iterator[object]:
    """Yields what comes of using an enumeration."""
    yield made.__module__, made.__qualname__, dir(made), len(made)
    for one, other in product(made.__members__.values(), repeat=2):
        yield (
            repr(made(one._value_)),
            str(made[one._name_]),
            one in made,
            one == other,
            one is other,
        )
        yield hash(one) == hash(other), repr(one.__reduce_ex__(2)[1]), isinstance(one, int)
        if isinstance(one, enum.Flag) and one._value_ >= 0:
            yield repr(one | other), repr(one & other), repr(one ^ other), repr(~one), bool(one)
    for change in (lambda: setattr(made, "One", 1), lambda: made(77), lambda: made["Missing"]):
        yield tried(change)


def tried(change: Callable[[], object]) -> object:
    try:
        return repr(change())
    except (AttributeError, ValueError, KeyError, TypeError) as error:
        return repr(error)


@compared
@pytest.mark.parametrize("members", MEMBERS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_made_quickly_is_the_same(
    kind: Any, members: list[tuple[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    metaclass: Any = enum.EnumType
    as_ever = getattr(metaclass._create_, "__wrapped__", metaclass._create_)
    if issubclass(kind, int) and isinstance(dict(members).get("Word"), str):
        members = [("Word", 1.5)]
    told: list[object] = []
    for creation in (as_ever, quick_creation(as_ever)):
        monkeypatch.setattr(metaclass, "_create_", creation)
        try:
            made = kind("Made", members, boundary=enum.KEEP)
        except (TypeError, ValueError) as error:
            told.append([repr(error)])
        else:
            told.append([as_dumped(made), *as_used(made)])
    assert told[0] == told[1]


@compared
def test_enumerations_of_qt_are_the_same() -> None:
    told = [
        subprocess.run(
            (sys.executable, "-c", OF_QT, how), capture_output=True, text=True, check=True
        ).stdout
        for how in ("quickly", "as ever")
    ]
    assert len(told[0].splitlines()) > 400
    assert told[0] == told[1]


def test_what_goes_by_the_value_still_does() -> None:
    assert QtCore.Qt.Key(0x20) is QtCore.Qt.Key.Key_Space
    both = QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignTop
    assert QtCore.Qt.AlignmentFlag.AlignTop in both
    assert QtGui.QFont().weight() in QtGui.QFont.Weight
    assert QtWidgets.QLabel.Shape.Box.name == "Box"


@pytest.mark.parametrize(
    ("version", "known"),
    [((3, 11, 2), False), ((3, 11, 7), True), ((3, 12, 9), True), ((3, 14, 0), False)],
)
def test_a_python_that_nobody_compared_makes_them_as_ever(
    version: tuple[int, int, int], known: bool
) -> None:
    assert is_compared(version) is known
