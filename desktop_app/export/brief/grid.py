"""The design of the brief: one sentence above the grid of key facts."""

from collections.abc import Iterator

from desktop_app.export.typesetting.blocks import Block, Line, Text, stacked
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import ITEM, ITEM_BODY, ITEM_LABEL, LIST
from desktop_app.presentation.brief.content import Brief


def design(setting: Setting, brief: Brief, width: float) -> Block:
    """Return the design in one sentence above the grid of key facts."""
    rows = stacked(tuple(_rows(setting, brief, width)))
    boxed = _ruled(rows, width)
    parts = (setting.paragraph(brief.design, width), boxed)
    return setting.section("Design", width, (stacked(parts, setting.gap * 0.6),))


def _ruled(rows: Block, width: float) -> Block:
    lines = [Line(0, 0, width, 0), Line(0, rows.height, width, rows.height)]
    lines += [Line(0, top, width, top, 0.5, 0.7) for _, top, _ in rows.parts if top]
    lines += [Line(x, 0, x, rows.height, 0.5, 0.7) for x in (width / 4, width / 2, width * 0.75)]
    lines += [Line(x, 0, x, rows.height) for x in (0.0, width)]
    return Block(rows.height, tuple(lines), ((0.0, 0.0, rows),), LIST)


def _rows(setting: Setting, brief: Brief, width: float) -> Iterator[Block]:
    cell = width / 4
    inset = setting.size * 0.6
    room = cell - 2 * inset
    pad = setting.size * (0.2 + 0.25 * setting.air)
    for start in range(0, len(brief.facts), 4):
        cells = []
        for index, fact in enumerate(brief.facts[start : start + 4]):
            value = Style(setting.size, REGULAR if fact.is_absent else BOLD)
            parts = (
                setting.paragraph(fact.label, room, setting.small).tagged(ITEM_LABEL),
                _value(setting, fact.value, fact.note, room, value).tagged(ITEM_BODY),
            )
            cells.append((cell * index + inset, pad, stacked(parts).tagged(ITEM)))
        height = max(block.height for _, _, block in cells)
        yield Block(height + 2 * pad, (), tuple(cells))


def _value(setting: Setting, value: str, note: str, width: float, style: Style) -> Block:
    """Return a value with its note behind it, or below where there is no room."""
    text = setting.paragraph(value, width, style)
    if not note:
        return text
    said = f" ({note})"
    last = text.marks[-1]
    if isinstance(last, Text):
        x = setting.width(last.lines[-1], style)
        if x + setting.width(said, setting.small) + setting.width(" ", setting.small) <= width:
            behind = setting.set_lines((said,), setting.small)
            drop = last.last_y - setting.baseline(setting.small)
            return Block(text.height, text.marks, ((x, drop, behind),))
    return stacked((text, setting.paragraph(said.strip(), width, setting.small)))
