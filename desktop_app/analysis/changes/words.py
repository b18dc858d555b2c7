"""What changed within a text, word by word.

The time that this takes is bounded: texts without much in common, and huge ones, are compared line
by line, and what cannot be compared in time counts as replaced. Nothing is ever left out: but for
blanks, the kept and the removed pieces are the old text, the kept and the added ones the new text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_TOKEN = re.compile(r"\s*(?:\d[\d.,:/–-]*\d(?!\w)|\w+|[^\w\s])")
"""A word, a number or date as a whole, or a sign, with the blanks before it."""
_MOST_STEPS = 1_000_000
"""Products of lengths that are compared: beyond that a comparison takes more than 0.2 s."""
_LEAST_COMMON = 0.25
"""Share of words in common below which two texts are shown as one that replaced the other."""
_SHORTEST_KEPT = 2
"""Words between two changes that are worth showing as kept."""


class Mark(Enum):
    """What became of a piece of a text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, with the blanks between them as they stand in the text."""

    mark: Mark
    text: str


Run = tuple[Sequence[str], Sequence[str], bool]
"""Tokens of the old and the new text, and whether they are the same."""


def marked_words(old: str, new: str) -> tuple[Piece, ...]:
    """Return both texts as pieces in one order; white space at line ends does not count."""
    before, after = tidy(old), tidy(new)
    pieces: list[Piece] = []
    for mine, theirs, is_same in _runs(before, after):
        if is_same:
            _append(pieces, Mark.KEPT, "".join(theirs))
        else:
            _append(pieces, Mark.REMOVED, "".join(mine))
            _append(pieces, Mark.ADDED, "".join(theirs))
    return tuple(pieces)


def tidy(text: str) -> str:
    """Return a text with single blanks, and without blank lines."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _append(pieces: list[Piece], mark: Mark, text: str) -> None:
    if not text:
        return
    if pieces and pieces[-1].mark is mark:
        pieces[-1] = Piece(mark, pieces[-1].text + text)
    else:
        pieces.append(Piece(mark, text))


def _runs(old: str, new: str) -> Iterator[Run]:
    """Yield what is the same and what differs: line by line first, then within the lines."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if len(before) * len(after) > _MOST_STEPS:
        yield from _around(before, after)
        return
    for mine, theirs, is_same in _compared(before, after):
        if is_same:
            yield mine, theirs, True
        else:
            yield from _word_runs("".join(mine), "".join(theirs))


def _word_runs(old: str, new: str) -> Iterator[Run]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    tail_old, tail_new = old[len("".join(before)) :], new[len("".join(after)) :]
    before += [tail_old] if tail_old else []
    after += [tail_new] if tail_new else []
    if len(before) * len(after) > _MOST_STEPS:
        yield from _around(before, after)
        return
    yield from _readable(list(_compared(before, after)))


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    keys_old, keys_new = [one.strip() for one in before], [one.strip() for one in after]
    matcher = SequenceMatcher(None, keys_old, keys_new, autojunk=False)
    for kind, start, end, from_, to in matcher.get_opcodes():
        yield before[start:end], after[from_:to], kind == "equal"


def _around(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    """Yield the same beginning, all between as replaced, and the same end."""
    most = min(len(before), len(after))
    head = 0
    while head < most and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    yield before[:head], after[:head], True
    yield before[head : len(before) - tail], after[head : len(after) - tail], False
    yield before[len(before) - tail :], after[len(after) - tail :], True


def _readable(runs: list[Run]) -> Iterator[Run]:
    """Yield the runs without single words that are the same by chance between two changes."""
    kept = sum(len(run[0]) for run in runs if run[2])
    total = max(sum(len(run[0]) for run in runs), sum(len(run[1]) for run in runs))
    if kept < _LEAST_COMMON * total:
        yield _all_of(runs)
        return
    waiting: list[Run] = []
    for at, run in enumerate(runs):
        is_between = 0 < at < len(runs) - 1
        if run[2] and not (is_between and _words_in(run[0]) < _SHORTEST_KEPT):
            if waiting:
                yield _all_of(waiting)
            waiting = []
            yield run
        else:
            waiting.append(run)
    if waiting:
        yield _all_of(waiting)


def _all_of(runs: Sequence[Run]) -> Run:
    old = [token for run in runs for token in run[0]]
    new = [token for run in runs for token in run[1]]
    return old, new, old == new


def _words_in(tokens: Sequence[str]) -> int:
    return sum(1 for token in tokens if token.strip().isalnum())
