"""The tables of the brief, and that of its primary outcomes."""

from collections.abc import Sequence

from desktop_app.export.brief.figures import Drawn
from desktop_app.export.brief.prose import more
from desktop_app.export.typesetting.blocks import NOTHING, Block, Line, stacked
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import CELL, ROW, ROW_HEADER, Role, Tag
from desktop_app.languages import _, ngettext
from desktop_app.presentation.brief.content import Brief
from desktop_app.presentation.wording import grouped

_SMALL = 8.5


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
    *,
    goes_on: bool = False,
) -> Block:
    """Return rows with thin rules between them; the first cell of each is its header.

    Tables of one name are one for who hears them. There are no heads of columns: what stands in
    each is plain, and the page needs the room. ``goes_on`` tells that a table is above.
    """
    pad = setting.size * (0.1 + 0.2 * setting.air)
    set_rows: list[Block] = []
    for row in rows:
        height = max(cell.height for cell in row) + 2 * pad
        tags = (ROW_HEADER, *(CELL,) * (len(row) - 1))
        parts = tuple(
            (x, pad, cell.tagged(tag)) for x, cell, tag in zip(columns, row, tags, strict=True)
        )
        rule = (Line(0, 0, width, 0, 0.5, 0.75),) if goes_on or set_rows else ()
        set_rows.append(Block(height, rule, parts, ROW))
    return stacked(set_rows).tagged(Tag(Role.TABLE, name)) if set_rows else NOTHING


def outcomes(setting: Setting, brief: Brief, schematic: Drawn | None, width: float) -> Block:
    """Return the primary outcomes with their time frames.

    Where type is small, the page has no room to say again what the schematic tells in full.
    """
    shown = brief.outcomes.items
    texts = (text for one in shown for text in (one.measure, one.time_frame))
    has_no_room = setting.size < _SMALL and not brief.outcomes.left_out
    if has_no_room and schematic and schematic.tells(texts):
        return NOTHING
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
    said = more(setting, _left_out(brief.outcomes.left_out), width)
    title = _("Primary outcomes and their time frames")
    shown_table = table(setting, rows, (0.0, second), width, "outcomes")
    return setting.section(title, width, (shown_table, said))


def _left_out(count: int) -> str:
    if not count:
        return ""
    said = ngettext("{count} more primary outcome", "{count} more primary outcomes", count)
    return said.format(count=grouped(count))


def _second_column(setting: Setting, measure: float, frame: float, width: float) -> float:
    """Return where time frames begin: above the right column of the page where that has room."""
    middle = (width + setting.gutter) / 2
    if measure <= middle and frame - setting.size <= width - middle:
        return middle
    return width * min(0.72, max(0.4, measure / max(1.0, measure + frame)))
