"""The embedded fonts: which one has the glyphs of a text, and how wide plain characters are.

A font is loaded when a character needs it. Widths are in thousandths of the type size.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from unicodedata import category

from reportlab.pdfbase import pdfmetrics

from desktop_app.export.typesetting.code_boxes import CODE_BOXES, CodeBoxes
from desktop_app.export.typesetting.embedded_font import EmbeddedFont
from desktop_app.resource_files import resource_path

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"

_SYMBOLS = ("NotoSansMath-Regular", "DejaVuSans")
_HAN = "DroidSansFallbackFull"
_HANGUL = "NanumSquareR"
_SCRIPTS = (
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x077F, "Arabic"),
    (0x0780, 0x07BF, "Thaana"),
    (0x08A0, 0x08FF, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"),
    (0x0B00, 0x0B7F, "Oriya"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"),
    (0x0C80, 0x0CFF, "Kannada"),
    (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"),
    (0x1000, 0x109F, "Myanmar"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"),
    (0x19E0, 0x19FF, "Khmer"),
    (0x2D80, 0x2DDF, "Ethiopic"),
    (0xA8E0, 0xA8FF, "Devanagari"),
    (0xA9E0, 0xA9FF, "Myanmar"),
    (0xAA60, 0xAA7F, "Myanmar"),
    (0xAB00, 0xAB2F, "Ethiopic"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFF, "Arabic"),
)
"""Scripts with a Noto Sans of their own, whose words are shaped, not their letters one by one."""

_BOLD_SCRIPTS = frozenset(("Arabic", "Devanagari", "Hebrew", "Thai"))

_EAST_ASIA = (
    (0x1100, 0x11FF, (_HAN, _HANGUL)),
    (0x2E80, 0x312F, (_HAN, _HANGUL, *_SYMBOLS)),
    (0x3130, 0x318F, (_HANGUL, _HAN)),
    (0x3190, 0x9FFF, (_HAN, _HANGUL, *_SYMBOLS)),
    (0xA960, 0xA97F, (_HANGUL,)),
    (0xAC00, 0xD7FF, (_HANGUL, _HAN)),
    (0xF900, 0xFAFF, (_HAN,)),
    (0xFE30, 0xFE6F, (_HAN,)),
    (0xFF00, 0xFFEF, (_HAN, _HANGUL)),
)
"""Where to look for what Chinese, Japanese and Korean are written in."""

SHAPED = frozenset(
    f"NotoSans{script}-{weight}" for _, _, script in _SCRIPTS for weight in ("Regular", "Bold")
)
"""Fonts that draw words, not letters one by one."""

_BLANKS = frozenset(
    chr(code)
    for code in (0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x2800, 0x3000)
)
"""Spaces: what else has no ink in a font is lacking there, whatever the font says."""

_ASCII = frozenset(map(chr, range(32, 127)))
_JOINERS = "\u200c\u200d"
_LOADING = Lock()
"""Held while a font is loaded: two threads that want the same one get the same one."""
_NO_HAN = re.compile("[^\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]")
_MEANINGLESS = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Controls, and characters for private use: nobody knows what they mean, whatever a font draws."""


@dataclass(frozen=True, slots=True)
class Face:
    """A registered font by the name that a canvas knows.

    ``widths`` are those of the characters that are drawn as they come, one after the other: marks,
    which stand on the character before them, are in ``marks`` alone.
    """

    name: str
    widths: dict[str, int]
    marks: frozenset[str]
    has_ascii: bool

    def has(self, text: str) -> bool:
        """Tell whether the font has a glyph for every character of a text."""
        return all(
            character in self.widths or character in self.marks or character in _JOINERS
            for character in text
        )


def font(name: str) -> EmbeddedFont:
    """Return a font of ``resources/fonts``, registered for drawing."""
    with _LOADING:
        return _loaded(name)


@cache
def _loaded(name: str) -> EmbeddedFont:
    loaded = EmbeddedFont(name, str(resource_path("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def face(name: str) -> Face:
    """Return what a font of ``resources/fonts`` has; it is registered for drawing then."""
    found = font(name).face
    ends, measured = found.glyphPos, found.charWidths
    widths = {
        chr(code): round(measured[code])
        for code, glyph in found.own_characters.items()
        if glyph and ends[glyph + 1] > ends[glyph] and code in measured
    }
    characters = "".join(widths)
    marks = frozenset(c for c in _NO_HAN.findall(characters) if category(c)[0] == "M")
    for character in (*marks, *_MEANINGLESS.findall(characters)):
        del widths[character]
    widths |= {blank: round(measured[ord(blank)]) for blank in _BLANKS if ord(blank) in measured}
    widths["\u00a0"] = widths.get(" ", 0)
    return Face(name, widths, marks, widths.keys() >= _ASCII)


def code_boxes() -> CodeBoxes:
    """Return the font that draws what no other has, registered for drawing."""
    with _LOADING:
        return _registered_boxes()


@cache
def _registered_boxes() -> CodeBoxes:
    boxes = CodeBoxes()
    pdfmetrics.registerFont(boxes)
    return boxes


def is_simple(text: str, name: str) -> bool:
    """Tell whether one font draws a text as it comes."""
    found = face(name)
    if found.has_ascii and text.isascii() and text.isprintable():
        return True
    return found.widths.keys() >= set(text)


@lru_cache(maxsize=8192)
def font_for(text: str, name: str) -> str:
    """Return the font that has all glyphs of a letter with its marks: the named one first.

    It is ``CODE_BOXES`` where none has them.
    """
    for candidate in (name, *_fallbacks(ord(text[0]), name == BOLD)):
        if face(candidate).has(text):
            return candidate
    return CODE_BOXES


def _fallbacks(code: int, is_bold: bool) -> tuple[str, ...]:
    for first, last, script in _SCRIPTS:
        if first <= code <= last:
            weight = "Bold" if is_bold and script in _BOLD_SCRIPTS else "Regular"
            return (f"NotoSans{script}-{weight}", *_SYMBOLS)
    for first, last, fonts in _EAST_ASIA:
        if first <= code <= last:
            return fonts
    return _SYMBOLS
