"""Breaks text into lines, with every word measured once for all type sizes.

Widths are in thousandths of the type size, so that another size only asks for other breaks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.clusters import clusters
from desktop_app.export.typesetting.directions import directed, has_right_to_left
from desktop_app.export.typesetting.drawn_text import line_width

_IDEOGRAPH = (
    "[\u2e80-\u30ff\u3190-\u31ff\u3220-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f"
    "\U00020000-\U0003ffff]"
)
"""What is written without spaces in Chinese and Japanese; Korean has spaces between its words."""

_NO_START = (
    "[\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b-\u301f"
    "\u302a-\u302f\u303b\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e"
    "\u3095\u3096\u3099-\u309e\u30a0\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7"
    "\u30ee\u30f5\u30f6\u30fb-\u30fe\u31f0-\u31ff！％），．：；？］｝｠｡｣-･ｧ-ｰﾞﾟ]"
)
"""What begins no line: marks that close or end, small and repeated letters of Japanese."""

_NO_END = "[\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d＄（［｛｟｢￠-￦]"
"""What ends no line: brackets that open, and signs of currencies."""

_HANGUL = "[\u1100-\u11ff\uac00-\ud7ff]"
_THAI = "[\u0e01-\u0e4e]"
_IN_LATIN = re.compile(r"(?<=[^\W\d_]{3}[-/])(?=[^\W\d_]{3})")
_ANYWHERE = re.compile(
    rf"{_IN_LATIN.pattern}"
    rf"|(?<={_IDEOGRAPH})(?<!{_NO_END})(?={_IDEOGRAPH}|[0-9A-Za-z\u00c0-\u052f([])(?!{_NO_START})"
    rf"|(?<=[-\w,;)\]])(?<!{_HANGUL})(?<!{_NO_END})(?={_IDEOGRAPH})(?!{_NO_START})"
    rf"|(?<={_THAI})(?<![\u0e40-\u0e44])(?=[\u0e40-\u0e440-9A-Za-z])"
    r"|(?<=[\u0e2f\u0e460-9A-Za-z])(?=[\u0e01-\u0e2e])"
)
"""Where a word may be broken: behind a hyphen between words, between ideographs, and in Thai
before the vowels with which a syllable begins."""

_WORDS, _USUAL = 20_000, 40
"""How many words are remembered, and how long they may be in characters."""
_BREAKING_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
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
    broken: dict[tuple[str, str, int], tuple[str, ...]] = field(default_factory=dict)

    def lines(self, text: str, font: str, width: float) -> tuple[str, ...]:
        """Return the lines of a text, none wider than the width; one empty line for no text.

        Lines of a text that runs to the left, also in part, hold marks that keep its order.
        """
        key = (text, font, int(width))
        if key not in self.broken:
            lines = tuple(self._break(text, font, int(width)))
            self.broken[key] = directed(lines) if has_right_to_left(text) else lines
        return self.broken[key]

    def width(self, text: str, font: str) -> int:
        """Return the width of a word."""
        return _word_width(text, font) if len(text) <= _USUAL else line_width(text, font)

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
        for word in _glued(list(_words(text))):
            for piece in _parts(word):
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
        letters = list(clusters(token.text))
        start = 0
        while start < len(letters):
            end = self._end(letters, start, font, width)
            yield "".join(letters[start:end])
            start = end

    def _end(self, letters: Sequence[str], start: int, font: str, width: int) -> int:
        """Return where a line ends that begins at a letter: behind that one at the earliest.

        Letters that join are hardly ever wider than alone, but the line is measured to be sure.
        """
        end, used = start, 0
        while end < len(letters) and used <= width:
            used += self.width(letters[end], font)
            end += 1
        end -= used > width
        while end > start + 1 and line_width("".join(letters[start:end]), font) > width:
            end -= 1
        return max(end, start + 1)


@lru_cache(maxsize=_WORDS)
def _word_width(text: str, font: str) -> int:
    """Return the width of a word, measured once for many documents: they use the same words."""
    return line_width(text, font)


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text; what a no-break space joins is one where it is short.

    Texts that were pasted may have such spaces between all of their words.
    """
    if "\u00a0" not in text and "\u202f" not in text:
        yield from text.split()
        return
    for word in _BREAKING_SPACE.split(text.strip()):
        joined = word.strip("\u00a0\u202f")
        if len(joined) <= _USUAL:
            yield from (joined,) if joined else ()
        else:
            yield from joined.split()


def _parts(word: str) -> Sequence[str]:
    """Return a word in the parts between which a line may end."""
    if word.isascii():
        return _IN_LATIN.split(word) if len(word) > 6 else (word,)
    return _ANYWHERE.split(word)


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
