"""What every picture must keep to, whatever it shows: texts inside it, none over another."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.analysis.pictures.shapes import Anchor, Box, Dot, Line, Picture, Text, Type

_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
_SMALL = (Type.SMALL, Type.SMALL_STRONG)
_NARROW = "iljtf.,:;()|' "


@dataclass(frozen=True, slots=True)
class PlainMeasure:
    """Measures text by counting characters, some of which are narrow; ``em`` in any unit."""

    em: float = 13.0

    def width(self, text: str, type: Type) -> float:
        """Return a width much like that of a sans serif type."""
        narrow = sum(character in _NARROW for character in text)
        size = self.em * (0.88 if type in _SMALL else 1.0)
        heavy = 1.06 if type in (Type.STRONG, Type.SMALL_STRONG) else 1.0
        return (narrow * 0.3 + (len(text) - narrow) * 0.56) * size * heavy

    def line_height(self, type: Type) -> float:
        """Return the distance of lines."""
        return self.em * (0.88 if type in _SMALL else 1.0) * 1.3

    def ascent(self, type: Type) -> float:
        """Return the distance from the top of a line to its baseline."""
        return self.line_height(type) * 0.78


@dataclass(frozen=True, slots=True)
class _Place:
    left: float
    top: float
    right: float
    bottom: float
    text: str


def texts_of(picture: Picture) -> list[str]:
    """Return the lines of text of a picture."""
    return [shape.text for shape in picture.shapes if isinstance(shape, Text)]


def assert_well_laid_out(picture: Picture, width: float, measure: PlainMeasure) -> None:
    """Check that nothing leaves the picture, nor the picture its width, and no texts overlap."""
    assert picture.width <= width + 0.01
    places = list(_places(picture, measure))
    for place in places:
        assert -1 <= place.left <= place.right <= picture.width + 1, place
        assert -1 <= place.top <= place.bottom <= picture.height + 2, (place, picture.height)
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
            assert not _overlap(one, other), (one, other)
    for shape in picture.shapes:
        _assert_inside(shape, picture)


def _places(picture: Picture, measure: PlainMeasure) -> Iterator[_Place]:
    for shape in picture.shapes:
        if isinstance(shape, Text):
            width = measure.width(shape.text, shape.type)
            left = shape.x - _SHARES[shape.anchor] * width
            top = shape.y - measure.ascent(shape.type)
            bottom = top + measure.line_height(shape.type)
            yield _Place(left, top, left + width, bottom, shape.text)


def _overlap(one: _Place, other: _Place) -> bool:
    return (
        one.left < other.right - 0.5
        and other.left < one.right - 0.5
        and one.top < other.bottom - 0.5
        and other.top < one.bottom - 0.5
    )


def _assert_inside(shape: object, picture: Picture) -> None:
    match shape:
        case Box():
            assert -1 <= shape.x <= shape.x + shape.width <= picture.width + 1, shape
            assert -1 <= shape.y <= shape.y + shape.height <= picture.height + 1, shape
        case Line():
            assert min(shape.x1, shape.x2) >= -1, shape
            assert max(shape.x1, shape.x2) <= picture.width + 1, shape
            assert max(shape.y1, shape.y2) <= picture.height + 1, shape
        case Dot():
            assert shape.radius <= shape.x <= picture.width - shape.radius, shape
