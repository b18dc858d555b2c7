"""Draws the marks of blocks, without a word of what they are for."""

from dataclasses import dataclass
from typing import assert_never
from unicodedata import category, east_asian_width

from reportlab.pdfgen.canvas import Canvas

from desktop_app.export.pdf.codes import draw_code
from desktop_app.export.pictures.pdf import draw_picture
from desktop_app.export.typesetting.blocks import (
    Code,
    Drawing,
    Frame,
    Jump,
    Line,
    Mark,
    Pill,
    StatusShape,
    Text,
    Web,
)
from desktop_app.export.typesetting.drawn_text import draw_line, line_width
from desktop_app.export.typesetting.plain_text import PlainText
from desktop_app.export.typesetting.status_shapes import draw_status_shape


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws marks on the pages of one file."""

    canvas: Canvas
    plain: PlainText

    def draw(self, mark: Mark, left: float, top: float) -> None:
        """Draw a mark of a block whose upper left corner is at a place of the page."""
        canvas = self.canvas
        match mark:
            case Text():
                self._draw_text(mark, left, top)
            case Line(x1, y1, x2, y2, thickness, grey):
                canvas.addLiteral(
                    f"{grey:.3g} G {thickness:.3g} w {left + x1:.2f} {top - y1:.2f} m"
                    f" {left + x2:.2f} {top - y2:.2f} l S"
                )
            case Pill(x, y, width, height):
                canvas.setStrokeGray(0)
                canvas.setLineWidth(0.9)
                canvas.roundRect(left + x, top - y - height, width, height, height / 2)
            case Frame():
                _draw_frame(canvas, mark, left, top)
            case StatusShape(shape, x, y, side):
                draw_status_shape(canvas, shape, left + x, top - y - side, side)
            case Code():
                draw_code(canvas, mark, left, top)
            case Drawing(picture, size, x, y):
                draw_picture(canvas, self.plain, picture, (left + x, top - y), size)
            case Jump() | Web():
                pass
            case _:
                assert_never(mark)

    def _draw_text(self, text: Text, left: float, top: float) -> None:
        lines = (*map(with_space, text.lines[:-1]), text.lines[-1])
        if self.plain.draw(text, lines, left, top):
            return
        out = self.canvas.beginText()
        out.setFillGray(text.grey)
        out.setFont(text.font, text.size)
        for index, line in enumerate(lines):
            y = top - text.y - index * text.leading
            x = left + text.x
            if text.room:
                x += text.room - line_width(line.rstrip(), text.font) * text.size / 1000
            draw_line(out, line, text.font, text.size, x, y)
        self.canvas.drawText(out)


def with_space(line: str) -> str:
    """Return a line with the space at which it was broken, for who hears or copies the text.

    There is none behind a hyphen between words, nor in what is written without spaces: Chinese,
    Japanese and Thai, but not Korean.
    """
    if not line or line[-1] in "-/" or _is_unspaced(line[-1]):
        return line
    return f"{line} "


def _is_unspaced(character: str) -> bool:
    if "\u0e01" <= character <= "\u0e4e":
        return True
    is_wide = east_asian_width(character) in "WF" and category(character)[0] in "LP"
    return is_wide and not "\uac00" <= character <= "\ud7a3"


def _draw_frame(canvas: Canvas, frame: Frame, left: float, top: float) -> None:
    if frame.fill is not None:
        canvas.setFillGray(frame.fill)
    canvas.setStrokeGray(frame.grey)
    canvas.setLineWidth(frame.thickness)
    canvas.rect(
        left + frame.x,
        top - frame.y - frame.height,
        frame.width,
        frame.height,
        stroke=int(frame.thickness > 0),
        fill=int(frame.fill is not None),
    )
