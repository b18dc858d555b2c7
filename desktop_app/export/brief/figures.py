"""The pictures of the brief: the same as on screen, in the type of the page.

A picture is laid out once for each size of type, since a page is set again and again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.analysis.pictures.shapes import Picture, Text, Type
from desktop_app.export.paper import BOX_HEIGHT, BOX_WIDTH
from desktop_app.export.pictures.paper_measure import FONTS, PaperMeasure
from desktop_app.export.typesetting.blocks import Block, Drawing
from desktop_app.export.typesetting.setting import FLOOR
from desktop_app.export.typesetting.tags import Role, Tag
from desktop_app.presentation.brief.content import Figures
from desktop_app.presentation.section import Figure

_SIZES = (10.0, 9.25, FLOOR / FONTS[Type.SMALL][1])
"""The sizes of running text in pictures, in points; in the last one small text is at the floor."""

_SPACINGS, _TIGHT = (0.88, 0.76), (0.68, 0.6)
"""How far what is drawn closes up, in relation to the type, where a picture would be high."""

_LOW, _MOST = 0.2, 1 / 3
"""The share of the page that a schematic takes gladly, and the most that it may take."""

_MARKS = ".,:;()"
_ONE_LEVEL = 6.0
"""In sizes of type: an axis that is no higher has all its names in one line."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture that is laid out, with the size of its running text."""

    figure: Figure
    picture: Picture
    size: float

    @property
    def block(self) -> Block:
        """Return the picture with its words."""
        drawing = Drawing(self.picture, self.size)
        return Block(self.picture.height, (drawing,), tag=Tag(Role.FIGURE, alt=_words(self.figure)))

    def tells(self, texts: Iterable[str]) -> bool:
        """Tell whether the picture holds texts in full, in however many lines."""
        shapes = self.picture.shapes
        words = "".join("".join(shape.text.split()) for shape in shapes if isinstance(shape, Text))
        return all("".join(text.split()) in words for text in texts)

    @property
    def breaks_words(self) -> bool:
        """Tell whether a word of it stands in two lines."""
        words = {word.strip(_MARKS) for line in self.figure.words for word in line.split()}
        lines = [shape.text.split() for shape in self.picture.shapes if isinstance(shape, Text)]
        ends = [(one[-1], two[0]) for one, two in pairwise(filter(None, lines))]
        return any(
            f"{one}{two}".strip(_MARKS) in words and one.strip(_MARKS) not in words
            for one, two in ends
        )


class PageMeasure(PaperMeasure):
    """Measures text for pictures whose distances go with less than the size of their text."""

    def __init__(self, size: float, spacing: float, known: dict[tuple[str, Type], float]) -> None:
        super().__init__(size)
        self._em = size * spacing
        self._known = known

    @property
    def em(self) -> float:
        """The size with which distances go."""
        return self._em

    def width(self, text: str, type: Type) -> float:
        """Return the width of one line, measured once for all sizes."""
        key = (text, type)
        width = self._known.get(key)
        if width is None:
            width = self._known[key] = super().width(text, type) / self._size
        return width * self._size


@dataclass(frozen=True, slots=True)
class Pictures:
    """Lays pictures out for one document, and remembers them."""

    known: dict[tuple[str, Type], float] = field(default_factory=dict)
    drawn: dict[tuple[str, float], Drawn | None] = field(default_factory=dict)

    def schematic(self, figure: Figure, type_size: float) -> Drawn | None:
        """Return a schematic for a page of a type size, in smaller type where it would be too high.

        None where it takes too much of the page all the same.
        """
        for size in _SIZES[_SIZES.index(_size(type_size)) :]:
            key = ("schematic", size)
            if key not in self.drawn:
                self.drawn[key] = self._lowest(figure, size)
            if self.drawn[key]:
                return self.drawn[key]
        return None

    def axis(self, figures: Figures, type_size: float) -> Drawn | None:
        """Return the axis of time: with the day of printing only where that makes it no higher."""
        if figures.axis is None:
            return None
        size = _size(type_size)
        key = ("axis", size)
        if key not in self.drawn:
            drawn = self._draw(figures.axis, size, _SPACINGS[-1])
            if figures.timeless_axis and drawn.picture.height > _ONE_LEVEL * size:
                timeless = self._draw(figures.timeless_axis, size, _SPACINGS[-1])
                drawn = min(drawn, timeless, key=lambda one: one.picture.height)
            self.drawn[key] = drawn
        return self.drawn[key]

    def has_room(self, figure: Figure) -> bool:
        """Tell whether a schematic can be drawn on a page at all."""
        return self.schematic(figure, FLOOR) is not None

    def _lowest(self, figure: Figure, size: float) -> Drawn | None:
        """Return the picture in the widest spacing that keeps it low, or else the lowest."""
        tried: list[Drawn] = []
        for spacing in (*_SPACINGS, *_TIGHT):
            if spacing == _TIGHT[0] and any(map(_has_room, tried)):
                break
            drawn = self._draw(figure, size, spacing)
            if spacing in _TIGHT and drawn.breaks_words:
                continue
            tried.append(drawn)
            if drawn.picture.height <= _LOW * BOX_HEIGHT:
                break
        lowest = min(tried, key=lambda drawn: drawn.picture.height)
        return lowest if _has_room(lowest) else None

    def _draw(self, figure: Figure, size: float, spacing: float) -> Drawn:
        measure = PageMeasure(size, spacing, self.known)
        return Drawn(figure, figure.draw(BOX_WIDTH, measure), size)


def _has_room(drawn: Drawn) -> bool:
    return drawn.picture.height <= _MOST * BOX_HEIGHT


def _size(type_size: float) -> float:
    return next((size for size in _SIZES if size <= type_size), _SIZES[-1])


def _words(figure: Figure) -> str:
    said = (line if line.endswith(".") else f"{line}." for line in figure.words)
    return " ".join((f"{figure.title}:", *said))
