"""Enumerations whose members are made when something is first asked of them.

PySide6 makes all enumerations of a class with the class, and all of ``Qt`` at once. The window is
painted by a fifth of them; the others, with thousands of members, need not be there.

What stands for one is the very class that it will be: PySide6 keeps it. Its metaclass is another
until then, so that no attribute of it is looked up before the members are made. PySide6 looks past
that in two places, where nothing here goes: members by the name of the class around alone, such as
``Qt.AlignLeft``, and classes of enumerations as arguments of ``Signal`` and ``Slot``.
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


def make_enumerations_later() -> None:
    """Have members be made later from now on, where that is known to be the same."""
    if sys.version_info[:2] in _COMPARED:
        metaclass: Any = enum.EnumType
        metaclass._create_ = later_creation(metaclass._create_)


def later_creation(as_ever: Callable[..., Any]) -> Callable[..., Any]:
    """Return what stands for ``as_ever``, the method that makes enumerations of names."""

    @wraps(as_ever)
    def create(kind: Any, class_name: str, names: Any, **more: Any) -> Any:
        # As ever, the module is that of whoever called the class: the caller of the caller.
        module = more.get("module") or sys._getframe(2).f_globals.get("__name__")
        more["module"] = module
        if (
            kind not in _KINDS
            or more.get("qualname")
            or more.get("type")
            or type(names) is not list
        ):
            return as_ever(kind, class_name, names, **more)
        own = {"__module__": module, _WANTED: _Wanted(as_ever, kind, names, more)}
        return type.__new__(_LaterEnumeration, class_name, (kind,), own)

    return create


def _make_members(later: Any) -> None:
    """Make what an enumeration has; does nothing where that has been done."""
    with _making:
        wanted = type.__getattribute__(later, "__dict__").get(_WANTED)
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
