"""QR codes as rectangles."""

from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from desktop_app.export.typesetting.blocks import Code

_MASK = 2
"""One of the eight patterns of a QR code, all of which are valid; to choose the best takes long."""


def draw_code(canvas: Canvas, code: Code, left: float, top: float) -> None:
    """Draw a code whose block begins at a place of the page."""
    modules = _modules(code.address)
    side = code.side / len(modules)
    squares = [
        f"{column} {row} {length} 1 re"
        for row, dark in enumerate(modules)
        for column, length in _stretches(dark)
    ]
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.transform(side, 0, 0, -side, left + code.x, top - code.y)
    canvas.addLiteral("\n".join((*squares, "f")))
    canvas.restoreState()


def _modules(address: str) -> list[list[bool]]:
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(address)
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    modules: list[list[bool]] = code.modules
    return modules


def _stretches(row: list[bool]) -> list[tuple[int, int]]:
    """Return the dark stretches of a row, each with its first column and its length."""
    stretches = []
    start = -1
    for column, dark in enumerate([*row, False]):
        if dark and start < 0:
            start = column
        elif not dark and start >= 0:
            stretches.append((start, column - start))
            start = -1
    return stretches
