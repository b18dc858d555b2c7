"""Names and words as tokens of the index."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from zlib import crc32

from desktop_app.store.similar.plain_words import (
    COMMON,
    Remembered,
    official_name,
    plain_name,
    plain_word,
)


class Tokens(Remembered):
    """The token of each name that was asked for: ``xqc2676926817``, empty where it says nothing."""

    def __init__(self, kind: str, plain: Callable[[str], str]) -> None:
        super().__init__(self._token)
        self._kind = kind
        self._plain = plain

    def _token(self, name: str) -> str:
        plain = self._plain(name)
        return f"{self._kind}{trait_number(self._kind + plain)}" if plain else ""


def trait_number(name: str) -> int:
    """Return the number that stands for a kind and a plain name, of 32 bits."""
    return crc32(name.encode("utf-8", "replace"))


def number_of(token: str) -> int:
    """Return the number in a token."""
    return int(token[3:])


def numbers_of(tokens: str) -> array[int]:
    """Return the numbers in tokens that have spaces between them."""
    return array("I", [int(token[3:]) for token in tokens.split()])


def _plain_official(name: str) -> str:
    return plain_name(official_name(name))


def _telling_word(word: str) -> str:
    plain = plain_word(word)
    return "" if plain in COMMON or len(plain) < 2 else plain


CONDITION = Tokens("xqc", plain_name)
"""Conditions and keywords."""
INTERVENTION = Tokens("xqi", plain_name)
"""Interventions, by any of their names."""
TERM = Tokens("xqm", str.lower)
"""MeSH terms of conditions and interventions, and those above them."""
TITLE_WORD = Tokens("xqw", _telling_word)
"""Raw words of titles and conditions, as far as not too many studies share them."""
SPONSOR = Tokens("xqs", plain_name)
"""Lead sponsors and collaborators."""
OFFICIAL = Tokens("xqp", _plain_official)
"""Persons who are responsible for a study as a whole."""
