"""Texts as the index of words takes them: lower case, no accents."""

import re
import unicodedata
from functools import lru_cache

_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_ASCII = bytes(range(128))
# A table takes half of the time that ``bytes.lower`` takes.
_LOWER = bytes(range(256)).lower()
# To look for these alone is far quicker than to take a whole record apart.
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """Return a text in lower case and without accents; its length may differ."""
    lowered = text.lower()
    return lowered if lowered.isascii() else _BEYOND_ASCII.sub(_folded, lowered)


def lower_bytes(content: bytes) -> bytes:
    """Return a text in UTF-8 with the letters of ASCII in lower case."""
    return content.translate(_LOWER)


def fold_bytes(lowered: bytes) -> bytes:
    """Return a text of `lower_bytes` folded, as far as what comes of it is ASCII.

    A hundred times as quick as to fold it as a text: a record holds few letters with accents.
    """
    by_lead: dict[bytes, dict[bytes, bytes]] = {}
    for letter in set(lowered.translate(None, _ASCII).decode("utf-8", "ignore")):
        plain, coded = _fold_letters(letter), letter.encode()
        if plain.isascii():
            by_lead.setdefault(coded[:-1], {})[coded[-1:]] = plain.encode()
    folded = lowered
    for lead, plain_of in by_lead.items():
        # To look for one byte is far quicker than to look for two, and most letters have two.
        first, *others = folded.split(lead)
        plain_parts = (plain_of.get(part[:1], lead + part[:1]) + part[1:] for part in others)
        folded = first + b"".join(plain_parts)
    return folded


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
