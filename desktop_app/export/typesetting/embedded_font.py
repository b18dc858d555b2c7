"""A font as the files embed it: also with glyphs that are put together, and what they say.

A letter with its marks, placed as the font asks, becomes one glyph of its own. So a word is drawn
and copied like any other, whatever its script.
"""

import re
from collections.abc import Sequence
from struct import pack, unpack
from threading import Lock
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTEncoding, TTFont, TTFontFace

FIRST_ADDED = 0xF0000
_LAST = 0x10FFFD
"""The codes of glyphs that are put together; they stay in the process, no file holds them."""

_CODES = re.compile(r"(?<=> <)[0-9A-F]{5,6}(?=>$)", re.MULTILINE)

_ARGUMENTS_ARE_WORDS = 0x0001
_ARGUMENTS_ARE_PLACES = 0x0002
_MORE_COMPONENTS = 0x0020


_SPECK = pack(">5h H H 3B 6B", 1, 0, 0, 20, 1, 2, 0, 0x37, 0x37, 0x37, 0, 0, 20, 0, 0, 1)
"""A triangle, twenty units of the font wide and one high: some readers drop what has no width, and
nobody sees it."""


class Component(NamedTuple):
    """A glyph by its number, and where it stands, in units of its font."""

    glyph: int
    x: int
    y: int


class EmbeddedFont(TTFont):
    """A font of which also glyphs are drawn that are put together of others.

    Beyond the library, characters outside the Basic Multilingual Plane can be read back.
    """

    def __init__(self, name: str, path: str) -> None:
        """Load a font from a file."""
        self.fontName = name
        self.face: Any = _Face(path)
        self.encoding = TTEncoding()
        self.state = WeakKeyDictionary()
        self._asciiReadable = True
        self.shapable = False
        self._made: dict[tuple[tuple[Component, ...], int, str], str] = {}
        self._said: dict[int, str] = {}

    def composed(self, components: Sequence[Component], advance: int, text: str) -> str:
        """Return the character that draws glyphs as one, ``advance`` wide in units of the font.

        Who copies it gets the text. It is empty when there is no room for another one.
        """
        key = (tuple(components), advance, text)
        with self.face.lock:
            code = FIRST_ADDED + len(self._made)
            if key not in self._made and code <= _LAST:
                self.face.add(code, components, advance)
                self._said[code] = text
                self._made[key] = chr(code)
        return self._made.get(key, "")

    def bold(self, text: str) -> str:
        """Return the characters that draw a text bolder, as wide as it is; spaces stay."""
        return "".join(letter if letter.isspace() else self._bold(letter) for letter in text)

    def bolder(self, components: Sequence[Component]) -> tuple[Component, ...]:
        """Return glyphs with their stems drawn wider, for a font that has no bold one beside it."""
        more = int(self.face.unitsPerEm) // 50
        return tuple(
            Component(part.glyph, part.x + moved, part.y)
            for part in components
            for moved in (-more, more)
        )

    def _bold(self, letter: str) -> str:
        glyph = self.face.charToGlyph[ord(letter)]
        advance, _ = self.face.hmetrics[glyph]
        return self.composed(self.bolder((Component(glyph, 0, 0),)), advance, letter) or letter

    def addObjects(self, doc: Any) -> None:  # the library's name
        """Write the font, and what its codes mean in UTF-16, which the library does not."""
        super().addObjects(doc)
        own = f"+{self.face.name.decode()}"
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and name.endswith(own):
                stream.content = _CODES.sub(self._in_utf16, stream.content)

    def _in_utf16(self, code: re.Match[str]) -> str:
        number = int(code[0], 16)
        return self._said.get(number, chr(number)).encode("utf-16-be").hex().upper()


class _Face(TTFontFace):
    """The tables of a font, behind which glyphs are added that consist of others.

    Several threads may write files at a time, and share the font.
    """

    def __init__(self, path: str) -> None:
        self.lock = Lock()
        self._added: list[bytes] = []
        self._sizes: dict[int, int] = {}
        self._most = 0
        super().__init__(path)
        self._own_data: bytes = self._ttf_data
        self._scale: Any = self._pdfScale  # type: ignore[attr-defined]  # not in the stubs
        self._start = self.get_table_pos("glyf")[0]
        self._end = len(self._own_data) - self._start

    def add(self, code: int, components: Sequence[Component], advance: int) -> None:
        """Give a code a glyph that consists of others."""
        parts = [part for part in components if self.has_ink(part.glyph)]
        glyph = len(self.glyphPos)
        if len(parts) == len(components) == 1 and not (parts[0].x or parts[0].y):
            glyph = parts[0].glyph
        else:
            outline = self._composite(parts) if parts else _SPECK
            self._append(outline)
            self.hmetrics += [(0, 0)] * (glyph + 1 - len(self.hmetrics))
            # Without its own left edge the outline would be moved to the left end of its width.
            self.hmetrics[glyph] = (advance, unpack(">H", outline[2:4])[0])
            self._sizes[code] = len(parts)
        self.charToGlyph[code] = glyph
        self.charWidths[code] = self._scale(advance)

    def has_ink(self, glyph: int) -> bool:
        """Tell whether a glyph, by its number, is not blank."""
        return glyph > 0 and bool(self.glyphPos[glyph + 1] > self.glyphPos[glyph])

    def makeSubset(self, subset: Any) -> Any:  # the library's name
        """Return the font with the glyphs of some codes."""
        with self.lock:
            self._ttf_data = self._own_data + b"".join(self._added)
            self._most = max((self._sizes.get(code, 0) for code in subset), default=0)
            return super().makeSubset(subset)

    @property
    def own_characters(self) -> dict[int, int]:
        """Return the glyphs of the characters that the font itself has."""
        with self.lock:
            return {code: glyph for code, glyph in self.charToGlyph.items() if code < FIRST_ADDED}

    def get_table(self, tag: str) -> bytes:
        """Return a table: those of the outlines with what was added."""
        table: bytes = super().get_table(tag)  # type: ignore[no-untyped-call]
        if tag == "glyf" and self._added:
            return self._ttf_data[self._start :]
        if tag == "maxp" and self._most:
            *limits, elements, depth = unpack(">14H", table[4:32])
            limits[3], limits[4] = max(limits[3], 0x3FFF), max(limits[4], 0xFFF)
            return table[:4] + pack(">14H", *limits, max(elements, self._most), depth + 1)
        return table

    def _append(self, data: bytes) -> None:
        data += bytes(-len(data) % 4)
        self._added.append(data)
        self.glyphPos += [self._end, self._end + len(data)]
        self._end += len(data)

    def _composite(self, parts: Sequence[Component]) -> bytes:
        boxes = [self._box(part) for part in parts]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        data = pack(">5h", -1, *map(_short, (min(lefts), min(bottoms), max(rights), max(tops))))
        for place, part in enumerate(parts, 1):
            more = _MORE_COMPONENTS if place < len(parts) else 0
            flags = _ARGUMENTS_ARE_WORDS | _ARGUMENTS_ARE_PLACES | more
            data += pack(">HHhh", flags, part.glyph, _short(part.x), _short(part.y))
        return data

    def _box(self, part: Component) -> tuple[int, int, int, int]:
        at = self._start + self.glyphPos[part.glyph]
        left, bottom, right, top = unpack(">4h", self._own_data[at + 2 : at + 10])
        return left + part.x, bottom + part.y, right + part.x, top + part.y


def _short(value: int) -> int:
    return max(-0x8000, min(0x7FFF, value))
