"""What stands for a group in a plot: told apart by shape and fill, not by colour alone."""

from desktop_app.analysis.pictures.shapes import Dot, Ink, Path, Shape

MOST_SYMBOLS = 6
RADIUS = 0.3
"""Half the width of a symbol, in sizes of running text."""
_LINE = 1.4


def symbol(number: int, x: float, y: float, radius: float) -> Shape:
    """Return the symbol of a group; filled and hollow ones take turns."""
    ink = Ink.ACCENT if number in (0, 3, 4) else Ink.TEXT
    fill = Ink.GROUND if number % 2 else ink
    match number % MOST_SYMBOLS:
        case 0 | 5:
            return Dot(x, y, radius, ink, fill, _LINE)
        case 1 | 4:
            return _square(x, y, radius * 0.88, ink, fill)
        case 2:
            return _triangle(x, y, radius * 1.15, ink, fill)
        case _:
            return _diamond(x, y, radius * 1.2, ink, fill)


def _square(x: float, y: float, half: float, ink: Ink, fill: Ink) -> Path:
    points = (
        (x - half, y - half),
        (x + half, y - half),
        (x + half, y + half),
        (x - half, y + half),
    )
    return Path(points, ink, fill, _LINE, is_closed=True)


def _triangle(x: float, y: float, half: float, ink: Ink, fill: Ink) -> Path:
    points = ((x, y - half), (x + half, y + half * 0.75), (x - half, y + half * 0.75))
    return Path(points, ink, fill, _LINE, is_closed=True)


def _diamond(x: float, y: float, half: float, ink: Ink, fill: Ink) -> Path:
    points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return Path(points, ink, fill, _LINE, is_closed=True)
