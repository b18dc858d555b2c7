"""A list of criteria as a flow: numbers that hang, parts indented below what they are parts of."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from desktop_app.export.brief.elements import within
from desktop_app.export.brief.flows import Flow, noted
from desktop_app.export.brief.prose import more_sentences
from desktop_app.export.typesetting.blocks import Block, indented, stacked
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import ITEM_LABEL, Role, Tag
from desktop_app.languages import _, ngettext
from desktop_app.presentation.brief.content import CriteriaList, CriterionLine, LineKind
from desktop_app.presentation.brief.cuts import announces
from desktop_app.presentation.wording import NOT_STATED, grouped

_AHEAD = 200
_GROUP_HEADING = Tag(Role.SUBHEADING)


def criteria(setting: Setting, content: CriteriaList, width: float) -> Flow:
    """Return a list of criteria, numbered and with their parts indented."""
    if content.is_absent:
        return Flow(content.title, (setting.paragraph(_(NOT_STATED), width),))
    title, lines = content.title, content.lines
    hang = setting.remembered(
        ("hang", title, len(lines) > _AHEAD), lambda: _hangs(setting, content)
    )
    places = setting.remembered(("places", title, len(lines)), lambda: tuple(_places(content)))
    pieces = []
    for index, (line, place) in enumerate(zip(lines, places, strict=True)):
        make = partial(_criterion, setting, line, width, hang, place)
        # A list is only ever shortened at its end: a line of it looks the same then.
        pieces.append(setting.remembered(("line", title, index, width, hang), make))
    kept = _with_next(setting, pieces, [announces(line) for line in lines])
    return Flow(title, noted(setting, kept, _left_out(content), width))


def _with_next(
    setting: Setting, pieces: Sequence[Block], announcing: Sequence[bool]
) -> tuple[Block, ...]:
    """Join what announces a list with its first item, so that no column breaks between them."""
    joined: list[Block] = []
    held: list[Block] = []
    for piece, is_announcing in zip(pieces, announcing, strict=True):
        held.append(piece)
        if not is_announcing:
            joined.append(stacked(held, setting.small_gap) if held[1:] else piece)
            held = []
    return (*joined, *held)


def _hangs(setting: Setting, content: CriteriaList) -> tuple[float, ...]:
    """Return for each depth how far its text stands from the left, with room for the numbers.

    Some numbers that are left out count too, so that a list of another length looks the same.
    """
    room: dict[int, float] = {}
    ahead = max(0, _AHEAD - len(content.lines))
    for line in (*content.lines, *content.left_out[:ahead]):
        if line.kind is LineKind.CRITERION:
            needed = setting.width(line.number, setting.small) + setting.size * 0.6
            room[line.depth] = max(room.get(line.depth, 0.0), needed)
    return tuple(accumulate(room.get(depth, 0.0) for depth in range(max(room, default=0) + 1)))


def _places(content: CriteriaList) -> Iterator[tuple[Tag, ...]]:
    """Yield the elements that hold each line: list, item and text, after those it is a part of.

    Lists and items have keys, since they go on in the next column. A list ends at a heading or a
    sentence that is no criterion.
    """
    path: tuple[Tag, ...] = ()
    group = 0
    for index, line in enumerate(content.lines):
        if line.kind in (LineKind.HEADING, LineKind.LEAD):
            path, group = (), group + 1
        elif line.kind is LineKind.CRITERION:
            above = path[: 3 * line.depth]
            key = "parts" if above else (content.title, group)
            path = (*above, Tag(Role.LIST, key), Tag(Role.ITEM, index), Tag(Role.ITEM_BODY, "text"))
        yield path


def _criterion(
    setting: Setting,
    line: CriterionLine,
    width: float,
    hang: tuple[float, ...],
    place: tuple[Tag, ...],
) -> Block:
    if line.kind is LineKind.HEADING:
        return setting.paragraph(line.text, width, setting.strong).tagged(_GROUP_HEADING)
    if line.kind is LineKind.LEAD:
        return setting.paragraph(line.text, width)
    # Parts of parts of parts: their numbers tell, and the text keeps room.
    indent = min(hang[min(line.depth, len(hang) - 1)], width / 2)
    text = within(place, setting.paragraph(line.text or "–", width - indent))
    if not line.number:
        return indented(text, indent)
    number = setting.set_lines((line.number,), setting.small)
    drop = setting.baseline(setting.body) - setting.baseline(setting.small)
    at = min(hang[line.depth - 1], indent) if line.depth else 0.0
    label = within((*place[:-1], ITEM_LABEL), number)
    return Block(text.height, (), ((at, drop, label), (indent, 0.0, text)))


def _left_out(content: CriteriaList) -> str:
    criteria = [line for line in content.left_out if line.kind is LineKind.CRITERION]
    rest = len(content.left_out) - len(criteria)
    if not criteria:
        return more_sentences(rest)
    count = len(criteria)
    if all(line.depth for line in criteria):
        said = ngettext("{count} more part of a criterion", "{count} more parts of criteria", count)
    elif any(line.depth for line in criteria):
        said = ngettext(
            "{count} more criterion and parts of criteria",
            "{count} more criteria and parts of criteria",
            count,
        )
    else:
        said = ngettext("{count} more criterion", "{count} more criteria", count)
    return said.format(count=grouped(count))
