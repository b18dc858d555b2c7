"""Eligibility criteria, matched one by one: what was dropped, what was added, what was reworded.

A criterion that moves to the other side is dropped on the one and added on the other.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from desktop_app.analysis.changes.canonical import plain_text
from desktop_app.analysis.changes.matching import matched
from desktop_app.analysis.criteria import CriteriaGroup, Criterion, arrange_criteria
from desktop_app.study.markup import MarkupText

_MOST_CHARACTERS = 200_000
"""Of a text that is arranged; the registry takes a sixth of that."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A criterion with its parts, or a heading or lead between criteria, which has no number."""

    side: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """One change; ``number`` is the new one where there is one. A side that lacks it is empty."""

    number: str
    old: str
    new: str


def criteria_changes(old: MarkupText, new: MarkupText) -> tuple[CriterionChange, ...] | None:
    """Return the changes criterion by criterion, in the order of the numbers.

    None is for texts that differ and whose criteria do not: they are to be compared as texts.
    """
    if max(len(old.source), len(new.source)) > _MOST_CHARACTERS:
        return None
    before, after = tuple(_units(old)), tuple(_units(new))
    found = matched(before, after, _reduced, (), _words)
    pairs = [CriterionChange(late.number, early.text, late.text) for early, late in found.pairs]
    gone = [CriterionChange(unit.number, unit.text, "") for unit in found.gone]
    come = [CriterionChange(unit.number, "", unit.text) for unit in found.come]
    every = sorted((*pairs, *gone, *come), key=lambda one: _place(one.number))
    if every or _all_words(old) == _all_words(new):
        return tuple(every)
    return None


def _units(text: MarkupText) -> Iterator[Unit]:
    criteria = arrange_criteria(text)
    sides = (("I", criteria.inclusion), ("E", criteria.exclusion), ("C", criteria.unsorted))
    for side, groups in sides:
        for group in groups:
            yield from _units_of(side, group)


def _units_of(side: str, group: CriteriaGroup) -> Iterator[Unit]:
    if group.heading:
        yield Unit(side, "", group.heading)
    yield from (Unit(side, "", words) for words in group.lead)
    for criterion in group.criteria:
        yield Unit(side, criterion.number, "\n".join(_lines(criterion, "")))


def _lines(criterion: Criterion, mark: str) -> Iterator[str]:
    yield mark + criterion.text
    for child in criterion.children:
        yield from _lines(child, "– " if not mark else f"  {mark}")


def _reduced(unit: Unit) -> Hashable:
    lines = tuple(sorted(filter(None, map(plain_text, unit.text.split("\n")))))
    return unit.side, not unit.number, lines


def _words(unit: Unit) -> frozenset[str]:
    # With the side and the kind in each word, so that only like is matched with like.
    kind = f"{unit.side}{bool(unit.number):d}"
    return frozenset(kind + word for word in unit.text.casefold().split())


def _all_words(text: MarkupText) -> list[str]:
    return sorted(
        word for word in (one.strip("*-•·–") for one in text.plain.casefold().split()) if word
    )


def _place(number: str) -> tuple[int, int]:
    """Sort inclusion first, then exclusion, each by number; headings and leads before both."""
    side, _dash, count = number.partition("-")
    return " IEC".find(side or " "), int(count) if count.isdigit() else 0
