"""Finds words of the application's own that were not said through its catalogues."""

import re
from collections.abc import Iterable

from desktop_app import APPLICATION
from tests.pseudo_language import CLOSING, OPENING

_MARKS = re.compile(f"[{OPENING}{CLOSING}]")
_WORD = re.compile(r"[A-Za-zÀ-ž]{3,}")
_NAMES = {*APPLICATION.split(), "clinicaltrials", "gov", "https", "org", "json", "sha"}
"""Names and parts of addresses, which are the same in every language."""


def unmarked(text: str) -> str:
    """Return what stands outside the marks of the pseudo-language; values within are left out."""
    kept, depth, last = [], 0, 0
    for mark in _MARKS.finditer(text):
        if depth == 0:
            kept.append(text[last : mark.start()])
        depth += 1 if mark[0] == OPENING else -1
        last = mark.end()
    return " ".join((*kept, text[last:]))


def unsaid_words(texts: Iterable[str], record: str) -> set[str]:
    """Return words that were neither said through a catalogue nor are the record's.

    A line may end within a word, so that the record is searched without its white space.
    """
    known = {name.casefold() for name in _NAMES}
    squeezed = "".join(record.split()).casefold()
    found = {word for text in texts for word in _WORD.findall(unmarked(text))}
    return {
        word for word in found if word.casefold() not in known and word.casefold() not in squeezed
    }
