"""Finds words in a text; case and accents do not matter."""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.presentation.section import Section
from desktop_app.ui.panes.document_writer import GAP, LINE
from desktop_app.ui.panes.section_texts import as_titled, section_texts
from desktop_app.ui.panes.visible_text import visible_text

_BARRIER = "\n"
_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
_BARRIERS = frozenset(("\t", GAP, "\u2029", "\ufdd0", "\ufdd1", "\n"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text: where it begins and ends, in UTF-16 units as Qt counts."""

    start: int
    end: int


class SearchableText:
    """A text made comparable once, to be searched for many words."""

    def __init__(self, text: str) -> None:
        self._folded, self._places = _folded(text)

    def hits(self, words: str) -> tuple[Hit, ...]:
        """Return where the words stand, one after the other as they were typed."""
        wanted = _wanted(words)
        hits = []
        at = self._folded.find(wanted) if wanted else -1
        while at >= 0:
            start, end = self._places[at], self._places[at + len(wanted)]
            hits.append(Hit(start, max(end, start + 1)))
            at = self._folded.find(wanted, at + len(wanted))
        return tuple(hits)

    def count(self, words: str) -> int:
        """Return how many hits there are, which takes less than to tell where."""
        wanted = _wanted(words)
        return self._folded.count(wanted) if wanted else 0


def searchable_sections(sections: Sequence[Section]) -> SearchableText:
    """Return the texts of sections as one, across which nothing is found."""
    texts = (visible_text(text).replace("\n", LINE) for text in section_texts(as_titled(sections)))
    return SearchableText("\u2029".join(text for text in texts if text))


@lru_cache(maxsize=8)
def _wanted(words: str) -> str:
    return " ".join(_folded(words)[0].split())


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text made comparable, with the place in the text of each of its letters."""
    if text.isascii():
        return _folded_ascii(text), range(len(text) + 1)
    pieces: list[str] = []
    places = array("L")
    at = 0
    for run in _RUN.findall(text):
        if run.isascii():
            pieces.append(_folded_ascii(run))
            places.extend(range(at, at + len(run)))
            at += len(run)
            continue
        for character in run:
            letters = _folded_character(character)
            pieces.append(letters)
            places.extend([at] * len(letters))
            at += 2 if character > "\uffff" else 1
    places.append(at)
    return "".join(pieces), places


def _folded_ascii(text: str) -> str:
    return text.lower().replace("\t", _BARRIER)


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    if character in _BARRIERS:
        return _BARRIER
    if character.isspace():
        return " "
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
