"""The head and the foot of the page of a comparison."""

from collections.abc import Sequence
from datetime import date

from desktop_app import APPLICATION, __version__
from desktop_app.export.comparison.layout import ALIKE, WIDTH
from desktop_app.export.typesetting.blocks import Block, Line, stacked
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import FLOOR, QUIET, Setting, Style
from desktop_app.export.typesetting.tags import HEADINGS, Tag
from desktop_app.presentation.comparison.content import Comparison
from desktop_app.presentation.comparison.sections import SOURCE


def head(setting: Setting, made: Comparison) -> Block:
    """Return the title of the page."""
    title = f"Comparison of {len(made.studies)} studies"
    style = Style(setting.scaled(1.5), BOLD)
    text = setting.paragraph(title, WIDTH / 2, style)
    legend = f"{ALIKE}  all studies answer alike"
    width = setting.width(legend, setting.small)
    parts = (
        (0.0, 0.0, text.tagged(Tag(HEADINGS[0], title=title))),
        (WIDTH - width, setting.size * 0.5, setting.paragraph(legend, width + 1, setting.small)),
    )
    return Block(text.height, (), parts)


def foot(setting: Setting, printed: date, shortened: Sequence[str]) -> Block:
    """Return what the page is, when it was printed, and what was shortened."""
    strong, plain = Style(FLOOR, BOLD), Style(FLOOR, grey=QUIET)
    named = ", ".join(shortened)
    said = f"Shortened: {named}. All is in the full records." if named else "Nothing was shortened."
    made = f"Printed on {printed.isoformat()} by {APPLICATION} {__version__}"
    text = stacked(
        (
            setting.paragraph(SOURCE, WIDTH, strong),
            setting.paragraph(f"{made} · {said}", WIDTH - 40, plain),
        )
    )
    page = setting.paragraph("1 of 1", 40, plain)
    at = WIDTH - setting.width("1 of 1", plain)
    parts = ((0.0, 5.0, text), (at, 5.0, page))
    return Block(text.height + 5, (Line(0, 0, WIDTH, 0),), parts)
