"""Matches the items of two lists: which became which, which went, and which came."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
Key = Callable[[T], Hashable]
_MOST_PAIRS = 20_000
"""Pairs of items that are looked at for likeness; beyond that, one item went and another came."""
_LEAST_ALIKE = 0.5


@dataclass(slots=True)
class Matched(Generic[T]):
    """Pairs of an old item and the new one that it became; all else went or came."""

    pairs: list[tuple[T, T]] = field(default_factory=list)
    gone: list[T] = field(default_factory=list)
    come: list[T] = field(default_factory=list)


def matched(
    old: Sequence[T],
    new: Sequence[T],
    reduced: Key[T],
    ways: Sequence[Key[T]],
    words: Callable[[T], frozenset[str]] | None = None,
) -> Matched[T]:
    """Match two lists; items with equal ``reduced`` forms are the same and left out.

    Others are matched by the first of the ``ways`` that finds a partner, and then, where ``words``
    are given, by how many of these they share. A way that gives None for an item says nothing.
    """
    result = Matched[T](gone=list(old), come=list(new))
    _pair(result, reduced, keep=False)
    for way in ways:
        _pair(result, way)
    if words is not None:
        _pair_alike(result, words)
    return result


def _pair(result: Matched[T], key: Key[T], *, keep: bool = True) -> None:
    """Pair the items with equal keys, in their order."""
    waiting: defaultdict[Hashable, list[T]] = defaultdict(list)
    for item in reversed(result.come):
        waiting[key(item)].append(item)
    gone = []
    taken: set[int] = set()
    for item in result.gone:
        found = key(item)
        if found is None or not waiting[found]:
            gone.append(item)
            continue
        partner = waiting[found].pop()
        taken.add(id(partner))
        if keep:
            result.pairs.append((item, partner))
    result.gone = gone
    result.come = [item for item in result.come if id(item) not in taken]


def _pair_alike(result: Matched[T], words: Callable[[T], frozenset[str]]) -> None:
    if not 0 < len(result.gone) * len(result.come) <= _MOST_PAIRS:
        return
    old, new = [words(item) for item in result.gone], [words(item) for item in result.come]
    scored = [
        (likeness(mine, theirs), -at, -other)
        for at, mine in enumerate(old)
        for other, theirs in enumerate(new)
    ]
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    for score, at, other in sorted(scored, reverse=True):
        if score < _LEAST_ALIKE:
            break
        if -at in free_old and -other in free_new:
            free_old.remove(-at)
            free_new.remove(-other)
            result.pairs.append((result.gone[-at], result.come[-other]))
    result.gone = [result.gone[at] for at in sorted(free_old)]
    result.come = [result.come[at] for at in sorted(free_new)]


def likeness(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Return which share of their words two items have in common, from 0 to 1."""
    both = len(mine) + len(theirs)
    return 2 * len(mine & theirs) / both if both else 0.0
