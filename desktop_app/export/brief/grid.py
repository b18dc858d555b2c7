"""The grid of key facts.

Who hears it gets a list, each label with its value: the rows and columns of the grid mean nothing.
"""

from collections.abc import Iterator

from desktop_app.export.typesetting.blocks import Block, Line, Text, stacked
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import ITEM, ITEM_BODY, ITEM_LABEL, LIST
from desktop_app.presentation.brief.content import Brief
from desktop_app.punctuation import with_note

_CELLS = 4


def facts(setting: Setting, brief: Brief, width: float) -> Block:
    """Return the key facts: a label above each value, four in a row, with rules between rows."""
    rows = stacked(tuple(_rows(setting, brief, width)))
    lines = [Line(0, 0, width, 0)]
    lines += [Line(0, top, width, top, 0.5, 0.75) for _, top, _ in rows.parts if top]
    return Block(rows.height, tuple(lines), ((0.0, 0.0, rows),), LIST)


def _rows(setting: Setting, brief: Brief, width: float) -> Iterator[Block]:
    # The third cell begins where the right column of the page does.
    cell = (width - 3 * setting.gutter) / _CELLS
    pad = setting.size * (0.2 + 0.25 * setting.air)
    for start in range(0, len(brief.facts), _CELLS):
        cells = []
        for index, fact in enumerate(brief.facts[start : start + _CELLS]):
            value = Style(setting.size, REGULAR if fact.is_absent else BOLD)
            parts = (
                setting.paragraph(fact.label, cell, setting.small).tagged(ITEM_LABEL),
                _value(setting, fact.value, fact.note, cell, value).tagged(ITEM_BODY),
            )
            left = index * (cell + setting.gutter)
            cells.append((left, pad, stacked(parts).tagged(ITEM)))
        height = max(block.height for _, _, block in cells)
        yield Block(height + 2 * pad, (), tuple(cells))


def _value(setting: Setting, value: str, note: str, width: float, style: Style) -> Block:
    """Return a value with its note behind it, or below where there is no room."""
    text = setting.paragraph(value, width, style)
    if not note:
        return text
    said = with_note("", note)
    last = text.marks[-1]
    if isinstance(last, Text):
        x = setting.width(last.lines[-1], style)
        if x + setting.width(said, setting.small) + setting.width(" ", setting.small) <= width:
            behind = setting.set_lines((said,), setting.small)
            drop = last.last_y - setting.baseline(setting.small)
            return Block(text.height, text.marks, ((x, drop, behind),))
    return stacked((text, setting.paragraph(said.strip(), width, setting.small)))
