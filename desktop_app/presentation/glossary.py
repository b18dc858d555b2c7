"""Explains words of clinical research in plain ones; the texts are data beside the code."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import NullTranslations
from pathlib import Path
from types import MappingProxyType

from desktop_app.analysis.folding import fold
from desktop_app.languages import ENGLISH, spoken_catalogue, spoken_language
from desktop_app.presentation.said_labels import translations
from desktop_app.presentation.section import (
    Block,
    FactGrid,
    Field,
    FieldList,
    Section,
    SideBySide,
    Table,
)
from desktop_app.resource_files import resource_path

_LONGEST_LABEL = 120
_SURROUNDING = re.compile(r"^[^\w(]+|[^\w)]+$")
_BETWEEN = re.compile(r"[\s\u2010-\u2015\-_]+")
_BRACKETED_END = re.compile(r"\s*[(（][^()（）]*[)）]$")
_BETWEEN_VALUES = re.compile(", |、")


@dataclass(frozen=True, slots=True)
class Term:
    """A word with what it means; ``also`` are the other labels that the text explains."""

    id: str
    term: str
    also: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """All that is explained: terms in alphabetical order, and sections by their English titles."""

    version: str
    language: str
    terms: tuple[Term, ...]
    sections: MappingProxyType[str, str]


def glossary() -> Glossary:
    """Return the shipped glossary in the spoken language, read when it is first asked for."""
    return read_glossary(spoken_language())


@cache
def read_glossary(language: str) -> Glossary:
    """Return the glossary of a language; where there is none, the English one.

    One that is broken is as good as none: words that are not explained can be read all the same.
    """
    for known in (language, ENGLISH):
        try:
            return _glossary_in(resource_path("glossary", f"{known}.json"))
        except (OSError, ValueError, LookupError, TypeError):
            continue
    return Glossary("", ENGLISH, (), MappingProxyType({}))


def _glossary_in(path: Path) -> Glossary:
    raw = json.loads(path.read_text(encoding="utf-8"))
    terms = (Term(one["id"], one["term"], tuple(one["also"]), one["text"]) for one in raw["terms"])
    sections = MappingProxyType(dict(raw["sections"]))
    return Glossary(raw["version"], raw["language"], tuple(terms), sections)


def explain(label: str) -> str:
    """Return what a label means, empty where the glossary does not say."""
    found = term_of(label)
    return found.text if found else ""


def term_of(label: str) -> Term | None:
    """Return the term that explains a label: "Adverse Events:", "✓ Completed"."""
    if len(label) > _LONGEST_LABEL:
        return None
    terms = _terms_by_label(spoken_language(), spoken_catalogue())
    key = folded(label)
    return terms.get(key) or terms.get(folded(_BRACKETED_END.sub("", key)))


def about_section(title: str) -> str:
    """Return the line that says what a section is, empty where there is none."""
    if len(title) > _LONGEST_LABEL:
        return ""
    known = _sections_by_title(spoken_language(), spoken_catalogue())
    return known.get(folded(title), "")


def terms_in(sections: Iterable[Section]) -> tuple[Term, ...]:
    """Return the terms that are labels or values in sections, each once, as they first occur."""
    words = dict.fromkeys(words for section in sections for words in _words_of(section))
    found = (term_of(one) for one in words)
    return tuple(dict.fromkeys(term for term in found if term is not None))


def matching_terms(terms: Iterable[Term], words: str) -> tuple[Term, ...]:
    """Return the terms whose labels have all the words, then those whose text has them.

    Accents and case do not matter.
    """
    wanted = fold(words).split()
    known = tuple(terms)
    by_label = [one for one in known if _has_all("\n".join((one.term, *one.also)), wanted)]
    by_text = [one for one in known if one not in by_label and _has_all(one.text, wanted)]
    return (*by_label, *by_text)


def folded(label: str) -> str:
    """Return a label without case, hyphens, a plural's s and marks around it."""
    words = _BETWEEN.sub(" ", _SURROUNDING.sub("", label).casefold()).strip()
    return words[:-1] if _is_plural(words) else words


def _is_plural(words: str) -> bool:
    return len(words) > 4 and words.endswith("s") and not words.endswith(("ss", "us", "is"))


def _has_all(text: str, words: list[str]) -> bool:
    plain = fold(text)
    return all(word in plain for word in words)


# Kept for what is spoken, which is an argument for that alone.
@lru_cache(maxsize=8)
def _terms_by_label(language: str, _catalogue: NullTranslations) -> dict[str, Term]:
    """Return the terms by their labels: their own, the translated English ones, the English ones.

    The English ones are needed too, since records are in English.
    """
    terms = {one.id: one for one in read_glossary(language).terms}
    found: dict[str, Term] = {}
    for term in terms.values():
        for label in (term.term, *term.also):
            found.setdefault(folded(label), term)
    for english in read_glossary(ENGLISH).terms:
        for label in (english.term, *english.also) if english.id in terms else ():
            for words in (*translations(label), label):
                found.setdefault(folded(words), terms[english.id])
    return found


@lru_cache(maxsize=8)
def _sections_by_title(language: str, _catalogue: NullTranslations) -> dict[str, str]:
    lines = read_glossary(language).sections
    found = {folded(words): line for title, line in lines.items() for words in translations(title)}
    return {folded(title): line for title, line in lines.items()} | found


def _words_of(block: Block) -> Iterator[str]:
    match block:
        case Section():
            yield from (block.title, block.note)
            for part in block.blocks:
                yield from _words_of(part)
        case SideBySide():
            yield from _words_of(block.left)
            yield from _words_of(block.right)
        case FactGrid() | FieldList():
            for field in block.fields:
                yield from _words_of(field)
        case Field():
            yield from (block.label, block.note, *_values_in(block.value))
        case Table():
            yield from (block.name, *block.columns)
            yield from (cell for row in block.rows for cell in row if cell[:1].isalpha())


def _values_in(value: str) -> tuple[str, ...]:
    """Return a value and its lines and listed parts; prose is no list of words."""
    if len(value) > _LONGEST_LABEL * 4:
        return ()
    return (value, *value.split("\n"), *_BETWEEN_VALUES.split(value))
