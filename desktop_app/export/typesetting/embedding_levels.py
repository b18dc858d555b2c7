"""The levels of the Unicode bidirectional algorithm, rule by rule as UAX #9 names them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_ARABIC = re.compile("[\u0600-\u07bf\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufeff\U0001ee00-\U0001eeff]")
_TO_THE_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufb4f\U00010800-\U00010fff\U0001e800-\U0001efff]")
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "ES", "ET", "CS"))
_DEEPEST = 63
"""How many brackets the algorithm holds open."""


def class_of(character: str) -> str:
    """Return the bidirectional class of a character, also of one that is not assigned."""
    known = unicodedata.bidirectional(character)
    if known:
        return known
    if _ARABIC.match(character):
        return "AL"
    return "R" if _TO_THE_LEFT.match(character) else "L"


def levels(text: str, base: int) -> list[int]:
    """Return the level of every character of a paragraph whose own level is 0 or 1.

    Spaces at the end have the level of the paragraph.
    """
    shown = [index for index, character in enumerate(text) if class_of(character) != "BN"]
    letters = [text[index] for index in shown]
    types = _resolved(letters, "R" if base else "L")
    found = [base] * len(text)
    for index, resolved in zip(shown, types, strict=True):
        found[index] = _level(resolved, base)
    for index in range(1, len(text)):
        if class_of(text[index]) == "BN":
            found[index] = found[index - 1]
    for index in range(len(text.rstrip()), len(text)):
        found[index] = base
    return found


def _level(resolved: str, base: int) -> int:
    """Rules I1 and I2."""
    if base:
        return 1 if resolved == "R" else 2
    return {"L": 0, "R": 1}.get(resolved, 2)


def _resolved(letters: Sequence[str], base: str) -> list[str]:
    """Return L, R, EN or AN for every character."""
    given = [class_of(letter) for letter in letters]
    types = list(given)
    _marks(types, base)
    _numbers(types, base)
    _separators(types)
    _numbers_in_latin(types, base)
    _brackets(letters, given, types, base)
    _neutrals(types, base)
    return types


def _marks(types: list[str], base: str) -> None:
    """Rule W1: a mark is of the class of its letter."""
    for index, found in enumerate(types):
        if found == "NSM":
            types[index] = types[index - 1] if index else base


def _numbers(types: list[str], base: str) -> None:
    """Rules W2 and W3: figures behind Arabic letters are Arabic; these letters then run left."""
    strong = base
    for index, found in enumerate(types):
        if found in ("L", "R", "AL"):
            strong = found
        elif found == "EN" and strong == "AL":
            types[index] = "AN"
    types[:] = ["R" if found == "AL" else found for found in types]


def _separators(types: list[str]) -> None:
    """Rules W4 to W6: what stands within or at a number belongs to it."""
    for index in range(1, len(types) - 1):
        before, found, after = types[index - 1 : index + 2]
        if before == after and (found, after) in (("ES", "EN"), ("CS", "EN"), ("CS", "AN")):
            types[index] = after
    for start, end in list(_stretches_of(types, frozenset(("ET",)))):
        if "EN" in (*types[max(start - 1, 0) : start], *types[end : end + 1]):
            types[start:end] = ["EN"] * (end - start)
    types[:] = ["ON" if found in ("ES", "ET", "CS") else found for found in types]


def _numbers_in_latin(types: list[str], base: str) -> None:
    """Rule W7."""
    strong = base
    for index, found in enumerate(types):
        if found in ("L", "R"):
            strong = found
        elif found == "EN" and strong == "L":
            types[index] = "L"


def _brackets(letters: Sequence[str], given: Sequence[str], types: list[str], base: str) -> None:
    """Rule N0: a pair of brackets goes with what it holds."""
    for opening, closing in sorted(_pairs(letters, types)):
        direction = _direction_of_pair(types, opening, closing, base)
        if direction:
            for bracket in (opening, closing):
                types[bracket] = direction
                following = bracket + 1
                while following < len(types) and given[following] == "NSM":
                    types[following] = direction
                    following += 1


def _pairs(letters: Sequence[str], types: Sequence[str]) -> Iterator[tuple[int, int]]:
    from bidi.mirror import MIRRORED  # type: ignore[import-untyped]  # loaded for such text only

    open_: list[tuple[str, int]] = []
    for index, letter in enumerate(letters):
        kind = unicodedata.category(letter) if types[index] == "ON" else ""
        if kind == "Ps" and letter in MIRRORED:
            if len(open_) == _DEEPEST:
                return
            open_.append((_canonical(MIRRORED[letter]), index))
        elif kind == "Pe":
            held = [n for n, (closing, _) in enumerate(open_) if closing == _canonical(letter)]
            if held:
                yield open_[held[-1]][1], index
                del open_[held[-1] :]


def _canonical(bracket: str) -> str:
    return unicodedata.normalize("NFD", bracket)


def _direction_of_pair(types: Sequence[str], opening: int, closing: int, base: str) -> str:
    inside = {_strong(found) for found in types[opening + 1 : closing]} - {""}
    if base in inside or not inside:
        return base if inside else ""
    before = (_strong(types[at]) for at in range(opening - 1, -1, -1))
    return next((found for found in before if found), base)


def _strong(found: str) -> str:
    return "L" if found == "L" else "R" if found in ("R", "EN", "AN") else ""


def _neutrals(types: list[str], base: str) -> None:
    """Rules N1 and N2: between two of one direction they are of that one, else as the paragraph."""
    for start, end in list(_stretches_of(types, _NEUTRAL)):
        before = _strong(types[start - 1]) if start else base
        after = _strong(types[end]) if end < len(types) else base
        types[start:end] = [before if before == after else base] * (end - start)


def _stretches_of(types: Sequence[str], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = -1
    for index, found in enumerate((*types, "")):
        if found in wanted and start < 0:
            start = index
        elif found not in wanted and start >= 0:
            yield start, index
            start = -1
