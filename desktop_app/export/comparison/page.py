"""The head and the foot of the page of a comparison."""

from collections.abc import Sequence
from datetime import date

from desktop_app.export.comparison.layout import ALIKE, WIDTH
from desktop_app.export.phrases import page_words, printed, shortened_words
from desktop_app.export.typesetting.blocks import Block, Line, stacked
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import FLOOR, QUIET, Setting, Style
from desktop_app.export.typesetting.tags import HEADINGS, Tag
from desktop_app.languages import _, ngettext
from desktop_app.presentation.comparison.content import Comparison
from desktop_app.presentation.comparison.sections import SOURCE


def head(setting: Setting, made: Comparison) -> Block:
    """Return the title of the page."""
    count = len(made.studies)
    title = ngettext("Comparison of {count} study", "Comparison of {count} studies", count)
    title = title.format(count=count)
    style = Style(setting.scaled(1.5), BOLD)
    text = setting.paragraph(title, WIDTH / 2, style)
    # Translators: explains the sign that stands before it.
    alike = _("all studies answer alike")
    legend = f"{ALIKE}  {alike}"
    width = setting.width(legend, setting.small)
    parts = (
        (0.0, 0.0, text.tagged(Tag(HEADINGS[0], title=title))),
        (WIDTH - width, setting.size * 0.5, setting.paragraph(legend, width + 1, setting.small)),
    )
    return Block(text.height, (), parts)


def foot(setting: Setting, day: date, shortened: Sequence[str]) -> Block:
    """Return what the page is, when it was printed, and what was shortened."""
    strong, plain = Style(FLOOR, BOLD), Style(FLOOR, grey=QUIET)
    said = shortened_words(shortened)
    if shortened:
        said = _("{shortened} All is in the full records.").format(shortened=said)
    counted = page_words(1, 1)
    counted_width = setting.width(counted, plain)
    text = stacked(
        (
            setting.paragraph(_(SOURCE), WIDTH, strong),
            setting.paragraph(f"{printed(day)} · {said}", WIDTH - counted_width - FLOOR, plain),
        )
    )
    page = setting.paragraph(counted, counted_width + 1, plain)
    at = WIDTH - counted_width
    parts = ((0.0, 5.0, text), (at, 5.0, page))
    return Block(text.height + 5, (Line(0, 0, WIDTH, 0),), parts)
