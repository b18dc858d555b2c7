"""Texts as the index of words takes them: lower case, no accents."""

import re
import unicodedata
from functools import lru_cache

_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_ASCII = bytes(range(128))
# To look for these alone is far quicker than to take a whole record apart.
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """Return a text in lower case and without accents; its length may differ."""
    lowered = text.lower()
    return lowered if lowered.isascii() else _BEYOND_ASCII.sub(_folded, lowered)


def fold_bytes(content: bytes) -> bytes:
    """Return a text in UTF-8 folded, as far as what comes of it is ASCII.

    A hundred times as quick as to fold it as a text: a record holds few letters with accents.
    """
    lowered = content.lower()
    beyond = lowered.translate(None, _ASCII)
    for letter in set(beyond.decode("utf-8", "ignore")):
        plain = _fold_letters(letter)
        if plain.isascii():
            lowered = lowered.replace(letter.encode(), plain.encode())
    return lowered


def fold_in_place(text: str) -> tuple[str, list[int] | None]:
    """Return a text folded, and for each letter of that its place in the text.

    None instead of the places where they are the same.
    """
    folded = fold(text)
    if len(folded) == len(text):
        return folded, None
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for one in fold(letter):
            letters.append(one)
            places.append(place)
    return "".join(letters), places


def _folded(match: re.Match[str]) -> str:
    return _fold_letters(match[0])


@lru_cache(maxsize=4_096)
def _fold_letters(letters: str) -> str:
    # The micro sign is the Greek letter to the index.
    decomposed = unicodedata.normalize("NFD", letters.lower().replace("\u00b5", "\u03bc"))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed))
