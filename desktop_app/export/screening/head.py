"""What stands above the criteria: which study, what the sheet is not, what is to be filled in."""

from collections.abc import Iterator

from desktop_app.export.flow.pieces import Piece
from desktop_app.export.paper import BOX_WIDTH
from desktop_app.export.screening.boxes import blank
from desktop_app.export.typesetting.blocks import Block, Frame, stacked
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.presentation.screening.content import ScreeningSheet
from desktop_app.punctuation import with_note

_BETWEEN = 14.0


def head_pieces(setting: Setting, sheet: ScreeningSheet) -> Iterator[Piece]:
    """Yield the title with what identifies the study, the warning, and the blanks."""
    yield Piece(_study(setting, sheet))
    yield Piece(_warning(setting, sheet.warning), above=setting.size * 0.8)
    yield Piece(_blanks(setting, sheet), above=setting.size * 0.8)


def _study(setting: Setting, sheet: ScreeningSheet) -> Block:
    title = Style(setting.scaled(1.25), BOLD)
    identity = sheet.identity
    parts = (identity.phase, identity.study_type, sheet.sponsor)
    return stacked(
        (
            setting.paragraph(with_note(sheet.title, sheet.acronym), BOX_WIDTH, title),
            setting.paragraph(" · ".join(parts), BOX_WIDTH, setting.small),
        ),
        2.0,
    )


def _warning(setting: Setting, words: str) -> Block:
    pad = setting.size * 0.55
    text = setting.paragraph(words, BOX_WIDTH - 2 * pad, setting.strong)
    height = text.height + 2 * pad
    return Block(height, (Frame(0, 0, BOX_WIDTH, height, 1.0),), ((pad, pad, text),))


def _blanks(setting: Setting, sheet: ScreeningSheet) -> Block:
    """Return the blanks side by side, the last of them wider for its longer label."""
    count = len(sheet.blanks)
    room = BOX_WIDTH - _BETWEEN * (count - 1)
    usual = room / (count + 0.75)
    widths = [*[usual] * (count - 1), room - usual * (count - 1)]
    blocks = [
        blank(setting, one.label, one.hint, width)
        for one, width in zip(sheet.blanks, widths, strict=True)
    ]
    height = max(block.height for block in blocks)
    # The lines to write on stand side by side, however many lines their labels take.
    parts = tuple(
        (at * (usual + _BETWEEN), height - block.height, block) for at, block in enumerate(blocks)
    )
    return Block(height, (), parts)
