"""The direction of writing: in which order the characters of a line stand, left to right.

The Unicode bidirectional algorithm (UAX #9) for text without controls of direction: those of a
record are shown as marks and turn nothing. An even level runs to the right, an odd one to the left.
Levels are found for a whole paragraph, and its lines then carry them as invisible marks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from desktop_app.export.typesetting.embedding_levels import class_of, levels

T = TypeVar("T")

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of the scripts that are written to the left."""

_MARKS = "\u200e\u200f\u2066"
"""What begins a stretch of level 0, 1 or 2 in a line; a printable text has none of its own."""

_STRETCHES = re.compile(f"([{_MARKS}])([^{_MARKS}]*)")


def has_right_to_left(text: str) -> bool:
    """Tell whether any character of a text is of a script that is written to the left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Tell whether a paragraph is: its first letter decides; such lines belong to the right."""
    if not has_right_to_left(text):
        return False
    classes = (class_of(character) for character in text)
    return next((found in ("R", "AL") for found in classes if found in ("L", "R", "AL")), False)


def directed(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of one paragraph, each with the marks that keep its order."""
    text = " ".join(lines)
    found = levels(text, int(is_right_to_left(text)))
    marked, start = [], 0
    for line in lines:
        own = found[start : start + len(line)]
        pairs = zip(line, own, strict=True)
        stretched = "".join(_MARKS[level] + part for level, part in _grouped(pairs))
        marked.append(stretched if any(own) else line)
        start += len(line) + 1
    return tuple(marked)


def stretches(line: str) -> list[tuple[int, str]]:
    """Return the stretches of one level of a line in the order of reading, without marks."""
    if _is_marked(line):
        return [(_MARKS.index(mark), text) for mark, text in _STRETCHES.findall(line)]
    if not has_right_to_left(line):
        return [(0, line)]
    return list(_grouped(zip(line, levels(line, int(is_right_to_left(line))), strict=True)))


def unmarked(line: str) -> str:
    """Return a line without the marks of its order."""
    return "".join(text for _, text in stretches(line)) if _is_marked(line) else line


def visual_order(items: Sequence[tuple[int, T]]) -> list[T]:
    """Return the items of a line, each with its level, from left to right."""
    order = list(range(len(items)))
    levels_of = [level for level, _ in items]
    for bound in range(max(levels_of, default=0), 0, -1):
        turned: list[int] = []
        start = 0
        for place, index in enumerate((*order, None)):
            if index is not None and levels_of[index] >= bound:
                continue
            turned += order[start:place][::-1] if place > start else ()
            turned += () if index is None else (index,)
            start = place + 1
        order = turned
    return [items[index][1] for index in order]


def _is_marked(line: str) -> bool:
    return line != "" and line[0] in _MARKS


def _grouped(pairs: Iterable[tuple[str, int]]) -> Iterator[tuple[int, str]]:
    for level, members in groupby(pairs, lambda pair: pair[1]):
        yield level, "".join(character for character, _ in members)
