"""Lists: what only one of two of them holds."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from desktop_app.analysis.changes.canonical import Canonical

T = TypeVar("T")
Items = tuple[object, ...]


def only_in_one(old: Items, new: Items, canonical: Canonical) -> tuple[Items, Items]:
    """Return the plain values that only the first list holds, and those of the second."""
    before, after = Counter(map(canonical.of, old)), Counter(map(canonical.of, new))
    return _first(old, before - after, canonical), _first(new, after - before, canonical)


def without_equal(old: Sequence[T], new: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    """Return two lists without what is equal at the same place, counted from either end.

    Most of a long list is, and to compare is far cheaper than to reduce.
    """
    if len(old) == len(new):
        differing = [at for at, item in enumerate(old) if item != new[at]]
        return [old[at] for at in differing], [new[at] for at in differing]
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return old[head : len(old) - tail], new[head : len(new) - tail]


def _first(items: Iterable[object], wanted: Counter[object], canonical: Canonical) -> Items:
    found = []
    for item in items:
        reduced = canonical.of(item)
        if reduced is not None and wanted[reduced] > 0:
            wanted[reduced] -= 1
            found.append(item)
    return tuple(found)
