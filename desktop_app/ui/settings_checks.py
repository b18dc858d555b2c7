"""Whether a value of a file or of a caller is what a setting can be."""

from collections.abc import Callable, Mapping
from dataclasses import Field
from enum import StrEnum
from typing import Any

WITHIN = "within"
"""The key in a field's metadata for the range of its numbers."""
_LONGEST_TEXT, _MOST_TEXTS = 10_000, 1_000


def checked(setting: "Field[Any]", value: object) -> object:
    """Return the value as the setting holds it; raises ValueError where it cannot be one."""
    kind = setting.type
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(_text(value))
    found = _CHECKS[kind](value)
    if isinstance(found, int) and WITHIN in setting.metadata:
        _require(found in setting.metadata[WITHIN])
    return found


def _require(is_met: bool) -> None:
    if not is_met:
        raise ValueError("not what this setting can be")


def _flag(value: object) -> bool:
    _require(isinstance(value, bool))
    return bool(value)


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("not a number")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        raise ValueError("not a text, or too long")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or len(value) > _MOST_TEXTS:
        raise ValueError("not a list, or too long")
    return tuple(_text(one) for one in value)


def _pairs(value: object) -> Mapping[str, str]:
    if not isinstance(value, Mapping) or len(value) > _MOST_TEXTS:
        raise ValueError("not a table, or too long")
    return {_text(name): _text(one) for name, one in value.items()}


_CHECKS: Mapping[object, Callable[[object], object]] = {
    bool: _flag,
    int: _number,
    str: _text,
    tuple[str, ...]: _texts,
    Mapping[str, str]: _pairs,
}
