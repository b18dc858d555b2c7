"""The shapes of the recruitment statuses, drawn so that they print alike everywhere."""

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas


def draw_status_shape(canvas: Canvas, shape: str, x: float, y: float, side: float) -> None:
    """Draw the shape of a status, in black, in a square of which x, y is the lower left corner."""
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    canvas.setLineWidth(side * 0.14)
    _SHAPES.get(shape, _draw_unknown)(canvas, x, y, side)


def _draw_bars(canvas: Canvas, x: float, y: float, side: float) -> None:
    for at in (0.2, 0.58):
        canvas.rect(x + side * at, y, side * 0.22, side, stroke=0, fill=1)


def _draw_disc(canvas: Canvas, x: float, y: float, side: float) -> None:
    canvas.circle(x + side / 2, y + side / 2, side * 0.45, stroke=0, fill=1)


def _draw_ring(canvas: Canvas, x: float, y: float, side: float) -> None:
    canvas.circle(x + side / 2, y + side / 2, side * 0.4, stroke=1, fill=0)


def _draw_half_disc(canvas: Canvas, x: float, y: float, side: float) -> None:
    _draw_ring(canvas, x, y, side)
    path = canvas.beginPath()
    path.moveTo(x + side / 2, y + side * 0.1)
    path.arcTo(x + side * 0.1, y + side * 0.1, x + side * 0.9, y + side * 0.9, 270, -180)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_square(canvas: Canvas, x: float, y: float, side: float) -> None:
    canvas.rect(x + side * 0.08, y + side * 0.08, side * 0.84, side * 0.84, stroke=0, fill=1)


def _draw_diamond(canvas: Canvas, x: float, y: float, side: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x + side / 2, y)
    path.lineTo(x + side, y + side / 2)
    path.lineTo(x + side / 2, y + side)
    path.lineTo(x, y + side / 2)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_cross(canvas: Canvas, x: float, y: float, side: float) -> None:
    near, far = side * 0.12, side * 0.88
    canvas.line(x + near, y + near, x + far, y + far)
    canvas.line(x + near, y + far, x + far, y + near)


def _draw_check(canvas: Canvas, x: float, y: float, side: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x + side * 0.06, y + side * 0.5)
    path.lineTo(x + side * 0.38, y + side * 0.15)
    path.lineTo(x + side * 0.94, y + side * 0.85)
    canvas.drawPath(path, stroke=1, fill=0)


def _draw_unknown(canvas: Canvas, x: float, y: float, side: float) -> None:
    canvas.setDash(side * 0.2, side * 0.14)
    _draw_ring(canvas, x, y, side)
    canvas.setDash()


_SHAPES: dict[str, Callable[[Canvas, float, float, float], None]] = {
    "‖": _draw_bars,
    "●": _draw_disc,
    "○": _draw_ring,
    "◐": _draw_half_disc,
    "■": _draw_square,
    "◆": _draw_diamond,
    "✕": _draw_cross,
    "✓": _draw_check,
}
