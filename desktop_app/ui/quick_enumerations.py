"""Enumerations from a list of names and numbers, made in a fraction of the time.

Qt has thousands of names for values, and PySide6 makes each a member of an enumeration by the
functional form of ``enum``, ``IntEnum("Key", [("Key_Space", 32), …])``. What that checks, for each
name, is what a person may have written into the body of a class; it took a quarter of the start of
the window. What a library gives needs none of it.

What comes out is the same, member for member. Whatever is not as plain as that is made as ever, and
so is all of it by a Python that nobody has compared it with.
"""

import enum
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeGuard

_COMPARED = ((3, 11, 7), (3, 12, 1), (3, 13, 0))
"""Versions of Python that make such enumerations member for member as is done here, and so do the
later ones of the same feature version. 3.11.2, that of Debian 12, keeps other masks of flags."""
_KINDS: tuple[type, ...] = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
_CLASSES: tuple[type, ...] = (*_KINDS, enum.EnumType)
_TAKEN = frozenset(name for kind in _CLASSES for base in kind.__mro__ for name in vars(base))
_OF_ONE_CLASS = frozenset({"__dict__", "__weakref__", "__module__"})
_Members = Sequence[tuple[str, int]]


def make_enumerations_quickly() -> None:
    """Have plain enumerations be made quickly from now on, where that is known to be the same."""
    if is_compared(sys.version_info[:3]):
        metaclass: Any = enum.EnumType
        metaclass._create_ = quick_creation(metaclass._create_)


def is_compared(version: tuple[int, int, int]) -> bool:
    """Tell whether a Python is known to make enumerations the same."""
    return any(one[:2] == version[:2] and one <= version for one in _COMPARED)


def quick_creation(as_ever: Callable[..., Any]) -> Callable[..., Any]:
    """Return what stands for ``as_ever``, the method that makes enumerations of names."""
    bodies: dict[tuple[type, object], dict[str, Any]] = {}

    @wraps(as_ever)
    def create(kind: Any, class_name: str, names: Any, **more: Any) -> Any:
        # As ever, the module is that of whoever called the class: the caller of the caller.
        module = more.get("module") or sys._getframe(2).f_globals.get("__name__")
        more["module"] = module
        if kind not in _KINDS or more.get("qualname") or more.get("type") or not _is_plain(names):
            return as_ever(kind, class_name, names, **more)
        boundary = more.get("boundary")
        body = bodies.get((kind, boundary))
        if body is None:
            body = vars(as_ever(kind, class_name, (), **more))
            bodies[kind, boundary] = body = {
                name: value for name, value in body.items() if name not in _OF_ONE_CLASS
            }
        made = _made_empty(kind, class_name, body | {"__module__": module})
        _add_members(made, names)
        return made

    return create


def _is_plain(names: object) -> TypeGuard[_Members]:
    """Tell whether there are pairs of ordinary names, no two the same, and whole numbers."""
    if type(names) is not list or not all(
        type(pair) is tuple and len(pair) == 2 and type(pair[0]) is str and type(pair[1]) is int
        for pair in names
    ):
        return False
    called = {name for name, _ in names}
    return (
        len(called) == len(names)
        and called.isdisjoint(_TAKEN)
        and not any(name.startswith("_") for name in called)
    )


def _made_empty(kind: Any, class_name: str, body: dict[str, Any]) -> Any:
    """Return an enumeration without members, like one whose body is given."""
    own = {
        name: value.copy() if isinstance(value, list | dict) else value
        for name, value in body.items()
    }
    made = type.__new__(enum.EnumType, class_name, (kind,), own)
    # The making of classes has put it into a wrapping.
    type.__setattr__(made, "__new__", body["__new__"])
    return made


def _add_members(made: Any, members: _Members) -> None:
    """Fill an enumeration that has no members yet."""
    is_flag, is_number = issubclass(made, enum.Flag), issubclass(made, int)
    by_value, by_name, ordered = made._value2member_map_, made._member_map_, made._member_names_
    for name, value in members:
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if is_number else object.__new__(made)
            member.__dict__.update(
                _value_=value, _name_=name, __objclass__=made, _sort_order_=len(ordered)
            )
            by_value[value] = member
            if not is_flag or _is_one_bit(value):
                ordered.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)
    if is_flag:
        _note_bits(made, [value for _, value in members])


def _is_one_bit(value: int) -> bool:
    """Tell a flag from several flags, or none, which are but another name for them."""
    return value != 0 and value & (value - 1) == 0


def _note_bits(made: Any, values: Sequence[int]) -> None:
    """Tell an enumeration of flags which bits it has, and in which order they are gone through."""
    for value in values:
        made._flag_mask_ |= value
        if _is_one_bit(value):
            made._singles_mask_ |= value
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    listed = [member._value_ for member in made]
    if listed != sorted(listed):
        made._iter_member_ = made._iter_member_by_def_
