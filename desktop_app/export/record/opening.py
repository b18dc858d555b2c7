"""How the full record begins: its title, where the study stands, and what the paper is not."""

from collections.abc import Iterator

from desktop_app.export.about import About, about
from desktop_app.export.flow.pieces import Piece, spaced
from desktop_app.export.flow.sections import Measure, heading_piece, section_pieces
from desktop_app.export.flow.texts import text_block
from desktop_app.export.source import Source
from desktop_app.export.typesetting.setting import Setting
from desktop_app.languages import N_, _, pgettext
from desktop_app.presentation.section import Field, FieldList, Section

PAPER_NOTE = N_(
    "Printed from a public registry record. Not the approved protocol, not medical advice."
)


def opening_pieces(
    setting: Setting, source: Source, printed: str, measure: Measure
) -> Iterator[Piece]:
    """Yield what stands before the contents; ``printed`` is the day."""
    told = about(source)
    yield Piece(text_block(setting, " · ".join(told.marks), measure.width, setting.strong))
    yield heading_piece(setting, told.title, measure.width, 0)
    yield Piece(text_block(setting, " · ".join(told.facts), measure.width), above=setting.size)
    for notice in told.notices:
        text = text_block(setting, notice, measure.width, setting.strong)
        yield Piece(text, above=setting.size * 0.5)
    section = Section("", (FieldList(tuple(_fields(told, printed))),))
    yield from spaced(section_pieces(setting, (section,), measure, 1), setting.gap)


def _fields(told: About, printed: str) -> Iterator[Field]:
    yield Field(_("Source"), told.record)
    if told.address:
        yield Field(_("Address"), told.address)
    yield Field(pgettext("a document", "File"), told.document)
    yield Field(_("Printed on"), printed)
    yield Field(_("What it is"), _(PAPER_NOTE))
