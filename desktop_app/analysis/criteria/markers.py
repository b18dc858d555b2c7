"""The marks that authors put before the items of a list: bullets, numbers and letters.

Marks that the registry's markup knows and marks that the author typed (``\\-``, ``3\\.``, ``a)``,
``•``) are read alike, because records mix them within one list.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop_app.study.markup import unescape

_BULLET = re.compile(
    r"""\\?[*+](?=\s|\Z)
    | \\?-{1,4}(?=\s|\Z|[^\W\d_]|["'“(])
    | [•●○◦▪■□·‣⁃►➢❖✓✔\uf0b7\uf0a7]+
    | [–—](?=\s|\Z)
    | o(?=\ [A-Z])""",
    re.VERBOSE,
)
_NUMBER = re.compile(
    r"[(（](?P<both>\d{1,3})\\?[)）]\\?\.?(?!\d)"
    r"|(?P<one>\d{1,3})\\?(?P<end>[.)）．、])(?=\s|\Z|[^\W\d_]|[(（])"
)
_DOTTED = re.compile(r"(\d{1,3})\.\d{1,3}(?:\.\d{1,3}){0,3}\\?[.)]?(?=\s+[^\W\d_a-z])")
_LETTER = re.compile(r"(?P<open>\(?)(?P<word>[a-z]{1,5}|[A-Z]{1,5})\\?(?P<end>[.)])(?=\s|\Z)")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
_ROMAN_NUMBERS = tuple(_ROMAN.split())

Expects = Callable[[str, int], bool]
"""Tells whether an open list of that style awaits that ordinal next."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark as written, escapes undone; ``ordinal`` is 0 for bullets.

    ``style`` is equal for the marks of one list: ``1.`` for all numbers with a full stop.
    ``typed`` is true where the author typed the mark, so that the markup knows no list there.
    """

    text: str
    style: str
    ordinal: int = 0
    typed: bool = False


def read_marker(text: str, expects: Expects) -> tuple[Marker | None, str]:
    """Split a line (in markup, without its indent) into its mark and the rest, still in markup.

    A second mark after a bullet (``* (1)``) belongs to the mark and gives it its style.
    Letters are marks only where they begin a list or ``expects`` awaits them: "C. difficile".
    """
    bullet = _BULLET.match(text)
    if bullet is None:
        return _read_counter(text, expects)
    written = unescape(bullet[0])
    rest = text[bullet.end() :].lstrip()
    inner, rest_of_inner = _read_inner(rest, expects)
    if inner is not None:
        return Marker(f"{written} {inner.text}", inner.style, inner.ordinal, True), rest_of_inner
    return Marker(written, written, 0, bullet[0] not in ("*", "-", "+")), rest


def _read_inner(text: str, expects: Expects) -> tuple[Marker | None, str]:
    bullet = _BULLET.match(text)
    if bullet is not None and text[bullet.end() :].strip():
        written = unescape(bullet[0])
        return Marker(written, written, 0, True), text[bullet.end() :].lstrip()
    return _read_counter(text, expects)


def _read_counter(text: str, expects: Expects) -> tuple[Marker | None, str]:
    for read in (_read_dotted, _read_number, _read_letter):
        marker, end = read(text, expects)
        if marker is not None:
            return marker, text[end:].lstrip()
    return None, text


def _read_number(text: str, expects: Expects) -> tuple[Marker | None, int]:
    match = _NUMBER.match(text)
    if match is None:
        return None, 0
    style = "(1)" if match["both"] else f"1{match['end']}"
    ordinal = int(match["both"] or match["one"])
    return Marker(unescape(match[0]), style, ordinal, "\\" in match[0]), match.end()


def _read_dotted(text: str, expects: Expects) -> tuple[Marker | None, int]:
    """Read ``8.1`` where a list numbered 8 is open."""
    match = _DOTTED.match(text)
    if match is None or not any(expects(style, int(match[1]) + 1) for style in ("1.", "1)")):
        return None, 0
    return Marker(unescape(match[0]), "1.1", 0, True), match.end()


def _read_letter(text: str, expects: Expects) -> tuple[Marker | None, int]:
    match = _LETTER.match(text)
    if match is None:
        return None, 0
    for style, ordinal in _letter_readings(match):
        if expects(style, ordinal) or (ordinal == 1 and _begins_list(match, text)):
            return Marker(unescape(match[0]), style, ordinal, True), match.end()
    return None, 0


def _letter_readings(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    word, form = match["word"], f"{match['open']}{{}}{match['end']}"
    lower = word.lower()
    if len(word) == 1:
        yield form.format("a" if word.islower() else "A"), ord(lower) - ord("a") + 1
    if lower in _ROMAN_NUMBERS:
        yield form.format("i" if word.islower() else "I"), _ROMAN_NUMBERS.index(lower) + 1


def _begins_list(match: re.Match[str], text: str) -> bool:
    """Tell an item from a name ("A. baumannii"): after a capital and a stop, a capital follows."""
    if match["word"].islower() or match["end"] == ")":
        return True
    return not text[match.end() :].lstrip()[:1].islower()
