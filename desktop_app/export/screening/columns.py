"""The columns of the table of criteria, from the left edge of the box, in points."""

from desktop_app.export.paper import BOX_WIDTH
from desktop_app.export.typesetting.blocks import Block, Line
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import COLUMN_HEADER, ROW
from desktop_app.languages import _, pgettext
from desktop_app.presentation.screening.content import Answer

_PAD = 4.0
NUMBER, TEXT = 0.0, 40.0
INITIALS = BOX_WIDTH - 36.0
DAY = INITIALS - 48.0
SOURCE = DAY - 66.0
ANSWERS = (SOURCE - 84.0, SOURCE - 62.0, SOURCE - 40.0)
"""Where the columns of Yes, No and Unknown begin."""
ENDS = (*ANSWERS[1:], SOURCE)
TEXT_WIDTH = ANSWERS[0] - TEXT - 2 * _PAD
WRITTEN = (SOURCE, DAY, INITIALS)
"""The columns that are filled in by hand, each with a thin line at its left."""
COUNT = 8
_HEAD_SIZE = 7.75


def head_row(setting: Setting, title: str) -> Block:
    """Return the head of the table; ``title`` stands above the criteria."""
    labels = (
        (NUMBER, TEXT, pgettext("of a criterion", "Number")),
        (TEXT, ANSWERS[0], title),
        *zip(ANSWERS, ENDS, (_(one.value) for one in Answer), strict=True),
        (SOURCE + _PAD, DAY, _("Source document")),
        (DAY + _PAD, INITIALS, _("Date")),
        (INITIALS + _PAD, BOX_WIDTH, _("Initials")),
    )
    style = Style(_HEAD_SIZE, BOLD)
    cells = [
        (_middle(setting, left, right, text, style), right - left, text)
        for left, right, text in labels
    ]
    blocks = [(x, setting.paragraph(text, width, style)) for x, width, text in cells]
    height = max(block.height for _, block in blocks) + 5
    parts = tuple(
        (x, height - 3 - block.height, Block(block.height, (), ((0.0, 0.0, block),), COLUMN_HEADER))
        for x, block in blocks
    )
    return Block(height, (Line(0, height, BOX_WIDTH, height, 1.0, 0.0),), parts, ROW)


def _middle(setting: Setting, left: float, right: float, text: str, style: Style) -> float:
    """Return where a text begins: in the middle of its column above boxes, else at the left."""
    if left not in ANSWERS:
        return left
    return left + (right - left - setting.width(text, style)) / 2
