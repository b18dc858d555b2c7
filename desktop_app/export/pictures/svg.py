"""A picture as SVG: text stays text, and the picture tells in words what it shows."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import assert_never

from desktop_app.analysis.pictures.shapes import (
    Anchor,
    Box,
    Dot,
    Ink,
    Line,
    Path,
    Picture,
    Shape,
    Text,
)
from desktop_app.export.pictures.paper_inks import PAPER_INKS
from desktop_app.export.pictures.paper_measure import FONTS, PaperMeasure
from desktop_app.export.typesetting.characters import printable
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.presentation.section import Figure

_FAMILY = "Noto Sans, Segoe UI, Helvetica Neue, Arial, sans-serif"
_SIZE = 13.0
USUAL_WIDTH = 1120.0
"""Of a picture for a slide, in pixels."""
_ANCHORS = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}
_ILLEGAL = dict.fromkeys((0xFFFE, 0xFFFF), "�")
_MARGIN = 16.0
_PAGE_TEXT = 16.0
"""The usual size of the text of a page of HTML, in pixels."""
_ROOM = 1.18
"""How much wider than ours the widest usual fonts are, such as DejaVu Sans and Verdana: whoever
opens the file may lack ours, so it is laid out for type that much larger than it has."""


def figure_svg(figure: Figure, source: str, width: float = USUAL_WIDTH) -> str:
    """Return a figure as an SVG document; ``source`` names the record that it was drawn from."""
    measure = PaperMeasure(_SIZE * _ROOM)
    picture = figure.draw(width - 2 * _MARGIN, measure)
    return to_svg(picture, f"{figure.title}: {source}", "\n".join(figure.words))


def to_svg(
    picture: Picture,
    title: str,
    words: str,
    inks: Mapping[Ink, str] = PAPER_INKS,
) -> str:
    """Return a picture as an SVG document with a title and a description."""
    width, height = picture.width + 2 * _MARGIN, picture.height + 2 * _MARGIN
    size = f"{_number(width)} {_number(height)}"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{_number(width)}"'
        f' height="{_number(height)}" role="img" aria-labelledby="title description"'
        f' font-family="{_FAMILY}">',
        f'<title id="title">{_text(title)}</title>',
        f'<desc id="description">{_text(words, keep_lines=True)}</desc>',
        f'<rect width="100%" height="100%" fill="{inks[Ink.GROUND]}"/>',
        f'<g transform="translate({_number(_MARGIN)} {_number(_MARGIN)})">',
        *(_element(shape, inks) for shape in picture.shapes),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def inline_svg(figure: Figure, width: float) -> str:
    """Return a figure for a page of HTML, which tells its words beside it.

    Its size is in the size of the page's text, so that both grow together; ``width`` is in pixels
    where that is 16. It has no ids: a page may hold several.
    """
    picture = figure.draw(width, PaperMeasure(_SIZE * _ROOM))
    size = " ".join((_number(picture.width), _number(picture.height)))
    lines = [
        f'<svg viewBox="0 0 {size}" width="{_number(picture.width / _PAGE_TEXT)}em"'
        f' height="{_number(picture.height / _PAGE_TEXT)}em" role="img"'
        f' aria-label="{escape(printable(figure.title).translate(_ILLEGAL))}"'
        f' font-family="{_FAMILY}">',
        *(_element(shape, PAPER_INKS) for shape in picture.shapes),
        "</svg>",
    ]
    return "\n".join(lines)


def _element(shape: Shape, inks: Mapping[Ink, str]) -> str:
    match shape:
        case Line():
            ends = _attributes(x1=shape.x1, y1=shape.y1, x2=shape.x2, y2=shape.y2)
            return f"<line {ends}{_looks(shape.ink, None, shape.width, shape.is_dashed, inks)}/>"
        case Path():
            looks = _looks(shape.ink, shape.fill, shape.width, shape.is_dashed, inks)
            return f'<path d="{" ".join(_steps(shape))}"{looks}/>'
        case Box():
            place = _attributes(
                x=shape.x, y=shape.y, width=shape.width, height=shape.height, rx=shape.radius
            )
            looks = _looks(shape.ink, shape.fill, shape.line_width, shape.is_dashed, inks)
            return f"<rect {place}{looks}/>"
        case Dot():
            place = _attributes(cx=shape.x, cy=shape.y, r=shape.radius)
            return (
                f"<circle {place}{_looks(shape.ink, shape.fill, shape.line_width, False, inks)}/>"
            )
        case Text():
            return _text_element(shape, inks)
        case _:
            assert_never(shape)


def _text_element(text: Text, inks: Mapping[Ink, str]) -> str:
    font, share = FONTS[text.type]
    place = _attributes(x=text.x, y=text.y, font_size=_SIZE * share)
    weight = ' font-weight="bold"' if font == BOLD else ""
    looks = f'text-anchor="{_ANCHORS[text.anchor]}" fill="{inks[text.ink]}"'
    return f"<text {place}{weight} {looks}>{_text(text.text)}</text>"


def _steps(path: Path) -> Iterator[str]:
    first, *others = path.points
    yield f"M{_point(first)}"
    if path.is_smooth:
        for start in range(0, len(others), 3):
            yield f"C{' '.join(_point(point) for point in others[start : start + 3])}"
    else:
        yield from (f"L{_point(point)}" for point in others)
    if path.is_closed:
        yield "Z"


def _looks(
    ink: Ink | None, fill: Ink | None, width: float, is_dashed: bool, inks: Mapping[Ink, str]
) -> str:
    looks = f' fill="{inks[fill] if fill else "none"}"'
    if ink:
        looks += f' stroke="{inks[ink]}" stroke-width="{_number(width)}" stroke-linejoin="round"'
    if ink and is_dashed:
        looks += ' stroke-dasharray="4 3"'
    return looks


def _attributes(**values: float) -> str:
    return " ".join(
        f'{name.replace("_", "-")}="{_number(value)}"' for name, value in values.items()
    )


def _point(point: tuple[float, float]) -> str:
    return f"{_number(point[0])},{_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(text: str, keep_lines: bool = False) -> str:
    """Return a text as XML can hold it."""
    lines = text.split("\n") if keep_lines else [text]
    return escape("\n".join(printable(line).translate(_ILLEGAL) for line in lines), quote=False)
