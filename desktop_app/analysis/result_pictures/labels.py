"""Labels that had to be shortened, and can still be told apart."""

from collections.abc import Sequence

from desktop_app.analysis.pictures.lettering import ELLIPSIS, shortened
from desktop_app.analysis.pictures.shapes import TextMeasure, Type

Lines = tuple[str, ...]
_MOST_CHARACTERS = 600
"""More never fits into a few lines; measuring it would only cost time."""


def short(text: str, width: float, type: Type, measure: TextMeasure, most_lines: int) -> Lines:
    """Return at most so many lines of a text, which may be very long; see ``shortened``."""
    if len(text) > _MOST_CHARACTERS:
        text = text[:_MOST_CHARACTERS] + ELLIPSIS
    return shortened(text, width, type, measure, most_lines)


def told_apart(
    texts: Sequence[str], width: float, type: Type, measure: TextMeasure, most_lines: int
) -> tuple[Lines, ...]:
    """Return each text in at most so many lines.

    Different texts that would read alike get one line for the words with which all of them begin,
    and the others for what follows: ``Phase 1: Dose…``, ``50 mg daily``.
    """
    labels = [short(text, width, type, measure, most_lines) for text in texts]
    alike: dict[Lines, list[int]] = {}
    for place, lines in enumerate(labels):
        alike.setdefault(lines, []).append(place)
    for places in alike.values():
        same = [texts[place].split() for place in places]
        shared = _shared_beginning(same)
        if all(words == same[0] for words in same) or not shared:
            continue
        for place, words in zip(places, same, strict=True):
            head = short(" ".join(words[:shared]), width, type, measure, 1)
            rest = short(" ".join(words[shared:]), width, type, measure, most_lines)
            labels[place] = (*head, *rest)
    return tuple(labels)


def _shared_beginning(texts: Sequence[Sequence[str]]) -> int:
    """Return with how many words all texts begin."""
    shared = 0
    for words in zip(*texts, strict=False):
        if len(set(words)) > 1:
            break
        shared += 1
    return shared
