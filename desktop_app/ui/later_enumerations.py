"""Enumerations whose members are made when something is first asked of them.

PySide6 makes all enumerations of a class with the class, and all of ``Qt`` at once. The window is
painted by a fifth of them; the others, with thousands of members, need not be there.

What stands for one is the very class that it will be: PySide6 keeps it. Its metaclass is another
until then, so that no attribute of it is looked up before the members are made. PySide6 looks past
that in two places: for members by the name of the class around alone, such as ``Qt.AlignLeft``, and
for classes of enumerations as arguments of ``Signal`` and ``Slot``. Nothing here goes there. What
PySide6 explains itself with does, so that all members are to be made before it is run.
"""

import enum
import sys
from collections.abc import Callable
from functools import wraps
from threading import RLock
from types import MethodType
from typing import Any, NamedTuple

_COMPARED = ((3, 11), (3, 12), (3, 13))
"""Versions of Python whose enumerations were compared with those made later."""
_KINDS: tuple[type, ...] = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
_SET_BY_QT = frozenset({"__module__", "__qualname__", "_missing_"})
"""What PySide6 gives to an enumeration as soon as it has been made."""
_KEPT = _SET_BY_QT | {"__dict__", "__weakref__"}
_WANTED = "_wanted_"
"""Where an enumeration without members keeps what they are to be made of."""
_making = RLock()
"""Other threads wait for the end of a making: half of the members would be wrong ones."""


class _Wanted(NamedTuple):
    """What an enumeration is to be made of, and by what."""

    as_ever: Callable[..., Any]
    kind: Any
    members: list[tuple[str, int]]
    more: dict[str, Any]


class _LaterEnumeration(enum.EnumType):
    """The metaclass of what has no members yet; whatever looks for an attribute has them made."""

    def __getattribute__(cls, name: str) -> Any:
        _make_members(cls)
        return getattr(cls, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        if name in _SET_BY_QT:
            type.__setattr__(cls, name, value)
        else:
            _make_members(cls)
            setattr(cls, name, value)


class LaterEnumerations:
    """Stands for ``as_ever``, the method that makes enumerations of names."""

    def __init__(self, as_ever: Callable[..., Any]) -> None:
        self._as_ever = as_ever
        self._later: list[Any] = []
        self._is_over = False

    def creation(self) -> Callable[..., Any]:
        """Return the method."""

        @wraps(self._as_ever)
        def create(kind: Any, class_name: str, names: Any, **more: Any) -> Any:
            # As ever, the module is that of whoever called the class: the caller of the caller.
            more["module"] = more.get("module") or sys._getframe(2).f_globals.get("__name__")
            is_plain = kind in _KINDS and type(names) is list
            if self._is_over or not is_plain or more.get("qualname") or more.get("type"):
                return self._as_ever(kind, class_name, names, **more)
            return self._made_empty(class_name, _Wanted(self._as_ever, kind, names, more))

        return create

    def make_all(self) -> None:
        """Make the members of all that has none, and from now on all members at once."""
        with _making:
            self._is_over = True
            while self._later:
                _make_members(self._later.pop())

    def _made_empty(self, class_name: str, wanted: _Wanted) -> Any:
        own = {"__module__": wanted.more["module"], _WANTED: wanted}
        later: Any = type.__new__(_LaterEnumeration, class_name, (wanted.kind,), own)
        with _making:
            self._later.append(later)
        return later


def make_enumerations_later() -> Callable[[], None]:
    """Have members be made later from now on, where that is known to be the same.

    Returns what makes all that are not made yet.
    """
    metaclass: Any = enum.EnumType
    later = LaterEnumerations(metaclass._create_)
    if sys.version_info[:2] in _COMPARED:
        metaclass._create_ = later.creation()
    return later.make_all


def _make_members(later: Any) -> None:
    """Make what an enumeration has; does nothing where that has been done."""
    with _making:
        wanted = type.__dict__["__dict__"].__get__(later).get(_WANTED)
        if wanted is not None:
            name = type.__getattribute__(later, "__name__")
            _become(later, wanted.as_ever(wanted.kind, name, wanted.members, **wanted.more))


def _become(later: Any, made: Any) -> None:
    """Give all that an enumeration has to the class that stands for it, members included."""
    for name, value in vars(made).items():
        if name not in _KEPT:
            is_own = isinstance(value, MethodType) and value.__self__ is made
            own = MethodType(value.__func__, later) if is_own else value
            type.__setattr__(later, name, own)
    for member in made.__members__.values():
        member.__class__ = later
        member.__dict__["__objclass__"] = later
    type.__delattr__(later, _WANTED)
    type.__setattr__(later, "__class__", enum.EnumType)
