"""Finds what sections consist of, for tests."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

T = TypeVar("T")


def parts_of(thing: Any, kind: type[T]) -> Iterator[T]:
    """Yield everything of a kind in sections, in its order."""
    if isinstance(thing, kind):
        yield thing
    if is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            yield from parts_of(getattr(thing, part.name), kind)
    elif isinstance(thing, tuple):
        for one in thing:
            yield from parts_of(one, kind)
