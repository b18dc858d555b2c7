"""Shapes of a picture as operators of a page (ISO 32000-1, 8.5), the picture's corner at 0, 0.

Written out, since a picture has hundreds of shapes and a page of them is drawn in milliseconds.
"""

from collections.abc import Iterator
from functools import cache
from typing import assert_never

from desktop_app.analysis.pictures.shapes import Box, Dot, Ink, Line, Path
from desktop_app.export.pictures.paper_inks import PAPER_INKS

_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""
_DASHES = "[4 3] 0 d"
_NO_DASHES = "[] 0 d"
Drawn = Line | Path | Box | Dot


def operators_of(shape: Drawn) -> str:
    """Return the operators that draw a shape."""
    match shape:
        case Line():
            outline = f"{shape.x1:.2f} {-shape.y1:.2f} m {shape.x2:.2f} {-shape.y2:.2f} l"
            return _painted(outline, shape.ink, None, shape.width, is_dashed=shape.is_dashed)
        case Path():
            outline = " ".join(_path(shape))
            return _painted(outline, shape.ink, shape.fill, shape.width, is_dashed=shape.is_dashed)
        case Box():
            return _painted(
                _box(shape), shape.ink, shape.fill, shape.line_width, is_dashed=shape.is_dashed
            )
        case Dot():
            x, y, radius = shape.x, -shape.y, shape.radius
            outline = _rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)
            return _painted(outline, shape.ink, shape.fill, shape.line_width, is_dashed=False)
        case _:
            assert_never(shape)


@cache
def colour_of(ink: Ink, operator: str = "rg") -> str:
    """Return an ink as the operator that fills with it; with ``RG`` lines are drawn in it."""
    digits = PAPER_INKS[ink].removeprefix("#")
    shares = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return f"{' '.join(f'{share:.4f}' for share in shares)} {operator}"


def _painted(
    outline: str, ink: Ink | None, fill: Ink | None, width: float, *, is_dashed: bool
) -> str:
    if ink is None and fill is None:
        return ""
    parts = []
    if ink is not None:
        dashes = _DASHES if is_dashed else _NO_DASHES
        parts.append(f"{colour_of(ink, 'RG')} {width:.3g} w {dashes}")
    if fill is not None:
        parts.append(colour_of(fill))
    paint = "S" if fill is None else "f" if ink is None else "B"
    return " ".join((*parts, outline, paint))


def _path(shape: Path) -> Iterator[str]:
    first, *others = shape.points
    yield f"{_at(first)} m"
    if shape.is_smooth:
        for one, two, end in zip(others[::3], others[1::3], others[2::3], strict=True):
            yield f"{_at(one)} {_at(two)} {_at(end)} c"
    else:
        for point in others:
            yield f"{_at(point)} l"
    if shape.is_closed:
        yield "h"


def _at(point: tuple[float, float]) -> str:
    return f"{point[0]:.2f} {-point[1]:.2f}"


def _box(shape: Box) -> str:
    bottom = -shape.y - shape.height
    radius = min(shape.radius, shape.width / 2, shape.height / 2)
    if radius <= 0:
        return f"{shape.x:.2f} {bottom:.2f} {shape.width:.2f} {shape.height:.2f} re"
    return _rounded(shape.x, bottom, shape.width, shape.height, radius)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return a rectangle with round corners, from the lower left one on."""
    right, top, short = x + width, y + height, radius * (1 - _ROUND)
    corners = (
        (right - radius, y, right - short, y, right, y + short, right, y + radius),
        (right, top - radius, right, top - short, right - short, top, right - radius, top),
        (x + radius, top, x + short, top, x, top - short, x, top - radius),
        (x, y + radius, x, y + short, x + short, y, x + radius, y),
    )
    sides = " ".join(
        f"{a:.2f} {b:.2f} l {c:.2f} {d:.2f} {e:.2f} {f:.2f} {g:.2f} {h:.2f} c"
        for a, b, c, d, e, f, g, h in corners
    )
    return f"{x + radius:.2f} {y:.2f} m {sides} h"
