"""The end of the sheet: totals, the outcome and who signs; it stays together."""

from collections.abc import Iterator

from desktop_app.export.flow.pieces import Piece
from desktop_app.export.paper import BOX_WIDTH
from desktop_app.export.screening.boxes import blank, named_box
from desktop_app.export.typesetting.blocks import Block, Line, beside, stacked
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import (
    CELL,
    COLUMN_HEADER,
    HEADINGS,
    ROW,
    ROW_HEADER,
    TABLE,
    Tag,
)
from desktop_app.languages import N_, _
from desktop_app.presentation.screening.content import Answer, ScreeningList, ScreeningSheet

_TITLE = N_("Outcome of screening")
_COLUMNS = (0.0, 236.0, 300.0, 378.0, 456.0)
_SIGNED = ((0.0, N_("{who}: name")), (0.4, N_("{who}: signature")), (0.8, N_("{who}: date")))


def outcome_piece(setting: Setting, sheet: ScreeningSheet) -> Piece:
    """Return totals by list, the boxes of the outcome, and the lines to sign on."""
    style = Style(setting.scaled(1.35), BOLD)
    title = _(_TITLE)
    heading = setting.paragraph(title, BOX_WIDTH, style)
    parts = (
        heading.tagged(Tag(HEADINGS[1], title=title)),
        _totals(setting, [one for one in sheet.lists if one.count]),
        _outcomes(setting, sheet.outcomes),
        *(_signature(setting, one.label) for one in sheet.signatures),
    )
    return Piece(stacked(parts, setting.size * 0.8), above=setting.size * 1.7)


def _totals(setting: Setting, lists: list[ScreeningList]) -> Block:
    heads = (_("Answers in total"), _("Criteria"), *(one.words for one in Answer))
    rows = [_row(setting, heads, is_head=True)]
    for one in lists:
        cells = (_named(one), str(one.count), "", "", "")
        rows.append(_row(setting, cells, is_head=False))
    return stacked(rows).tagged(TABLE) if lists else Block(0.0)


def _named(one: ScreeningList) -> str:
    """Return the title of a list, with how often which answer is needed."""
    if not one.needed:
        return one.title
    # Translators: for example "Inclusion criteria, needed: 12 Yes".
    return _("{title}, needed: {count} {answer}").format(
        title=one.title, count=one.count, answer=one.needed.words
    )


def _row(setting: Setting, cells: tuple[str, ...], *, is_head: bool) -> Block:
    ends = (*_COLUMNS[1:], BOX_WIDTH)
    parts = []
    for at, (cell, left, right) in enumerate(zip(cells, _COLUMNS, ends, strict=True)):
        style = setting.small if is_head else setting.body
        text = setting.paragraph(cell, right - left - 6, style)
        tag = COLUMN_HEADER if is_head else CELL if at else ROW_HEADER
        parts.append((left, Block(text.height, (), ((0.0, 0.0, text),), tag)))
    height = max(block.height for _, block in parts) + (4 if is_head else 10)
    rule = Line(0, height, BOX_WIDTH, height, 0.6 if is_head else 0.4, 0.3 if is_head else 0.6)
    lines = () if is_head else tuple(Line(x - 4, 0, x - 4, height, 0.35, 0.7) for x in _COLUMNS[2:])
    placed = tuple((x, height - 4 - block.height, block) for x, block in parts)
    return Block(height, (rule, *lines), placed, ROW)


def _outcomes(setting: Setting, names: tuple[str, ...]) -> Block:
    label = setting.paragraph(_("The participant is"), 100.0, setting.body)
    boxes = [(110.0 * at, named_box(setting, name, 100.0)) for at, name in enumerate(names, 1)]
    return beside((0.0, label), *boxes)


def _signature(setting: Setting, label: str) -> Block:
    return beside(*_signed(setting, label))


def _signed(setting: Setting, label: str) -> Iterator[tuple[float, Block]]:
    ends = (*(share for share, _ in _SIGNED[1:]), 1.0)
    for (share, hint), end in zip(_SIGNED, ends, strict=True):
        width = (end - share) * BOX_WIDTH - (12 if end < 1 else 0)
        yield share * BOX_WIDTH, blank(setting, _(hint).format(who=label), "", width)
