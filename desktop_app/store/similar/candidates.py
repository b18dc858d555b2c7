"""Studies that may be like one, found by the rarest of its traits, and weighed by all of them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import apsw

from desktop_app.store.similar.asked import Trait
from desktop_app.store.similar.populations import Population
from desktop_app.store.similar.postings import Postings
from desktop_app.store.similar.trait_rows import read_traits

_MOST_POSTINGS = 3_000
_MOST_PAIRED, _MOST_OF_PAIR = 4, 200
_MOST_WEIGHED = 300
_USUAL_TRAITS = 30
_WORDS_ALONE = 0.75
"""What is left of likeness where no condition, intervention or term is shared."""
_LENGTH_SHARE = 0.3

_TraitRow = tuple[int, bytes, int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Sought:
    """A trait with the worth of having it in common, the more the rarer it is."""

    trait: Trait
    about: int
    worth: float


def sought_traits(postings: Postings, traits: Iterable[Trait]) -> list[Sought]:
    """Return traits with what they are worth, the rarest first."""
    studies = postings.extent().studies
    wanted = list(traits)
    counted = postings.about(trait.expression for trait in wanted)
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

    def likeliest(self, most: int) -> list[int]:
        """Return the rows that are worth the most."""
        return sorted(self.worth, key=self.worth.__getitem__, reverse=True)[:most]


def candidates(postings: Postings, sought: Sequence[Sought]) -> Found:
    """Return the studies that share a rare trait with one, or two that are less rare."""
    found = Found({}, {}, [])
    studies = postings.extent().studies
    left, common = _MOST_POSTINGS, []
    for one in sought:
        if one.about > left:
            common.append(one)
            found.sought.append(one)
            continue
        rows = postings.newest(one.trait.expression, left)
        count = len(rows) if len(rows) < left else max(left, one.about)
        left -= len(rows)
        known = _sought(one.trait, count, studies)
        found.sought.append(known)
        _add(found.worth, rows, known.worth)
        if not one.trait.number:
            _add(found.words, rows, known.worth)
    common = sorted((one for one in common if one.trait.number), key=lambda one: -one.worth)
    for pair in combinations(common[:_MOST_PAIRED], 2):
        expression = " AND ".join(one.trait.expression for one in pair)
        worth = sum(one.worth for one in pair)
        for row in postings.newest(expression, _MOST_OF_PAIR):
            found.worth[row] = max(found.worth.get(row, 0.0), worth)
    return found


def _add(into: dict[int, float], rows: Iterable[int], worth: float) -> None:
    for row in rows:
        into[row] = into.get(row, 0.0) + worth


def weighed(connection: apsw.Connection, found: Found, population: Population) -> dict[int, float]:
    """Return the likeliest of the rows found with what all that they share is worth."""
    worth = {one.trait.number: one.worth for one in found.sought if one.trait.number}
    topics = frozenset(one.trait.number for one in found.sought if one.trait.is_topic)
    asked = frozenset(worth)
    weighed = {}
    for row, stored, packed, min_age, max_age in _trait_rows(
        connection, found.likeliest(_MOST_WEIGHED)
    ):
        numbers = read_traits(stored)
        shared = asked.intersection(numbers)
        total = sum(map(worth.__getitem__, shared)) + found.words.get(row, 0.0)
        if shared.isdisjoint(topics):
            total *= _WORDS_ALONE
        length = 1 - _LENGTH_SHARE + _LENGTH_SHARE * len(numbers) / _USUAL_TRAITS
        weighed[row] = total / length * population.fit(packed, min_age, max_age)
    return weighed


def _trait_rows(connection: apsw.Connection, rows: Sequence[int]) -> Iterable[_TraitRow]:
    places = ",".join("?" * len(rows))
    return connection.execute(
        "SELECT row, numbers, packed, min_age, max_age FROM trait JOIN facet USING (row)"
        f" WHERE row IN ({places})",
        rows,
    )
