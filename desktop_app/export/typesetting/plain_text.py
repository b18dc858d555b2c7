"""Writes text that one font draws as operators of a page.

Nearly all text is such, and a large record has a hundred thousand lines: the library's own way
looks at every character of each, several times.
"""

from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from desktop_app.export.typesetting.blocks import Text
from desktop_app.export.typesetting.fonts import is_simple

_ELSEWHERE = "\ufffe"
"""Stands for a character that is in a further part of its font: a part has 256 characters."""


class _Codes(dict[int, str]):
    """The codes of characters in the first part of an embedded font, as a string writes them."""

    def __init__(self, font: Any, document: Any) -> None:
        self._font = font
        self._document = document

    def __missing__(self, character: int) -> str:
        ((part, codes),) = self._font.splitString(chr(character), self._document)
        written = _written(codes[0]) if part == 0 else _ELSEWHERE
        self[character] = written
        return written


def _written(code: int) -> str:
    if chr(code) in "\\()":
        return f"\\{chr(code)}"
    return chr(code) if 32 <= code < 127 else f"\\{code:03o}"


@dataclass(slots=True)
class PlainText:
    """Writes plain text for one file."""

    canvas: Canvas
    fonts: dict[str, tuple[_Codes, str]] = field(default_factory=dict)

    def draw(self, text: Text, lines: tuple[str, ...], left: float, top: float) -> bool:
        """Draw lines of a text; returns False where they ask for more than one font."""
        shown = self._encoded(lines, text.font)
        if not shown:
            return False
        said = ") Tj T* (".join(shown)
        self.canvas.addLiteral(
            f"BT {text.grey:.3g} g {self._font(text.font)[1]} {text.size:g} Tf"
            f" {text.leading:.4g} TL {left + text.x:.2f} {top - text.y:.2f} Td ({said}) Tj ET"
        )
        return True

    def draw_line(
        self, line: str, font: str, size: float, place: tuple[float, float], colour: str
    ) -> bool:
        """Draw a line with its baseline's left end at a place, ``colour`` as an operator.

        Returns False where it asks for more than one font.
        """
        shown = self._encoded((line,), font)
        if shown:
            name = self._font(font)[1]
            x, y = place
            self.canvas.addLiteral(
                f"BT {colour} {name} {size:g} Tf {x:.2f} {y:.2f} Td ({shown[0]}) Tj ET"
            )
        return bool(shown)

    def _encoded(self, lines: tuple[str, ...], font: str) -> list[str]:
        """Return lines as strings of the file; none where one of them asks for another font."""
        codes, _ = self._font(font)
        shown = []
        for line in lines:
            said = line.translate(codes) if is_simple(line, font) else _ELSEWHERE
            if _ELSEWHERE in said:
                return []
            shown.append(said)
        return shown

    def _font(self, name: str) -> tuple[_Codes, str]:
        if name not in self.fonts:
            document = self.canvas._doc  # type: ignore[attr-defined]  # not in the stubs
            font: Any = getFont(name)
            codes = _Codes(font, document)
            self.fonts[name] = codes, font.getSubsetInternalName(0, document)
        return self.fonts[name]
