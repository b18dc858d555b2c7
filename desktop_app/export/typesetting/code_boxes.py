"""The last resort: a box with the number of the character in it, the same on every machine.

It is a font of its own (Type 3 of PDF), so that who copies a box gets the character itself.
"""

from types import SimpleNamespace
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc, ttfonts

CODE_BOXES = "CodeBoxes"

_FIGURES = (
    *("75557", "26227", "71747", "71717", "55711", "74717", "74757", "71111"),
    *("75757", "75717", "25755", "65656", "34443", "65556", "74647", "74644"),
)
"""The sixteen figures, five rows each of three squares, a bit each."""

_SQUARE = 60
_LINE = 36
_BESIDE = 40
_BELOW = -140
_HEIGHT = _BELOW + 13 * _SQUARE + 2 * _LINE
"""Measures of a box in thousandths of the type size: a square of a figure, the frame, the air at
its sides, and how deep it reaches below the baseline and how high above it."""


def _columns(code: int) -> int:
    return 2 if code < 0x10000 else 3


def box_width(code: int) -> int:
    """Return how wide the box of a character is."""
    return (4 * _columns(code) + 1) * _SQUARE + 2 * (_LINE + _BESIDE)


class _Every(dict[int, int]):
    """Tells of every character that the font has it."""

    def __contains__(self, code: object) -> bool:
        return True


class _Widths(dict[int, int]):
    def __missing__(self, code: int) -> int:
        return box_width(code)

    def get(self, code: int, default: Any = None) -> int:
        """Return the width of a character's box."""
        return self[code]


class CodeBoxes(ttfonts.TTFont):
    """Draws any character as its number, four or six hexadecimal figures in a box."""

    def __init__(self) -> None:
        """Make the font, which has no file."""
        self.fontName = CODE_BOXES
        self.encoding = ttfonts.TTEncoding()
        self.state = WeakKeyDictionary()
        self.shapable = False
        self._asciiReadable = False
        self.face: Any = SimpleNamespace(
            name=CODE_BOXES.encode(),
            subfontNameX=b"",
            charToGlyph=_Every(),
            charWidths=_Widths(),
            defaultWidth=0,
            ascent=_HEIGHT,
            descent=_BELOW,
        )

    def addObjects(self, doc: Any) -> None:  # the library's name
        """Write the boxes that a document shows."""
        state = self.state[doc]
        for index, codes in enumerate(state.subsets):
            name = self.getSubsetInternalName(index, doc)[1:]
            font = doc.Reference(_font(doc, name, codes), name)
            doc.idToObject["BasicFonts"].dict[name] = font
        del self.state[doc]


def _font(doc: Any, name: str, codes: list[int]) -> Any:
    # The library fills the first places of a font with 0 and spaces.
    used = {place: code for place, code in enumerate(codes) if code not in (0, 32)}
    glyphs = {f"c{place}": _glyph(doc, name, place, code) for place, code in used.items()}
    said = pdfdoc.PDFStream(content=_meanings(name, used), filters=[pdfdoc.PDFZCompress])
    names = [item for place in used for item in (place, f"/c{place}")]
    encoding = {"Type": "/Encoding", "Differences": pdfdoc.PDFArray(names)}
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type3",
            "FontBBox": pdfdoc.PDFArray([0, _BELOW, box_width(0x10FFFF), _HEIGHT]),
            "FontMatrix": pdfdoc.PDFArray([0.001, 0, 0, 0.001, 0, 0]),
            "FirstChar": min(used),
            "LastChar": len(codes) - 1,
            "Widths": pdfdoc.PDFArray([box_width(code) for code in codes[min(used) :]]),
            "CharProcs": pdfdoc.PDFDictionary(glyphs),
            "Encoding": pdfdoc.PDFDictionary(encoding),
            "Resources": pdfdoc.PDFDictionary({}),
            "ToUnicode": doc.Reference(said, f"meanings:{name}"),
        }
    )


def _glyph(doc: Any, name: str, place: int, code: int) -> Any:
    drawn = pdfdoc.PDFStream(content=_box(code), filters=[pdfdoc.PDFZCompress])
    return doc.Reference(drawn, f"box:{name}:{place}")


def _box(code: int) -> str:
    """Return the drawing of a box: a frame, and the squares of its figures."""
    columns = _columns(code)
    width = (4 * columns + 1) * _SQUARE + _LINE
    left, bottom = _BESIDE + _LINE // 2, _BELOW + _LINE // 2
    frame = f"{left} {bottom} {width} {13 * _SQUARE + _LINE} re S"
    squares = [
        f"{left + _LINE // 2 + (4 * column + 1 + x) * _SQUARE} "
        f"{bottom + _LINE // 2 + (12 - 6 * row - 1 - y) * _SQUARE} {_SQUARE} {_SQUARE} re"
        for place, figure in enumerate(f"{code:0{2 * columns}X}")
        for row, column in (divmod(place, columns),)
        for y, bits in enumerate(_FIGURES[int(figure, 16)])
        for x in range(3)
        if int(bits) & 4 >> x
    ]
    limits = f"0 {_BELOW} {box_width(code)} {_HEIGHT}"
    return "\n".join((f"{box_width(code)} 0 {limits} d1", f"{_LINE} w", frame, *squares, "f"))


def _meanings(name: str, used: dict[int, int]) -> str:
    lines = [
        f"1 beginbfchar <{place:02X}> <{chr(code).encode('utf-16-be').hex().upper()}> endbfchar"
        for place, code in used.items()
    ]
    opening = (
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    )
    closing = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")
    return "\n".join((*opening, *lines, *closing))
