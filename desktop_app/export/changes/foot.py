"""The foot of the page: what it is, when it was printed, what it leaves out."""

from desktop_app.export.paper import BOX_WIDTH
from desktop_app.export.phrases import page_words, printed, shortened_words
from desktop_app.export.typesetting.blocks import Block, Line, stacked
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import FLOOR, QUIET, Setting, Style
from desktop_app.languages import _
from desktop_app.presentation.changes.counts import counted
from desktop_app.presentation.changes.cuts import Shown
from desktop_app.presentation.comparison.sections import SOURCE
from desktop_app.punctuation import joined_sentences, listed


def foot(setting: Setting, shown: Shown) -> Block:
    """Return the foot below its rule; its type does not grow with the page."""
    strong, plain = Style(FLOOR, BOLD), Style(FLOOR, grey=QUIET)
    said = _shortened(shown)
    page_number = page_words(1, 1)
    number_width = setting.width(page_number, plain)
    text = stacked(
        (
            setting.paragraph(_(SOURCE), BOX_WIDTH, strong),
            setting.paragraph(
                f"{printed(shown.made.printed)} · {said}", BOX_WIDTH - number_width - FLOOR, plain
            ),
        )
    )
    page = setting.paragraph(page_number, number_width + 1, plain)
    placed = ((0.0, 5.0, text), (BOX_WIDTH - number_width, 5.0, page))
    return Block(text.height + 5, (Line(0, 0, BOX_WIDTH, 0),), placed)


def _shortened(shown: Shown) -> str:
    """Return what the page lacks, and where that is."""
    if not shown.shortenings:
        return shortened_words(())
    counts = listed(counted(shown.made, part, count) for part, count in shown.left_out)
    texts = shown.shortened_texts
    sentences = (
        _("Left out: {what}.").format(what=counts) if counts else "",
        shortened_words(texts) if texts else "",
        _("All is in the full records."),
    )
    return joined_sentences(sentences)
