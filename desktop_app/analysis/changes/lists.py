"""Lists of plain values, such as conditions: what only one of two lists holds."""

from collections import Counter
from collections.abc import Iterable

from desktop_app.analysis.changes.canonical import Canonical

Items = tuple[object, ...]


def only_in_one(old: Items, new: Items, canonical: Canonical) -> tuple[Items, Items]:
    """Return what only the first list holds and what only the second does, whatever the order."""
    before, after = Counter(map(canonical.of, old)), Counter(map(canonical.of, new))
    return _first(old, before - after, canonical), _first(new, after - before, canonical)


def _first(items: Iterable[object], wanted: Counter[object], canonical: Canonical) -> Items:
    found = []
    for item in items:
        reduced = canonical.of(item)
        if reduced is not None and wanted[reduced] > 0:
            wanted[reduced] -= 1
            found.append(item)
    return tuple(found)
