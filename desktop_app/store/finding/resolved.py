"""What a query asks for in the terms of one library: words of its index, conditions on rows."""

from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.store.facets.packing import Facet


@dataclass(frozen=True, slots=True)
class Word:
    """A word: the expressions of which one finds it, in some columns or, without any, in all.

    ``written`` is the word as typed, in lower case and without accents, of which only the
    beginning is there where ``is_begun``. ``quick`` are words that stand for a beginning with
    which very many words begin; ``start`` is the token of a short one, which is kept as such.
    """

    written: str
    lookups: tuple[str, ...]
    columns: tuple[str, ...] = ()
    is_begun: bool = False
    start: str = ""
    quick: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """Words that follow each other; the index can only tell where they all occur."""

    words: tuple[Word, ...]
    tokens: tuple[str, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL, in which ``{key}`` is the key of the row.

    ``tables`` are those that it needs beside: ``facet``, ``study``.
    """

    sql: str
    parameters: tuple[object, ...] = ()
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What filters choose, told by the facets of a study alone.

    ``bits`` are the values of the facet's bits of which one is enough; of a mask, a value fits
    where it has all of its bits. ``sets`` are the ids of sets of countries. ``hint`` is an
    expression that finds all that fit and not much else: it spares looking through all studies.
    """

    facet: Facet
    bits: frozenset[int] = frozenset()
    sets: frozenset[int] = frozenset()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Without:
    """What must not be."""

    part: "Part"


@dataclass(frozen=True, slots=True)
class Every:
    """What must all be; without parts, everything fits."""

    parts: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Of what one must be at least."""

    parts: tuple["Part", ...]


Part: TypeAlias = Word | Sequence | Condition | Choice | Without | Every | AnyOf


def holds_sequence(part: Part) -> bool:
    """Tell whether a part asks for words that follow each other."""
    if isinstance(part, Without):
        return holds_sequence(part.part)
    if isinstance(part, Every | AnyOf):
        return any(holds_sequence(one) for one in part.parts)
    return isinstance(part, Sequence)


def is_quickened(part: Part) -> bool:
    """Tell whether first rows are found by some of the words with a beginning alone."""
    if isinstance(part, Every | AnyOf):
        return any(is_quickened(one) for one in part.parts)
    return isinstance(part, Word) and bool(part.quick)
