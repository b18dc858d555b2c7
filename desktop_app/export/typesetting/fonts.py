"""The embedded fonts: which one has a glyph for a character, and how wide it is.

A font is loaded when a character needs it. Widths are in thousandths of the type size.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop_app.resource_files import resource_path

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"
BOX = "□"
"""Drawn for a character that no font has."""

_SYMBOLS = ("NotoSansMath-Regular", "DejaVuSans")
_SCRIPTS = (
    (0x0590, 0x05FF, ("NotoSansHebrew-Regular", *_SYMBOLS)),
    (0x0600, 0x08FF, ("NotoSansArabic-Regular", *_SYMBOLS)),
    (0x0900, 0x097F, ("NotoSansDevanagari-Regular",)),
    (0x0E00, 0x0E7F, ("NotoSansThai-Regular",)),
    (0x1100, 0x11FF, ("NanumSquareR",)),
    (0x2E80, 0x312F, ("DroidSansFallbackFull", "NanumSquareR", *_SYMBOLS)),
    (0x3130, 0x318F, ("NanumSquareR",)),
    (0x3190, 0x9FFF, ("DroidSansFallbackFull", "NanumSquareR", *_SYMBOLS)),
    (0xA960, 0xA97F, ("NanumSquareR",)),
    (0xAC00, 0xD7FF, ("NanumSquareR",)),
    (0xF900, 0xFAFF, ("DroidSansFallbackFull",)),
    (0xFB1D, 0xFB4F, ("NotoSansHebrew-Regular",)),
    (0xFB50, 0xFDFF, ("NotoSansArabic-Regular", "DejaVuSans")),
    (0xFE30, 0xFE6F, ("DroidSansFallbackFull",)),
    (0xFE70, 0xFEFF, ("NotoSansArabic-Regular", "DejaVuSans")),
    (0xFF00, 0xFFEF, ("DroidSansFallbackFull", "NanumSquareR")),
)
"""Where to look for the characters of a script that Noto Sans does not have."""


@dataclass(frozen=True, slots=True)
class Face:
    """A registered font by the name that a canvas knows, with the widths of its characters."""

    name: str
    widths: dict[str, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that one font draws."""

    font: str
    text: str
    width: int
    lacking: str = ""
    """The characters that no font has, for which the text has boxes."""


class _Font(TTFont):
    """A font whose characters beyond the Basic Multilingual Plane can be read back, too."""

    def addObjects(self, doc: Any) -> None:  # the library's name
        """Write the font, and what its characters mean in UTF-16, which the library does not."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _BEYOND.sub(_in_utf16, stream.content)


_BEYOND = re.compile(r"(?<=> <)[0-9A-F]{5,6}(?=>$)", re.MULTILINE)


def _in_utf16(code: re.Match[str]) -> str:
    return chr(int(code[0], 16)).encode("utf-16-be").hex().upper()


@cache
def face(name: str) -> Face:
    """Return a font of ``resources/fonts``, registered for drawing."""
    font = _Font(name, str(resource_path("fonts", f"{name}.ttf")), shapable=False)
    pdfmetrics.registerFont(font)
    glyphs, widths = font.face.charToGlyph, font.face.charWidths
    measured = {chr(code): round(widths[code]) for code in glyphs if code in widths}
    measured["\u00a0"] = measured.get(" ", 0)
    return Face(name, measured)


def width_of(text: str, name: str) -> int:
    """Return the width of a text set in a font, or in others where that one lacks a glyph."""
    widths = face(name).widths
    try:
        return sum([widths[character] for character in text])
    except KeyError:
        return sum(run.width for run in runs(text, name))


def is_simple(text: str, name: str) -> bool:
    """Tell whether one font has a glyph for all characters of a text."""
    return face(name).widths.keys() >= set(text)


def runs(text: str, name: str) -> Iterator[Run]:
    """Yield a text in runs, each with a font that has its glyphs."""
    found = [(character, *_found(character, name)) for character in text]
    for (font, is_lacking), members in groupby(found, key=itemgetter(1, 2)):
        piece = "".join(character for character, *_ in members)
        drawn = BOX * len(piece) if is_lacking else piece
        widths = face(font).widths
        width = sum(widths[character] for character in drawn)
        yield Run(font, drawn, width, piece if is_lacking else "")


def _found(character: str, name: str) -> tuple[str, bool]:
    """Return the font that draws a character, and whether it draws a box in its place."""
    for font in (name, *_fallbacks(ord(character))):
        if character in face(font).widths:
            return font, False
    return "DejaVuSans", True


def _fallbacks(code: int) -> tuple[str, ...]:
    for first, last, fonts in _SCRIPTS:
        if first <= code <= last:
            return fonts
    return _SYMBOLS
