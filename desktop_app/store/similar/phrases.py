"""Names that are alike in part: the words that they share, one after the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from desktop_app.store.similar.plain_words import COMMON, GENERAL, plain_word, raw_words

_ANY_WORDS = re.compile(r"[^\W_]+")
_MOST_NAMES = 40
# What is left of "small cell" and "squamous cell" alike.
_NEVER_FIRST = COMMON | {"cell"}


def shared_phrases(mine: Iterable[str], others: Iterable[str]) -> list[str]:
    """Return what some names have in common with some others, as the first are written.

    That are two words or more, or a whole name of one word that the other one holds. Common words
    alone, and general ones such as ``cancer``, are no likeness.
    """
    other_words = [_plain(name) for name in list(others)[:_MOST_NAMES]]
    pairs = {pair for words in other_words for pair in pairwise(words)}
    single = {word for words in other_words for word in words}
    whole = {words[0] for words in other_words if len(words) == 1}
    found: dict[str, str] = {}
    for name in list(mine)[:_MOST_NAMES]:
        words = _plain(name)
        for run in _runs(words, pairs, single, whole):
            start, end = _trimmed(words, *run)
            if _tells(words[start:end]):
                found.setdefault(" ".join(words[start:end]), _written(name, words, start, end))
    return _longest(found)


def _runs(
    words: Sequence[str], pairs: set[tuple[str, str]], single: set[str], whole: set[str]
) -> Iterator[tuple[int, int]]:
    """Yield where words stand that other names hold in the same order."""
    start = 0
    for end in range(1, len(words) + 1):
        if end < len(words) and (words[end - 1], words[end]) in pairs:
            continue
        word = words[start]
        is_name = len(words) == 1 and word in single
        if end - start > 1 or is_name or word in whole:
            yield start, end
        start = end


def _trimmed(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Return where a phrase stands without the words at its ends that say little."""
    while start < end and words[start] in _NEVER_FIRST:
        start += 1
    while start < end and words[end - 1] in COMMON:
        end -= 1
    return start, end


def _tells(words: Sequence[str]) -> bool:
    telling = [word for word in words if word not in COMMON and len(word) > 1]
    if len(telling) > 1:
        return True
    return bool(telling) and telling[0] not in GENERAL and not telling[0].isdecimal()


def _written(name: str, words: Sequence[str], start: int, end: int) -> str:
    """Return words of a name as they are written, as far as these can be told."""
    places = list(_ANY_WORDS.finditer(name))
    if len(places) != len(words):
        return " ".join(words[start:end])
    return name[places[start].start() : places[end - 1].end()]


def _longest(found: dict[str, str]) -> list[str]:
    """Return the phrases that are no part of another one."""
    return [
        written
        for phrase, written in found.items()
        if not any(f" {phrase} " in f" {other} " for other in found if other != phrase)
    ]


# The names of one study are compared with those of several.
@lru_cache(4_096)
def _plain(name: str) -> Sequence[str]:
    words = [plain_word(word) for word in raw_words(name)]
    for place in range(len(words) - 1):
        if words[place] == "non":
            # Small cell cancer is none of the kinds of non-small cell cancer.
            words[place + 1] = f"non{words[place + 1]}"
    return words
