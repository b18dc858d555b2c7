"""What is looked for to find studies like one: its traits and the words of its summary."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.store.similar.plain_words import COMMON, plain_word, raw_words
from desktop_app.store.similar.tokens import (
    CONDITION,
    INTERVENTION,
    OFFICIAL,
    SPONSOR,
    TERM,
    TITLE_WORD,
    Tokens,
    number_of,
)
from desktop_app.store.similar.told import Told

_CONDITION, _KEYWORD, _INTERVENTION = 1.0, 0.6, 1.0
_TERM, _ANCESTOR = 0.8, 0.25
_TITLE_WORD, _CONDITION_WORD, _INTERVENTION_WORD, _SUMMARY_WORD = 0.9, 1.2, 0.4, 0.45
_SPONSOR, _COLLABORATOR, _OFFICIAL = 0.6, 0.3, 0.5

Stems = Callable[[str], str]
"""Gives the stem of a word as the index holds it."""

_MOST_TRAITS = 96
_MOST_WORDS = 24
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class Trait:
    """What is looked for: an expression for the index, and how much it matters.

    ``number`` is that of trait rows, 0 for a word of the text. ``is_topic`` tells that it says what
    a study is about, as conditions and interventions do, more than any words or people.
    """

    expression: str
    number: int
    weight: float
    is_topic: bool = False


def asked_traits(one: Told) -> list[Trait]:
    """Return the traits of a study with their weights, the weightiest first."""
    weights: dict[str, float] = {}
    for token, weight in _weighted(one):
        if token:
            weights[token] = max(weight, weights.get(token, 0.0))
    topics = _topics(one)
    heaviest = sorted(weights, key=weights.__getitem__, reverse=True)[:_MOST_TRAITS]
    return [
        Trait(f'"{token}"', number_of(token), weights[token], token in topics) for token in heaviest
    ]


def _topics(one: Told) -> set[str]:
    """Return the tokens of what a study is about."""
    tokens = {TITLE_WORD[word] for word in _words(one.conditions)}
    tokens |= {CONDITION[name] for name in one.conditions + one.keywords}
    tokens |= {INTERVENTION[name] for name in one.interventions + one.keywords}
    return tokens | {TERM[term] for term in one.terms}


def asked_words(stems: Stems, summary: str, one: Told) -> list[Trait]:
    """Return words of a summary that the study's names do not hold, the longest first.

    Which of them are rare only the index can tell; long ones are the likelier.
    """
    names = one.titles + one.conditions + one.keywords + one.interventions
    known = {plain_word(word) for word in _words(names)} | COMMON
    words = dict.fromkeys(plain_word(word) for word in raw_words(summary))
    telling = [word for word in words if len(word) >= _SHORTEST_WORD and word not in known]
    longest = sorted(telling, key=len, reverse=True)[:_MOST_WORDS]
    return [Trait(f'"{stems(word)}"', 0, _SUMMARY_WORD) for word in longest]


def _weighted(one: Told) -> Iterator[tuple[str, float]]:
    yield from _each(CONDITION, one.conditions, _CONDITION)
    yield from _each(CONDITION, one.keywords, _KEYWORD)
    yield from _each(INTERVENTION, one.interventions, _INTERVENTION)
    yield from _each(INTERVENTION, one.keywords, _KEYWORD)
    yield from _each(TERM, one.condition_terms + one.intervention_terms, _TERM)
    yield from _each(TERM, one.ancestors, _ANCESTOR)
    yield from _each(TITLE_WORD, _words(one.titles), _TITLE_WORD)
    yield from _each(TITLE_WORD, _words(one.conditions), _CONDITION_WORD)
    yield from _each(TITLE_WORD, _words(one.interventions), _INTERVENTION_WORD)
    yield from _each(SPONSOR, one.sponsors[:1], _SPONSOR)
    yield from _each(SPONSOR, one.sponsors[1:], _COLLABORATOR)
    yield from _each(OFFICIAL, one.officials, _OFFICIAL)


def _each(tokens: Tokens, names: Iterable[str], weight: float) -> Iterator[tuple[str, float]]:
    for name in names:
        yield tokens[name], weight


def _words(names: Iterable[str]) -> list[str]:
    return raw_words("\n".join(dict.fromkeys(names)))
