"""What boxes in a picture must keep to: their texts within them, and none across another."""

from collections.abc import Iterator

from desktop_app.analysis.pictures.shapes import Anchor, Box, Picture, Text, TextMeasure

_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
Rectangle = tuple[float, float, float, float]


def assert_boxes_hold_their_texts(picture: Picture, measure: TextMeasure) -> None:
    """Check that a text is wholly within a box or wholly outside of it."""
    for text in (shape for shape in picture.shapes if isinstance(shape, Text)):
        place = _text_place(text, measure)
        for box in _boxes(picture):
            assert _apart(place, box) or _within(place, box), (text, box)


def assert_boxes_are_apart(picture: Picture) -> None:
    """Check that of two boxes one is within the other, or they do not touch."""
    boxes = list(_boxes(picture))
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert _apart(one, other) or _within(other, one), (one, other)


def _boxes(picture: Picture) -> Iterator[Rectangle]:
    for shape in picture.shapes:
        if isinstance(shape, Box):
            yield shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def _text_place(text: Text, measure: TextMeasure) -> Rectangle:
    width = measure.width(text.text, text.type)
    left = text.x - _SHARES[text.anchor] * width
    top = text.y - measure.ascent(text.type)
    return left, top, left + width, top + measure.line_height(text.type)


def _apart(one: Rectangle, other: Rectangle) -> bool:
    return (
        one[2] <= other[0] + 0.5
        or other[2] <= one[0] + 0.5
        or one[3] <= other[1] + 0.5
        or other[3] <= one[1] + 0.5
    )


def _within(inner: Rectangle, outer: Rectangle) -> bool:
    return (
        inner[0] >= outer[0] - 0.5
        and inner[1] >= outer[1] - 0.5
        and inner[2] <= outer[2] + 0.5
        and inner[3] <= outer[3] + 0.5
    )
