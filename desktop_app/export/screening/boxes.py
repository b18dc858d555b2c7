"""Boxes to tick and lines to write on."""

from desktop_app.export.typesetting.blocks import Block, Frame, Line
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import Role, Tag
from desktop_app.languages import _
from desktop_app.punctuation import with_note

SIDE = 12.2
"""Points: 4.3 mm, which a pen can hit."""
WRITING = 24.0
"""Points: 8.5 mm above a line, for what is written by hand."""
_STRONG, _LIGHT = 1.0, 0.6


def tick_box(name: str, *, is_part: bool = False) -> Block:
    """Return an empty box; that of a part of a criterion is lighter."""
    thickness = _LIGHT if is_part else _STRONG
    frame = Frame(0.0, 0.0, SIDE, SIDE, thickness, 0.35 if is_part else 0.0)
    return Block(
        SIDE, (frame,), (), Tag(Role.FIGURE, alt=_("{name}, box to tick").format(name=name))
    )


def named_box(setting: Setting, name: str, width: float) -> Block:
    """Return a box with its name at its right."""
    text = setting.paragraph(name, width - SIDE - setting.size * 0.6, setting.body)
    height = max(SIDE, text.height)
    parts = (
        (0.0, (height - SIDE) / 2, tick_box(name)),
        (SIDE + setting.size * 0.6, (height - text.height) / 2, text),
    )
    return Block(height, (), parts)


def blank(setting: Setting, label: str, hint: str, width: float) -> Block:
    """Return a label with its hint above a line to write on."""
    text = setting.paragraph(with_note(label, hint), width, setting.small)
    height = text.height + WRITING - setting.size * 0.4
    return Block(height, (Line(0, height, width, height, 0.6, 0.2),), ((0.0, 0.0, text),))
