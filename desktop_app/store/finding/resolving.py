"""A query resolved for one library: its words, the countries and tags that there are."""

from dataclasses import dataclass, field

import apsw

from desktop_app.store.facets.packing import PARTS, RESULTS, Facet
from desktop_app.store.finding.common_words import CommonWords
from desktop_app.store.finding.countries import Countries as KnownCountries
from desktop_app.store.finding.hints import country_hint, term_hint
from desktop_app.store.finding.marks import mark_condition
from desktop_app.store.finding.resolved import (
    AnyOf,
    Choice,
    Condition,
    Every,
    Part,
    Sequence,
    Without,
    Word,
)
from desktop_app.store.finding.spans import span_part
from desktop_app.store.queries.fields import FIELD_OF
from desktop_app.store.queries.oddities import Misunderstood, Problem
from desktop_app.store.queries.parsing import Parsed
from desktop_app.store.queries.tree import (
    All,
    Countries,
    Either,
    Mark,
    Node,
    Not,
    Phrase,
    Spans,
    Terms,
    Words,
)
from desktop_app.store.start_tokens import LONGEST_START, start_token
from desktop_app.store.words import MOST_WORDS, WordForms, is_number, short_number

# Columns of which the beginnings of words are kept apart.
_WITH_STARTS = {"identifiers", "title", "conditions", "interventions", "places", "people"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A query for one library; ``words`` are the plain words that it asks for."""

    root: Every
    oddities: tuple[Misunderstood, ...]
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class Resolver:
    """Resolves one query; what this library does not know is told as well."""

    connection: apsw.Connection
    forms: WordForms
    countries: KnownCountries
    common: CommonWords
    oddities: list[Misunderstood] = field(default_factory=list)
    plain: dict[str, None] = field(default_factory=dict)
    room: int = MOST_WORDS

    def resolve(self, parsed: Parsed) -> Resolved:
        """Return the query for this library."""
        self.oddities = list(parsed.oddities)
        parts = tuple(part for node in parsed.root.nodes if (part := self._part(node)) is not None)
        root = Every(tuple(dict.fromkeys(_flat(parts))))
        return Resolved(root, tuple(self.oddities), tuple(self.plain))

    def _part(self, node: Node) -> Part | None:
        """Return what a node asks for, None where it asks for nothing."""
        if isinstance(node, Not):
            part = self._part(node.node)
            return None if part is None else Without(part)
        if isinstance(node, All | Either):
            made = [self._part(one) for one in node.nodes]
            parts = tuple(part for part in made if part is not None)
            if not parts:
                return None
            return Every(parts) if isinstance(node, All) else AnyOf(parts)
        return self._leaf(node)

    def _leaf(self, node: Words | Phrase | Terms | Countries | Spans | Mark) -> Part | None:
        if isinstance(node, Words):
            return self._words(node)
        if isinstance(node, Phrase):
            return self._phrase(node)
        if isinstance(node, Terms):
            return _choice(node, term_hint(self.forms, node))
        if isinstance(node, Countries):
            return self._countries(node)
        if isinstance(node, Spans):
            return span_part(node)
        condition = mark_condition(self.connection, self.forms, node)
        if condition is None:
            problem = Problem.NO_TAG if node.kind == "tag" else Problem.NO_COLLECTION
            self._tell(problem, node.kind, node.text)
        return condition

    def _words(self, node: Words) -> Part | None:
        words = self._within_room(self.forms.words(node.text))
        columns = FIELD_OF[node.field].columns if node.field else ()
        parts: list[Part] = []
        for place, word in enumerate(words):
            is_begun = node.is_begun and place == len(words) - 1
            numbers = short_number(word) if not columns else None
            if numbers is not None:
                parts.append(_numbers(*numbers))
                continue
            self.plain[word] = None
            made = self._word(word, columns, is_begun=is_begun)
            parts += [] if made is None else [made]
        return _joined(parts)

    def _within_room(self, words: list[str]) -> list[str]:
        """Return the first of some words, as many as a query may still have."""
        if len(words) > self.room and all(
            one.problem is not Problem.TOO_LONG for one in self.oddities
        ):
            self.oddities.append(Misunderstood(Problem.TOO_LONG, 0, 0, "", count=MOST_WORDS))
        kept = words[: self.room]
        self.room -= len(kept)
        return kept

    def _word(self, word: str, columns: tuple[str, ...], *, is_begun: bool) -> Word | None:
        if is_number(word):
            is_short = len(word) < 11
            return Word(word, (f'"{word}"*' if is_short else f'"{word}"',), columns, is_short)
        if not is_begun:
            is_rare = not self.common.holds(self.forms.stem(word))
            return Word(word, self.forms.lookups(word, is_rare=is_rare), columns)
        if len(word) > LONGEST_START:
            stems = self.forms.begun_stems(word)
            quick = self.common.quick(self.connection, word, stems)
            begun = self.forms.begun_lookups(word, stems, is_rare=not self.common.begin(word))
            return Word(word, begun, columns, is_begun=True, quick=quick)
        if columns and not _WITH_STARTS.intersection(columns):
            return None
        stems = tuple(f'"{stem}"' for stem in self.forms.begun_stems(word))
        return Word(word, stems, columns, is_begun=True, start=start_token(word))

    def _phrase(self, node: Phrase) -> Part | None:
        tokens = self._within_room(self.forms.words(node.text))
        columns = FIELD_OF[node.field].columns if node.field else ()
        words = tuple(Word(token, self.forms.lookups(token), columns) for token in tokens)
        self.plain.update(dict.fromkeys(tokens))
        if len(words) < 2:
            # Whole words alone are what the index finds.
            return words[0] if words else None
        return Sequence(words, tuple(tokens), columns)

    def _countries(self, node: Countries) -> Part | None:
        known = {name: self.countries.matching(self.connection, name) for name in node.names}
        for name, found in known.items():
            if not found:
                self._tell(Problem.NO_COUNTRY, "country", name)
        names = {one for found in known.values() for one in found}
        sets = self.countries.sets_of(self.connection, names)
        hint = country_hint(self.forms, names)
        return Choice(Facet.COUNTRY, sets=sets, hint=hint) if any(known.values()) else None

    def _tell(self, problem: Problem, name: str, value: str) -> None:
        part = f"{name}:{value}"
        self.oddities.append(Misunderstood(problem, 0, 0, part, name, value))


def _choice(node: Terms, hint: str) -> Choice:
    part = PARTS[node.facet]
    bits = []
    for terms in node.alternatives:
        mask = 0
        for term in terms:
            mask |= part.bits_of(term if node.facet is not Facet.RESULTS else _result(term))
        bits.append(mask)
    return Choice(node.facet, bits=frozenset(bits), hint=hint)


def _result(term: str) -> str:
    return term if term == RESULTS else ""


def _numbers(low: int, high: int) -> Condition:
    # A plus keeps the index of numbers out: where a range holds a good part of all studies, going
    # through the newest is faster than sorting all that fit.
    sign = "+" if high - low >= 999_999 else ""
    return Condition(f"{sign}study.nct_number BETWEEN ? AND ?", (low, high), ("study",))


def _joined(parts: list[Part]) -> Part | None:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Every(tuple(parts))


def _flat(parts: tuple[Part, ...]) -> list[Part]:
    flat: list[Part] = []
    for part in parts:
        flat += _flat(part.parts) if isinstance(part, Every) else [part]
    return flat
