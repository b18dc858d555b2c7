"""Breaks text into lines that fit, and sets them as shapes."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.analysis.pictures.shapes import Anchor, Ink, Text, TextMeasure, Type

ELLIPSIS = "…"
_FIRST_REACH = 16
"""Characters of a word that is too long that are tried at first."""
_SPACES = re.compile(r"[ \t\r\f\v\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_OPENING, _CLOSING = "（「『《〈【“‘", "），。、；：？！」』》〉】”’…"
"""Signs that do not end a line of Chinese, and signs that do not begin one."""
_OF_ITS_OWN = r"\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_IDEOGRAPH = re.compile(f"[{_OF_ITS_OWN}]")
_UNBREAKABLE = re.compile(
    f"[{_OPENING}]*(?:[{_OF_ITS_OWN}]|[^{_OF_ITS_OWN}{_OPENING}{_CLOSING}]+)[{_CLOSING}]*"
    f"|[{_OPENING}{_CLOSING}]+"
)
"""A letter of Chinese, which parts from the next without a blank, or a word of others in it."""


def wrapped(text: str, width: float, type: Type, measure: TextMeasure) -> tuple[str, ...]:
    """Return the text in lines of at most a width; a word that is too long is broken."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        # A space that does not break, as before a per cent sign, is no place to break at.
        words = [word for word in _SPACES.split(paragraph) if word]
        lines += _lines(_unbreakable(words), width, type, measure)
    return tuple(lines)


def _unbreakable(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what stays on one line, each behind what parts it from the one before."""
    for word in words:
        pieces = _UNBREAKABLE.findall(word) if _IDEOGRAPH.search(word) else (word,)
        for number, piece in enumerate(pieces):
            yield "" if number else " ", piece


def _lines(
    words: Iterable[tuple[str, str]], width: float, type: Type, measure: TextMeasure
) -> Iterator[str]:
    line = ""
    for between, word in words:
        longer = f"{line}{between}{word}" if line else word
        if measure.width(longer, type) <= width:
            line = longer
            continue
        if line:
            yield line
        *whole, line = _pieces(word, width, type, measure)
        yield from whole
    if line:
        yield line


def _pieces(word: str, width: float, type: Type, measure: TextMeasure) -> list[str]:
    """Return a word in pieces that fit; at least one character a piece."""
    pieces, start = [], 0
    while start < len(word):
        end = _fitting_end(word, start, width, type, measure)
        pieces.append(word[start:end])
        start = end
    return pieces


def _fitting_end(word: str, start: int, width: float, type: Type, measure: TextMeasure) -> int:
    low, high = start + 1, min(start + _FIRST_REACH, len(word))
    # Only so much of the word is measured as may fit: it can have a hundred thousand characters.
    while high < len(word) and measure.width(word[start:high], type) <= width:
        low, high = high, min(start + 2 * (high - start), len(word))
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(word[start:middle], type) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def shortened(
    text: str, width: float, type: Type, measure: TextMeasure, most_lines: int
) -> tuple[str, ...]:
    """Return at most so many lines; where more would follow, the last one ends in an ellipsis.

    Only for texts that are whole elsewhere beside the picture.
    """
    lines = wrapped(text, width, type, measure)
    if len(lines) <= most_lines:
        return lines
    last = lines[most_lines - 1]
    while last and measure.width(last + ELLIPSIS, type) > width:
        last = last[:-1].rstrip()
    return (*lines[: most_lines - 1], last + ELLIPSIS)


def set_lines(
    lines: tuple[str, ...],
    x: float,
    top: float,
    type: Type,
    measure: TextMeasure,
    *,
    ink: Ink = Ink.TEXT,
    anchor: Anchor = Anchor.START,
) -> tuple[Text, ...]:
    """Return lines one below the other, the first one's top at ``top``."""
    step, ascent = measure.line_height(type), measure.ascent(type)
    return tuple(
        Text(x, top + number * step + ascent, line, type, ink, anchor, measure.width(line, type))
        for number, line in enumerate(lines)
    )
