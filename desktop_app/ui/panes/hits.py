"""Finds words in a text; case and accents do not matter."""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from desktop_app.presentation.figures import figures_of
from desktop_app.presentation.section import Section, SideBySide
from desktop_app.ui.panes.document_writer import GAP, LINE
from desktop_app.ui.panes.reading_aids import NO_AIDS, ReadingAids
from desktop_app.ui.panes.section_texts import as_titled, figure_text, section_texts
from desktop_app.ui.panes.visible_text import visible_text

_BARRIER = "\n"
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
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
        self._text = text
        self._folded = folded_text(text)

    def hits(self, words: str) -> tuple[Hit, ...]:
        """Return where the words stand, one after the other as they were typed."""
        wanted = wanted_text(words)
        places = self._places
        hits = []
        at = self._folded.find(wanted) if wanted else -1
        while at >= 0:
            start, end = places[at], places[at + len(wanted)]
            hits.append(Hit(start, max(end, start + 1)))
            at = self._folded.find(wanted, at + len(wanted))
        return tuple(hits)

    def count(self, words: str) -> int:
        """Return how many hits there are, which takes less than to tell where."""
        wanted = wanted_text(words)
        return self._folded.count(wanted) if wanted else 0

    @cached_property
    def _places(self) -> Sequence[int]:
        """The place in the text of each letter of the comparable one, and of its end."""
        if self._text.isascii():
            return range(len(self._text) + 1)
        places = array("L")
        at = 0
        for run in _RUN.findall(self._text):
            if run.isascii():
                places.extend(range(at, at + len(run)))
                at += len(run)
                continue
            for character in run:
                places.extend([at] * len(_folded_character(character)))
                at += 2 if character > "\uffff" else 1
        places.append(at)
        return places


def searchable_sections(sections: Sequence[Section], aids: ReadingAids = NO_AIDS) -> SearchableText:
    """Return the texts of sections as one, with what helps to read them; nothing is found across
    two of them."""
    titled = as_titled(sections)
    texts = [*section_texts(titled), *_explanations(titled, aids)]
    if aids.tells_figures:
        texts += [figure_text(figure) for figure in figures_of(sections)]
    shown = (visible_text(text).replace("\n", LINE) for text in texts)
    return SearchableText("\u2029".join(text for text in shown if text))


def _explanations(sections: Sequence[Section], aids: ReadingAids) -> Iterator[str]:
    """Yield what is said below the headings of whole sections."""
    for section in sections:
        if section.title:
            yield aids.about(section.title)
        for block in section.blocks:
            if isinstance(block, SideBySide):
                yield from _explanations((block.left, block.right), aids)


@lru_cache(maxsize=8)
def wanted_text(words: str) -> str:
    """Return words as they stand in comparable texts."""
    return " ".join(folded_text(words).split())


def folded_text(text: str) -> str:
    """Return a text made comparable; what nothing is found across becomes a line break."""
    lower = text if text.isascii() else _NON_ASCII.sub(_folded_run, text)
    return lower.lower().replace("\t", _BARRIER)


def _folded_run(run: re.Match[str]) -> str:
    return "".join(map(_folded_character, run[0]))


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    if character in _BARRIERS:
        return _BARRIER
    if character.isspace():
        return " "
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    # Lower case at last, for it must not change in the text as a whole.
    return "".join(x for x in decomposed if not unicodedata.combining(x)).lower()
