"""Texts of sections as blocks: line ends of the record stay line ends."""

from collections.abc import Sequence

from desktop_app.export.typesetting.blocks import Block, stacked
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import PARAGRAPH

_GROUP = 60
_BLANK_LINE = 0.5
"""How high an empty line of a text is, in lines."""


def text_block(setting: Setting, text: str, width: float, style: Style | None = None) -> Block:
    """Return a text of one or more lines as one paragraph."""
    if "\n" not in text:
        return setting.paragraph(text, width, style)
    chosen = style or setting.body
    blank = Block(setting.line_height(chosen) * _BLANK_LINE)
    lines = [setting.paragraph(line.strip(), width, style) for line in text.split("\n")]
    # Several stretches of one element, not several paragraphs.
    parts = _grouped([line if line.height else blank for line in lines])
    return Block(parts.height, (), parts.parts, PARAGRAPH)


def _grouped(blocks: Sequence[Block]) -> Block:
    """Return blocks one below the other, many of them in groups: each page looks at all groups."""
    while len(blocks) > _GROUP:
        starts = range(0, len(blocks), _GROUP)
        blocks = [stacked(blocks[start : start + _GROUP]) for start in starts]
    return stacked(blocks)
