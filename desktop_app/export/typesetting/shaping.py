"""Shapes words: joins Arabic letters, reorders Devanagari vowels, puts marks on their letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

import uharfbuzz  # type: ignore[import-untyped]

from desktop_app.export.typesetting.embedded_font import Component
from desktop_app.export.typesetting.fonts import font
from desktop_app.resource_files import resource_path

_PLAIN = {"kern": False, "liga": False, "clig": False}
_PLAIN_SCRIPTS = ("Latn", "Grek", "Cyrl", "Zyyy", "Zinh")


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word as its font draws it.

    ``drawn`` are characters of that font, from left to right; the width is in thousandths of the
    type size.
    """

    drawn: str
    width: int


@lru_cache(maxsize=4096)
def shaped(text: str, name: str, is_leftward: bool) -> Shaped:
    """Return a word in a font of ``resources/fonts``, which has all its characters."""
    buffer: Any = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if is_leftward else "ltr"
    # The language of the machine must not change what is drawn.
    buffer.language = "und"
    buffer.guess_segment_properties()
    plain = buffer.script in _PLAIN_SCRIPTS
    uharfbuzz.shape(_font(name), buffer, _PLAIN if plain else {})
    drawn = "".join(_drawn(buffer, text, name, is_leftward))
    widths = font(name).face.charWidths
    return Shaped(drawn, sum(round(widths[ord(character)]) for character in drawn))


@lru_cache(maxsize=32)
def _font(name: str) -> Any:
    blob = uharfbuzz.Blob.from_file_path(str(resource_path("fonts", f"{name}.ttf")))
    return uharfbuzz.Font(uharfbuzz.Face(blob))


def _drawn(buffer: Any, text: str, name: str, is_leftward: bool) -> Iterator[str]:
    """Yield what draws each letter with its marks, from left to right."""
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(zip(starts, (*starts[1:], len(text)), strict=True))
    glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    for start, members in groupby(glyphs, lambda glyph: glyph[0].cluster):
        said = text[start : ends[start]]
        components, advance = _placed(list(members))
        yield from (
            _said_in_turn(components, advance, said, name)
            if is_leftward
            else (font(name).composed(components, advance, said),)
        )


def _said_in_turn(
    components: Sequence[Component], advance: int, said: str, name: str
) -> Iterator[str]:
    """Yield a letter of a word that runs to the left, behind what follows it in the text.

    Readers turn such words around, a character at a time. So each character has a glyph, all but
    the first one without ink, and a share of the width, without which some readers drop it.
    """
    share = advance // len(said)
    for character in reversed(said[1:]):
        yield font(name).composed((), share, character)
    shift = share * (len(said) - 1)
    moved = [Component(part.glyph, part.x - shift, part.y) for part in components]
    yield font(name).composed(moved, advance - shift, said[0])


def _placed(glyphs: Sequence[Any]) -> tuple[tuple[Component, ...], int]:
    components, pen = [], 0
    for info, position in glyphs:
        place = (pen + position.x_offset, position.y_offset)
        components.append(Component(info.codepoint, *place))
        pen += position.x_advance
    return tuple(components), pen
