"""The columns of the table of criteria, from the left edge of the box, in points.

Those that are filled in by hand are as wide as a hand needs, or as the words above them, which are
longer in some languages than in others.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from desktop_app.export.paper import BOX_WIDTH
from desktop_app.export.typesetting.blocks import Block, Line
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import COLUMN_HEADER, ROW
from desktop_app.languages import _, pgettext
from desktop_app.presentation.screening.content import Answer

_PAD = 4.0
NUMBER, TEXT = 0.0, 40.0
COUNT = 8
_STYLE = Style(7.75, BOLD)
_LEAST = (22.0, 22.0, 40.0, 66.0, 48.0, 36.0)
"""How wide the three answers, the source document, the date and the initials are at least."""
_MOST = 0.55
"""Of the page: the words of criteria keep the rest, whatever stands above the other columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns behind the words of the criteria begin, and the head of each."""

    lefts: tuple[float, ...]
    heads: tuple[str, ...]

    @classmethod
    def of(cls, setting: Setting) -> "Columns":
        """Return the columns for the words of the spoken language."""
        return setting.remembered("screening columns", lambda: _columns(setting))

    @property
    def text_width(self) -> float:
        """Return the room for the words of a criterion."""
        return self.lefts[0] - TEXT - 2 * _PAD

    @property
    def answers(self) -> tuple[tuple[float, float], ...]:
        """Return where the columns of Yes, No and Unknown begin and end."""
        return tuple(zip(self.lefts, self.lefts[1:], strict=False))[: len(Answer)]

    @property
    def written(self) -> tuple[float, ...]:
        """Return where the columns for a pen begin, each with a thin line at its left."""
        return self.lefts[len(Answer) :]


def _columns(setting: Setting) -> Columns:
    heads = (
        *(one.words for one in Answer),
        _("Source document"),
        _("Date"),
        _("Initials"),
    )
    needed = (
        max(setting.width(word, _STYLE) for word in head.split()) + _PAD + 1 for head in heads
    )
    widths = [max(least, words) for least, words in zip(_LEAST, needed, strict=True)]
    share = min(1.0, _MOST * BOX_WIDTH / sum(widths))
    begin = BOX_WIDTH - share * sum(widths)
    lefts = accumulate((share * width for width in widths[:-1]), initial=begin)
    return Columns(tuple(lefts), heads)


def head_row(setting: Setting, title: str) -> Block:
    """Return the head of the table; ``title`` stands above the criteria."""
    blocks = [
        (x, setting.paragraph(text, width, _STYLE)) for x, width, text in _cells(setting, title)
    ]
    height = max(block.height for _x, block in blocks) + 5
    parts = tuple(
        (x, height - 3 - block.height, Block(block.height, (), ((0.0, 0.0, block),), COLUMN_HEADER))
        for x, block in blocks
    )
    return Block(height, (Line(0, height, BOX_WIDTH, height, 1.0, 0.0),), parts, ROW)


def _cells(setting: Setting, title: str) -> Sequence[tuple[float, float, str]]:
    """Return where each head begins, how wide it may be, and what it says."""
    columns = Columns.of(setting)
    answers = [
        (_middle(setting, left, right, head), right - left, head)
        for (left, right), head in zip(columns.answers, columns.heads, strict=False)
    ]
    ends = (*columns.written[1:], BOX_WIDTH)
    written = [
        (left + _PAD, right - left - _PAD, head)
        for left, right, head in zip(
            columns.written, ends, columns.heads[len(answers) :], strict=True
        )
    ]
    number = (NUMBER, TEXT - NUMBER, pgettext("of a criterion", "Number"))
    return (number, (TEXT, columns.text_width, title), *answers, *written)


def _middle(setting: Setting, left: float, right: float, text: str) -> float:
    """Return where a text begins that stands in the middle above boxes, if it has room there."""
    return max(left, left + (right - left - setting.width(text, _STYLE)) / 2)
