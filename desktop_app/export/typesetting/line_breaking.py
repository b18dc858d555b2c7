"""Breaks text into lines, with every word measured once for all type sizes.

Widths are in thousandths of the type size, so that another size only asks for other breaks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.fonts import width_of

_BREAKS = re.compile(
    r"(?<=[^\W\d_]{3}[-/])(?=[^\W\d_]{3})"
    r"|(?<=[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef])(?=[\u2e80-\u9fff\uac00-\ud7af（「【])"
    r"|(?<=[-\w,;)])(?=[\u2e80-\u9fff])"
)
"""Where a word may be broken: behind a hyphen between words, and between ideographs."""

_SIGNS = frozenset("<>=≤≥±~≈+−")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text that is not broken; ``gap`` is the width of the space before it, or 0."""

    text: str
    width: int
    gap: int


@dataclass(frozen=True, slots=True)
class LineBreaker:
    """Breaks texts for one document, and remembers what it has measured."""

    tokens: dict[tuple[str, str], tuple[Token, ...]] = field(default_factory=dict)
    words: dict[tuple[str, str], int] = field(default_factory=dict)
    broken: dict[tuple[str, str, int], tuple[str, ...]] = field(default_factory=dict)

    def lines(self, text: str, font: str, width: float) -> tuple[str, ...]:
        """Return the lines of a text, none wider than the width; one empty line for no text."""
        key = (text, font, int(width))
        if key not in self.broken:
            self.broken[key] = tuple(self._break(text, font, int(width)))
        return self.broken[key]

    def width(self, text: str, font: str) -> int:
        """Return the width of a word, measured once."""
        key = (text, font)
        if key not in self.words:
            self.words[key] = width_of(text, font)
        return self.words[key]

    def text_width(self, text: str, font: str) -> int:
        """Return the width of a text in one line."""
        return sum(token.gap + token.width for token in self._tokens(text, font))

    def _tokens(self, text: str, font: str) -> tuple[Token, ...]:
        key = (text, font)
        if key not in self.tokens:
            self.tokens[key] = tuple(self._split(printable(text), font))
        return self.tokens[key]

    def _split(self, text: str, font: str) -> Iterator[Token]:
        gap, space = 0, self.width(" ", font)
        for word in _glued(text.split()):
            pieces = _BREAKS.split(word) if len(word) > 6 or not word.isascii() else (word,)
            for piece in pieces:
                yield Token(piece, self.width(piece, font), gap)
                gap = 0
            gap = space

    def _break(self, text: str, font: str, width: int) -> Iterator[str]:
        line, used = "", 0
        for token in self._tokens(text, font):
            if used + token.gap + token.width <= width:
                line = f"{line} {token.text}" if token.gap and line else line + token.text
                used += token.gap + token.width if used else token.width
                continue
            if line:
                yield line
            *whole, line = self._fitting(token, font, width)
            yield from whole
            used = self.width(line, font)
        yield line

    def _fitting(self, token: Token, font: str, width: int) -> Iterator[str]:
        """Yield a piece in parts that fit: most often the piece itself."""
        if token.width <= width:
            yield token.text
            return
        part, used = "", 0
        for character in token.text:
            needed = self.width(character, font)
            if part and used + needed > width:
                yield part
                part, used = "", 0
            part += character
            used += needed
        yield part


def _glued(words: list[str]) -> Iterator[str]:
    """Yield words, joined where a break would mislead.

    So are ``≥ 18``, a dot between items with what precedes, and a count with its item:
    ``Puerto Rico 1 · Spain 2``.
    """
    held = ""
    is_list = "·" in words
    for word, following in pairwise((*words, "·")):
        is_count = is_list and word.isdecimal() and following == "·"
        if held and (word == "·" or is_count or (held in _SIGNS and word[:1].isdigit())):
            held = f"{held} {word}"
            continue
        if held:
            yield held
        held = word
    if held:
        yield held
