"""Studies that may be like one, found by the rarest of its traits, and weighed by all of them."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import apsw

from desktop_app.store.similar.asked import Trait
from desktop_app.store.similar.populations import MOST_FIT, Population
from desktop_app.store.similar.postings import MOST_POSTINGS, Postings
from desktop_app.store.similar.trait_rows import read_traits

_MOST_PAIRED, _MOST_OF_PAIR = 4, 200
_MOST_WEIGHED = 300
_USUAL_TRAITS = 30
_WORDS_ALONE = 0.75
"""What is left of likeness where no condition, intervention or term is shared."""
_LENGTH_SHARE = 0.3

_AT_ONCE = 60
_TRAITS = "SELECT row, numbers FROM trait WHERE row IN ({places})"
_FACETS = "SELECT row, packed, min_age, max_age FROM facet WHERE row IN ({places})"

Ranked = list[tuple[int, float]]
"""Rows of studies with their likeness, the most alike first."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A trait with the worth of having it in common, the more the rarer it is."""

    trait: Trait
    about: int
    worth: float


def sought_traits(postings: Postings, traits: Iterable[Trait]) -> list[Sought]:
    """Return traits with what they are worth, the rarest first."""
    studies = postings.census().studies
    wanted = list(traits)
    counted = postings.about(wanted)
    found = [_sought(trait, about, studies) for trait, about in zip(wanted, counted, strict=True)]
    return sorted(found, key=lambda one: one.about)


def _sought(trait: Trait, about: int, studies: int) -> Sought:
    worth = trait.weight * math.log((studies + 1) / (about + 0.5))
    return Sought(trait, about, max(0.0, worth))


@dataclass(slots=True)
class Found:
    """What studies share with one, by row: all that was looked up, and words of the text alone.

    All is worth what it is among the traits that were looked up, which are not all. ``sought`` are
    all of them, by now with the true number of those that were.
    """

    worth: dict[int, float]
    words: dict[int, float]
    sought: list[Sought]

    def least(self, most: int) -> float:
        """Return what the last of so many of the likeliest is worth, 0 if they are fewer."""
        return sorted(self.worth.values())[-most] if len(self.worth) >= most else 0.0

    def likeliest(self, most: int) -> list[int]:
        """Return the rows that are worth the most."""
        return sorted(self.worth, key=self.worth.__getitem__, reverse=True)[:most]


def candidates(postings: Postings, sought: Sequence[Sought]) -> Found:
    """Return the studies that share a rare trait with one, or two that are less rare."""
    found = Found({}, {}, [])
    studies = postings.census().studies
    left, common = MOST_POSTINGS, []
    for one in sought:
        if one.about > left:
            common.append(one)
            found.sought.append(one)
            continue
        rows = _rows_of(postings, one, left)
        count = len(rows) if len(rows) < left else max(left, one.about)
        left -= len(rows)
        known = _sought(one.trait, count, studies)
        found.sought.append(known)
        _add(found.worth, rows, known.worth)
        if not one.trait.number:
            _add(found.words, rows, known.worth)
    _add_pairs(postings, found, common)
    return found


def _rows_of(postings: Postings, one: Sought, most: int) -> list[int]:
    is_few = 2 * one.about < most
    newest = postings.newest_of_few if is_few else postings.newest
    return newest(one.trait.expression, most)


def _add(into: dict[int, float], rows: Iterable[int], worth: float) -> None:
    known = into.get
    for row in rows:
        into[row] = known(row, 0.0) + worth


def _add_pairs(postings: Postings, found: Found, common: Iterable[Sought]) -> None:
    """Add studies that share two of the common traits that are worth the most."""
    known = found.worth
    worthy = sorted((one for one in common if one.trait.number), key=lambda one: -one.worth)
    for pair in combinations(worthy[:_MOST_PAIRED], 2):
        worth = sum(one.worth for one in pair)
        if worth < found.least(_MOST_WEIGHED):
            # It would bring none that is weighed.
            continue
        expression = " AND ".join(one.trait.expression for one in pair)
        for row in postings.newest(expression, _MOST_OF_PAIR):
            known[row] = max(known.get(row, 0.0), worth)


def weighed(connection: apsw.Connection, found: Found, population: Population, most: int) -> Ranked:
    """Return of the likeliest rows the first with what all that they share is worth."""
    alike = sorted(_likenesses(connection, found), key=lambda pair: -pair[1])
    scores: Ranked = []
    for start in range(0, len(alike), _AT_ONCE):
        some = dict(alike[start : start + _AT_ONCE])
        if len(scores) >= most and max(some.values()) * MOST_FIT < scores[most - 1][1]:
            # Whom they are for can move none of the others that far up.
            break
        for row, packed, min_age, max_age in _read(connection, _FACETS, list(some)):
            scores.append((row, some[row] * population.fit(packed, min_age, max_age)))
        # Of studies that are equally alike the newer record comes first.
        scores.sort(key=lambda pair: (-pair[1], -pair[0]))
    return scores[:most]


def _likenesses(connection: apsw.Connection, found: Found) -> Iterator[tuple[int, float]]:
    """Yield the likeliest rows with what they share, whomever they are for."""
    worth = {one.trait.number: one.worth for one in found.sought if one.trait.number}
    topics = frozenset(one.trait.number for one in found.sought if one.trait.is_topic)
    asked = frozenset(worth)
    for row, stored in _read(connection, _TRAITS, found.likeliest(_MOST_WEIGHED)):
        numbers = read_traits(stored)
        shared = asked.intersection(numbers)
        total = sum(map(worth.__getitem__, shared)) + found.words.get(row, 0.0)
        if shared.isdisjoint(topics):
            total *= _WORDS_ALONE
        length = 1 - _LENGTH_SHARE + _LENGTH_SHARE * len(numbers) / _USUAL_TRAITS
        yield row, total / length


def _read(connection: apsw.Connection, sql: str, rows: Sequence[int]) -> apsw.Cursor:
    return connection.execute(sql.format(places=",".join("?" * len(rows))), rows)
