"""The tables of the brief, and that of its primary outcomes."""

from collections.abc import Sequence

from desktop_app.export.brief.prose import more
from desktop_app.export.typesetting.blocks import NOTHING, Block, Line, stacked
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import CELL, ROW, ROW_HEADER, Role, Tag
from desktop_app.presentation.brief.content import Brief
from desktop_app.presentation.wording import count_of


def natural(setting: Setting, texts: Sequence[str], style: Style) -> float:
    """Return the width of a column in which no text is broken."""
    widest = max((setting.width(text, style) for text in texts), default=0.0)
    return widest + setting.size if widest else 0.0


def table(
    setting: Setting,
    rows: Sequence[Sequence[Block]],
    columns: Sequence[float],
    width: float,
    name: str,
) -> Block:
    """Return rows with a thin rule below each; the first cell of each is its header.

    Tables of one name are one for who hears them. There are no heads of columns: what stands in
    each is plain, and the page needs the room.
    """
    pad = setting.size * (0.1 + 0.2 * setting.air)
    set_rows = []
    for row in rows:
        height = max(cell.height for cell in row) + 2 * pad
        tags = (ROW_HEADER, *(CELL,) * (len(row) - 1))
        parts = tuple(
            (x, pad, cell.tagged(tag)) for x, cell, tag in zip(columns, row, tags, strict=True)
        )
        set_rows.append(Block(height, (Line(0, height, width, height, 0.5, 0.75),), parts, ROW))
    return stacked(set_rows).tagged(Tag(Role.TABLE, name)) if set_rows else NOTHING


def outcomes(setting: Setting, brief: Brief, width: float) -> Block:
    """Return the primary outcomes with their time frames."""
    shown = brief.outcomes.items
    measure = natural(setting, [one.measure for one in shown], setting.body)
    frame = natural(setting, [one.time_frame for one in shown], setting.body)
    second = _second_column(setting, measure, frame, width)
    rows = [
        [
            setting.paragraph(one.measure, second - setting.size),
            setting.paragraph(one.time_frame, width - second),
        ]
        for one in shown
    ]
    left_out = brief.outcomes.left_out
    said = more(setting, count_of(left_out, "more primary outcome") if left_out else "", width)
    title = "Primary outcomes and their time frames"
    shown_table = table(setting, rows, (0.0, second), width, "outcomes")
    return setting.section(title, width, (shown_table, said))


def _second_column(setting: Setting, measure: float, frame: float, width: float) -> float:
    """Return where time frames begin: above the right column of the page where that has room."""
    middle = (width + setting.size * 1.8) / 2
    if measure <= middle and frame - setting.size <= width - middle:
        return middle
    return width * min(0.72, max(0.4, measure / max(1.0, measure + frame)))
