"""Finds words in a text; case and accents do not matter."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.presentation.section import Section
from desktop_app.ui.panes.document_writer import GAP, LINE
from desktop_app.ui.panes.section_texts import as_titled, section_texts
from desktop_app.ui.panes.visible_text import visible_text

_BARRIER = "\n"
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
        wanted = " ".join(_folded(words)[0].split())
        hits = []
        at = self._folded.find(wanted) if wanted else -1
        while at >= 0:
            start, end = self._places[at], self._places[at + len(wanted)]
            hits.append(Hit(start, max(end, start + 1)))
            at = self._folded.find(wanted, at + len(wanted))
        return tuple(hits)


def searchable_sections(sections: Sequence[Section]) -> SearchableText:
    """Return the texts of sections as one, across which nothing is found."""
    texts = (visible_text(text).replace("\n", LINE) for text in section_texts(as_titled(sections)))
    return SearchableText("\u2029".join(text for text in texts if text))


def _folded(text: str) -> tuple[str, range | list[int]]:
    """Return a text made comparable, with the place in the text of each of its letters."""
    if text.isascii():
        return text.lower().replace("\t", _BARRIER), range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for character in text:
        for letter in _folded_character(character):
            letters.append(letter)
            places.append(at)
        at += 2 if character > "\uffff" else 1
    return "".join(letters), [*places, at]


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    if character in _BARRIERS:
        return _BARRIER
    if character.isspace():
        return " "
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
