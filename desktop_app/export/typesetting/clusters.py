"""What a reader takes for one character: a letter with its marks, which no line break divides."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 64
"""Characters; no language has a letter with more marks, but a text may have any number."""

_JOINERS = "\u200c\u200d"
_LINKS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2")
"""Signs between two consonants of a script that draws them as one (virama)."""

_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_VOWELS_OF_HANGUL = range(0x1160, 0x1200)

_PLAIN = re.compile(r"[ -\u02ff\u2e80-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ud7a3]*")
"""Texts whose characters all stand for themselves."""


def clusters(text: str) -> Iterator[str]:
    """Yield a text in letters, each with the marks that belong to it."""
    if _PLAIN.fullmatch(text):
        yield from text
        return
    held = ""
    for character in text:
        if held and not _is_part(held, character):
            yield held
            held = ""
        held += character
    if held:
        yield held


def is_mark(character: str) -> bool:
    """Tell whether a character stands on the one before it."""
    return unicodedata.category(character)[0] == "M"


def has_marks(text: str) -> bool:
    """Tell whether any character of a text stands on another one."""
    return _PLAIN.fullmatch(text) is None and any(is_mark(character) for character in text)


def _is_part(held: str, character: str) -> bool:
    code = ord(character)
    if held.isspace() or len(held) == LONGEST:
        return False
    if is_mark(character) or character in _JOINERS or code in _SKIN_TONES:
        return True
    if code in _VOWELS_OF_HANGUL:
        return 0x1100 <= ord(held[0]) < 0x1200
    if code in _FLAGS:
        return len(held) == 1 and ord(held) in _FLAGS
    last = held.rstrip(_JOINERS)[-1:]
    return last in _LINKS and ord(last) >> 7 == code >> 7
