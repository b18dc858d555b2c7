"""Where the words of a query stand in a text, and an excerpt around them."""

import re
from collections.abc import Iterator
from collections.abc import Sequence as Parts
from dataclasses import dataclass

from desktop_app.store.finding.folding import fold_in_place
from desktop_app.store.finding.looking import following, in_source, sequence
from desktop_app.store.finding.resolved import AnyOf, Every, Part, Sequence, Word
from desktop_app.store.words import WordForms

_WIDTH = 150
_BEFORE = 40
_ELLIPSIS = "…"
_ESCAPES = re.compile(r"\\([\\*><=#_\[\]()~+.!|&^-])")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text, and which of the terms asked for stands there."""

    start: int
    end: int
    term: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a text on one line; ``marks`` are the starts and lengths of what was looked for."""

    text: str
    marks: tuple[tuple[int, int], ...]


class Terms:
    """The words and phrases that a query asks for."""

    def __init__(self, forms: WordForms, leaves: tuple[Word | Sequence, ...]) -> None:
        self.leaves = leaves
        self._forms = forms
        self._known: dict[str, tuple[int, ...]] = {}
        words = [leaf for leaf in leaves if isinstance(leaf, Word)]
        begun = tuple(dict.fromkeys(_begin(one) for leaf in words for one in self._begun(leaf)))
        self._form = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, begun))})[^\W_]*")
        firsts = (leaf.tokens[0] for leaf in leaves if isinstance(leaf, Sequence))
        self._parts = (*begun, *firsts)
        self._has_words = bool(begun)

    def may_stand_in(self, folded: str) -> bool:
        """Tell quickly whether a closer look at a folded text is worth while."""
        return any(part in folded for part in self._parts)

    def hits(self, text: str, columns: Parts[str] = ()) -> list[Hit]:
        """Return where terms stand in a text, in its order; of one that stands in a column."""
        folded, places = fold_in_place(text)
        found = [*self._words(folded), *self._phrases(folded)]
        if columns:
            found = [hit for hit in found if self._is_within(hit.term, columns)]
        if places is not None:
            found = [Hit(places[hit.start], places[hit.end - 1] + 1, hit.term) for hit in found]
        return sorted(found, key=lambda hit: (hit.start, -hit.end))

    def count(self, folded: str, term: int) -> int:
        """Return how often a term stands in a folded text, or in the source of one."""
        leaf = self.leaves[term]
        if isinstance(leaf, Sequence):
            return sum(1 for _ in in_source(folded, sequence(leaf.tokens)))
        begun = dict.fromkeys(_begin(one) for one in self._begun(leaf))
        words = {
            word
            for one in begun
            for word in in_source(folded, re.compile(rf"{re.escape(one)}[^\W_]*"))
            if term in self._terms_of(word)
        }
        # Two beginnings may find the same word.
        forms = (re.compile(rf"{re.escape(word)}(?![^\W_])") for word in words)
        return sum(1 for form in forms for _ in in_source(folded, form))

    def _is_within(self, term: int, columns: Parts[str]) -> bool:
        wanted = self.leaves[term].columns
        return not wanted or bool(set(wanted) & set(columns))

    def _words(self, folded: str) -> Iterator[Hit]:
        if not self._has_words:
            return
        for match in self._form.finditer(folded):
            for term in self._terms_of(match[0]):
                yield Hit(match.start(), match.end(), term)

    def _phrases(self, folded: str) -> Iterator[Hit]:
        for term, leaf in enumerate(self.leaves):
            if isinstance(leaf, Sequence):
                for match in following(leaf.tokens).finditer(folded):
                    yield Hit(match.start(), match.end(), term)

    def _terms_of(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            lookup = f'"{self._forms.stem(word)}"'
            known = self._known[word] = tuple(
                term
                for term, leaf in enumerate(self.leaves)
                if isinstance(leaf, Word)
                and (lookup in leaf.lookups or (leaf.is_begun and word.startswith(leaf.written)))
            )
        return known

    def _begun(self, word: Word) -> Iterator[str]:
        written = word.written if word.is_begun else self._forms.stem(word.written)
        yield written
        # Forms of what was begun need not begin with what was written: their ends are cut off.
        stems = (lookup.strip('"*') for lookup in word.lookups)
        yield from (stem for stem in stems if not (word.is_begun and stem.startswith(written)))


def terms_of(forms: WordForms, root: Every) -> Terms:
    """Return what a query asks for, without what it does not want."""
    return Terms(forms, tuple(dict.fromkeys(_leaves(root))))


def excerpt(text: str, hits: Parts[Hit]) -> Excerpt:
    """Return the part of a text with the most different terms, and as many hits as fit."""
    best = max(hits, key=lambda hit: (len(_terms_after(hits, hit)), -hit.start))
    start = _word_start(text, max(0, best.start - _BEFORE)) if best.start > _BEFORE else 0
    end = _word_end(text, start + _WIDTH)
    before = _ELLIPSIS if start else ""
    shown = f"{before}{text[start:end]}{_ELLIPSIS if end < len(text) else ''}"
    marks: list[tuple[int, int]] = []
    reached = 0
    for hit in hits:
        if hit.start >= max(start, reached) and hit.end <= end:
            marks.append((hit.start - start + len(before), hit.end - hit.start))
            reached = hit.end
    return Excerpt(shown, tuple(marks))


def on_one_line(text: str) -> str:
    """Return a text without line breaks and without the escapes of its markup."""
    line = " ".join(text.split())
    return _ESCAPES.sub(r"\1", line) if "\\" in line else line


def _leaves(part: Part) -> Iterator[Word | Sequence]:
    if isinstance(part, Every | AnyOf):
        for one in part.parts:
            yield from _leaves(one)
    elif isinstance(part, Word | Sequence):
        yield part


def _begin(stem: str) -> str:
    # "studi" is the stem of "study".
    return stem[:-1] if stem.endswith("i") and len(stem) > 2 else stem


def _terms_after(hits: Parts[Hit], first: Hit) -> set[int]:
    last = first.start + _WIDTH - _BEFORE
    return {hit.term for hit in hits if first.start <= hit.start and hit.end <= last}


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", at, at + 20)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - 20, at)
    return space if space >= 0 else at
