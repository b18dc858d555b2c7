"""What two records have in common, told in the words of the first."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.similar.names import Names
from desktop_app.store.similar.phrases import shared_phrases
from desktop_app.store.similar.plain_words import GENERAL, PLAIN_NAME, plain_word, raw_words
from desktop_app.store.similar.tokens import TERM, TITLE_WORD
from desktop_app.study.similar import Likeness, Shared

Worth = Callable[[str], float]
"""Tells what it is worth to share a token, 0 for what nearly all studies have."""

_STRONG = frozenset(
    (
        *(Likeness.CONDITION, Likeness.SIMILAR_CONDITION, Likeness.INTERVENTION),
        *(Likeness.SIMILAR_INTERVENTION, Likeness.TERM, Likeness.KEYWORD),
        *(Likeness.BROADER_TERM, Likeness.TITLE_WORDS),
    )
)
_FEWEST_TITLE_WORDS, _MOST_TITLE_WORDS = 2, 5
_MOST_BROADER = 1


class Comparison:
    """Compares records with one record."""

    def __init__(self, raw: JsonObject, worth: Worth) -> None:
        self._mine = Names(raw)
        self._worth = worth

    def shared(self, raw: JsonObject) -> tuple[Shared, ...]:
        """Return what another record shares, the weightiest first.

        Nothing is shared where all that is alike is who does the study, its phase or whom it is
        for.
        """
        found = {kind: tuple(names) for kind, names in self._found(Names(raw)) if names}
        if not found.keys() & _STRONG:
            return ()
        return tuple(Shared(kind, found[kind]) for kind in Likeness if kind in found)

    def _found(self, other: Names) -> Iterator[tuple[Likeness, Sequence[str]]]:
        mine = self._mine
        conditions = _same(mine.conditions, other.conditions)
        similar = [] if conditions else _similar_conditions(mine, other)
        yield Likeness.CONDITION, conditions
        yield Likeness.SIMILAR_CONDITION, similar
        interventions = _same_interventions(mine, other)
        yield Likeness.INTERVENTION, interventions
        phrases = _similar_interventions(mine, other)
        yield Likeness.SIMILAR_INTERVENTION, phrases
        named = [*conditions, *similar, *interventions, *phrases]
        keywords = _new(_same_keywords(mine, other), named)
        yield Likeness.KEYWORD, keywords
        named += keywords
        terms = _new(_terms(mine, other, conditions, interventions), named)
        yield Likeness.TERM, terms
        if not named and not terms:
            yield Likeness.BROADER_TERM, self._broader(other)
        if not conditions and not interventions:
            yield Likeness.TITLE_WORDS, self._title_words(other, [*named, *terms])
        yield Likeness.SPONSOR, _same(mine.sponsors, other.sponsors)
        yield Likeness.OFFICIAL, _same(mine.officials, other.officials)
        if mine.phases == other.phases:
            yield Likeness.PHASES, mine.phases
        if mine.population == other.population:
            yield Likeness.POPULATION, mine.population

    def _broader(self, other: Names) -> list[str]:
        """Return the most telling of the MeSH terms above the conditions of one or both."""
        shared = _in_both(self._mine.disease_terms, other.disease_terms)
        telling = [term for term in shared if PLAIN_NAME[term] and self._worth(TERM[term]) > 0]
        return sorted(telling, key=lambda term: -self._worth(TERM[term]))[:_MOST_BROADER]

    def _title_words(self, other: Names, named: Iterable[str]) -> list[str]:
        """Return words of both titles that no name has told, where they are some."""
        said = {plain_word(word) for word in raw_words("\n".join(named))}
        shared = [
            (word, self._worth(TITLE_WORD[word]))
            for plain, word in self._mine.title_words.items()
            if plain in other.title_words and plain not in said and plain not in GENERAL
        ]
        telling = {word: worth for word, worth in shared if worth > 0}
        if len(telling) < _FEWEST_TITLE_WORDS:
            return []
        kept = sorted(telling, key=telling.__getitem__, reverse=True)[:_MOST_TITLE_WORDS]
        return [word for word in telling if word in kept]


def _same(mine: Mapping[str, str], others: Mapping[str, str]) -> list[str]:
    """Return the names that others have as well."""
    return [name for plain, name in mine.items() if plain in others]


def _similar_conditions(mine: Names, other: Names) -> list[str]:
    """Return what the conditions of the other record share with a title or condition of mine."""
    named = [*mine.conditions.values(), *mine.told.titles]
    return shared_phrases(named, other.conditions.values())


def _same_interventions(mine: Names, other: Names) -> list[str]:
    """Return interventions of both, each by one of the names that both have for it."""
    shared = (_same(names, other.interventions) for names in mine.intervention_groups)
    return list(dict.fromkeys(names[0] for names in shared if names))


def _similar_interventions(mine: Names, other: Names) -> list[str]:
    """Return what names of interventions share, where not the whole intervention is the same."""
    others = [names for names in mine.intervention_groups if not _same(names, other.interventions)]
    named = [name for names in others for name in names.values()]
    return shared_phrases(named, other.told.interventions)


def _same_keywords(mine: Names, other: Names) -> list[str]:
    """Return names that are a keyword of one record, and a keyword or condition of the other."""
    shared = _same(mine.keywords, {**other.keywords, **other.conditions})
    return shared + _new(_same(mine.conditions, other.keywords), shared)


def _terms(
    mine: Names, other: Names, conditions: Sequence[str], interventions: Sequence[str]
) -> list[str]:
    """Return the MeSH terms of both, where not the names themselves are the same."""
    shared: list[str] = []
    if not conditions:
        shared += _in_both(mine.told.condition_terms, other.told.condition_terms)
    if not interventions:
        shared += _in_both(mine.told.intervention_terms, other.told.intervention_terms)
    return [term for term in shared if PLAIN_NAME[term]]


def _in_both(mine: Sequence[str], others: Sequence[str]) -> list[str]:
    return [term for term in dict.fromkeys(mine) if term in others]


def _new(names: Iterable[str], said: Iterable[str]) -> list[str]:
    """Return names that are not said yet."""
    known = {PLAIN_NAME[name] for name in said}
    return [name for name in names if PLAIN_NAME[name] not in known]
