"""Shapes words: joins Arabic letters, reorders Devanagari vowels, puts marks on their letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

import uharfbuzz  # type: ignore[import-untyped]

from desktop_app.export.typesetting.embedded_font import Component, EmbeddedFont
from desktop_app.export.typesetting.fonts import font
from desktop_app.resource_files import resource_path

_PLAIN = {"kern": False, "liga": False, "clig": False}
_MOST_SAID = 30
"""Characters that one glyph stands for: some readers take no more than 63 units of UTF-16."""

_PLAIN_SCRIPTS = ("Latn", "Grek", "Cyrl", "Zyyy", "Zinh")


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word as its font draws it.

    ``drawn`` are characters of that font, from left to right; the width is in thousandths of the
    type size.
    """

    drawn: str
    width: int


class _Letter(NamedTuple):
    """A letter with its marks: its glyphs, their common advance, and the characters it shows."""

    parts: tuple[Component, ...]
    advance: int
    said: str


@lru_cache(maxsize=4096)
def shaped(text: str, name: str, *, is_leftward: bool, is_bold: bool) -> Shaped:
    """Return a word in a font of ``resources/fonts``, which has all its characters.

    A font that has no bold one beside it is made bolder.
    """
    buffer: Any = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if is_leftward else "ltr"
    # The language of the machine must not change what is drawn.
    buffer.language = "und"
    buffer.guess_segment_properties()
    plain = buffer.script in _PLAIN_SCRIPTS
    uharfbuzz.shape(_font(name), buffer, _PLAIN if plain else {})
    letters = list(_letters(buffer, text))
    if is_bold:
        letters = [letter._replace(parts=font(name).bolder(letter.parts)) for letter in letters]
    turned = _said_in_turn if is_leftward else _said_at_once
    drawn = "".join(character for letter in letters for character in turned(letter, font(name)))
    widths = font(name).face.charWidths
    return Shaped(drawn, sum(round(widths[ord(character)]) for character in drawn))


@lru_cache(maxsize=32)
def _font(name: str) -> Any:
    blob = uharfbuzz.Blob.from_file_path(str(resource_path("fonts", f"{name}.ttf")))
    return uharfbuzz.Font(uharfbuzz.Face(blob))


def _letters(buffer: Any, text: str) -> Iterator[_Letter]:
    """Yield each letter with its marks, from left to right."""
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(zip(starts, (*starts[1:], len(text)), strict=True))
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    for start, members in groupby(glyphs, lambda glyph: glyph[0].cluster):
        yield _letter(members, text[start : ends[start]])


def _letter(glyphs: Iterable[Any], said: str) -> _Letter:
    parts, pen = [], 0
    for info, position in glyphs:
        parts.append(Component(info.codepoint, pen + position.x_offset, position.y_offset))
        pen += position.x_advance
    return _Letter(tuple(parts), pen, said)


def _said_at_once(letter: _Letter, drawn_in: EmbeddedFont) -> Iterator[str]:
    """Yield a letter, and blank ones behind it for what a reader takes of no single glyph."""
    places = range(0, len(letter.said), _MOST_SAID)
    first, *others = (letter.said[at : at + _MOST_SAID] for at in places)
    share = letter.advance // len(places)
    width = letter.advance - share * len(others)
    # Where a font takes no more glyphs, the characters stand as they are.
    yield drawn_in.composed(letter.parts, width, first) or first
    for said in others:
        yield drawn_in.composed((), share, said) or said


def _said_in_turn(letter: _Letter, drawn_in: EmbeddedFont) -> Iterator[str]:
    """Yield a letter of a word that runs to the left, behind what follows it in the text.

    Readers order such words by the places of their characters. So each character has a glyph, all
    but the first one without ink, and a share of the width, without which some readers drop it.
    """
    first, others = letter.said[0], letter.said[1:]
    share = letter.advance // len(letter.said)
    for character in reversed(others):
        yield drawn_in.composed((), share, character) or character
    shift = share * len(others)
    moved = [Component(part.glyph, part.x - shift, part.y) for part in letter.parts]
    yield drawn_in.composed(moved, letter.advance - shift, first) or first
