"""Sets the large-print handout of a record."""

from collections.abc import Iterator
from datetime import date

from desktop_app import APPLICATION
from desktop_app.conventions import date_text
from desktop_app.export.about import REGISTRY, number_words, version_words
from desktop_app.export.flow.paging import paged
from desktop_app.export.flow.pieces import Piece
from desktop_app.export.flow.sections import heading_piece
from desktop_app.export.handout.answers import answer_pieces
from desktop_app.export.handout.frame import MEASURE, framed
from desktop_app.export.handout.large_print import LargePrint
from desktop_app.export.paper import BOX_WIDTH, Paper
from desktop_app.export.pdf.pages import SheetPages
from desktop_app.export.source import Source
from desktop_app.export.typesetting.blocks import Block, Code, Frame, stacked
from desktop_app.export.typesetting.line_breaking import LineBreaker
from desktop_app.export.typesetting.setting import Setting
from desktop_app.languages import _
from desktop_app.presentation.handout import HandoutTitle, handout_sections, handout_title

_CODE_SIDE = 120.0


def handout_pages(source: Source, paper: Paper, today: date) -> SheetPages:
    """Return the handout of a record as pages that are set."""
    title = handout_title(source.study, today)
    setting = LargePrint(LineBreaker())
    pages = tuple(paged(_pieces(setting, source, title), MEASURE.height))
    return SheetPages(
        framed(setting, pages, f"{title.nct_id} · {version_words(title.record_date)}", paper),
        title=f"{title.nct_id}: {title.title}",
        subject=_("Large-print handout made from a public registry record"),
    )


def _pieces(setting: Setting, source: Source, title: HandoutTitle) -> Iterator[Piece]:
    yield from _head(setting, title)
    for section in handout_sections(source.study, title.printed):
        yield from answer_pieces(setting, section, MEASURE)
    yield _end(setting, title)


def _head(setting: Setting, title: HandoutTitle) -> Iterator[Piece]:
    yield heading_piece(setting, title.title, BOX_WIDTH, 0)
    named = " · ".join(part for part in (title.acronym, title.nct_id) if part)
    yield Piece(setting.paragraph(named, BOX_WIDTH), above=setting.gap * 0.5)
    pad = setting.size * 0.6
    text = setting.paragraph(title.warning, BOX_WIDTH - 2 * pad, setting.strong)
    height = text.height + 2 * pad
    framed_text = Block(height, (Frame(0, 0, BOX_WIDTH, height, 1.2),), ((pad, pad, text),))
    yield Piece(framed_text, above=setting.gap)


def _end(setting: Setting, title: HandoutTitle) -> Piece:
    """Return where all this comes from, with a code that leads there."""
    has_page = bool(title.address)
    width = BOX_WIDTH - (_CODE_SIDE + setting.size if has_page else 0.0)
    said = (
        # Translators: {version} is "version of 2026-11-22" or "version date not stated".
        _("From the {registry} record {number}, {version}.").format(
            registry=REGISTRY,
            number=number_words(title.nct_id),
            version=version_words(title.record_date),
        ),
        _("The code leads to the record in the registry.") if has_page else "",
        _("Printed on {date} by {application}.").format(
            date=date_text(title.printed), application=APPLICATION
        ),
    )
    text = stacked((setting.paragraph(one, width) for one in said), setting.small_gap)
    code = (Code(title.address, width + setting.size, 0.0, _CODE_SIDE),) if has_page else ()
    height = max(text.height, _CODE_SIDE if has_page else 0.0)
    return Piece(Block(height, code, ((0.0, 0.0, text),)), above=setting.size * 2)
