"""Marked words on paper: removed ones struck out, added ones underlined and bold.

Each marked stretch is an element of its own that says what its mark means to who cannot see it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.analysis.changes.words import Mark, Piece
from desktop_app.export.flow.texts import text_block
from desktop_app.export.typesetting.blocks import NOTHING, Block, Line, Text, stacked
from desktop_app.export.typesetting.directions import has_right_to_left
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import QUIET, Setting, Style
from desktop_app.export.typesetting.tags import PARAGRAPH, Role, Tag
from desktop_app.presentation.changes.spoken import lines_of, marked, spoken_text

_MOST_DRAWN = 40_000
"""Characters of a text that is drawn with marks; a longer one tells them in words."""
_WIDEST_WORD = 15_000
"""Thousandths of the type size."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of one mark in one line; distances in points."""

    mark: Mark
    text: str
    x: float
    width: float


def marked_block(setting: Setting, pieces: Sequence[Piece], width: float) -> Block:
    """Return marked words broken into lines of a width in points.

    What runs from right to left has its marks in words, as has what is too long.
    """
    whole = "".join(piece.text for piece in pieces)
    if len(whole) > _MOST_DRAWN or has_right_to_left(whole):
        return text_block(setting, spoken_text(pieces), width)
    blocks = [
        _line(setting, runs) for line in lines_of(pieces) for runs in _broken(setting, line, width)
    ]
    parts = stacked(blocks)
    return Block(parts.height, (), parts.parts, PARAGRAPH) if blocks else NOTHING


def _style(setting: Setting, mark: Mark) -> Style:
    match mark:
        case Mark.KEPT:
            return setting.body
        case Mark.REMOVED:
            return Style(setting.size, grey=QUIET)
        case Mark.ADDED:
            return Style(setting.size, BOLD)


def _broken(setting: Setting, line: Sequence[Piece], width: float) -> Iterator[list[_Run]]:
    """Yield the runs of each line of paper; a word that is wider than the line stands alone."""
    runs: list[_Run] = []
    used = 0.0
    for mark, text, gap in _words(setting, line):
        style = _style(setting, mark)
        space = setting.width("a a", style) - 2 * setting.width("a", style) if gap and runs else 0.0
        needed = setting.width(text, style)
        if runs and used + space + needed > width:
            yield runs
            runs, used, space = [], 0.0, 0.0
        last = runs[-1] if runs else None
        if last is not None and last.mark is mark:
            blank = " " if space else ""
            runs[-1] = _Run(mark, last.text + blank + text, last.x, used + space + needed - last.x)
        else:
            runs.append(_Run(mark, text, used + space, needed))
        used += space + needed
    if runs:
        yield runs


def _words(setting: Setting, line: Sequence[Piece]) -> Iterator[tuple[Mark, str, bool]]:
    """Yield words, with whether there is a blank before them; long ones in parts."""
    blank = False
    for piece in line:
        style = _style(setting, piece.mark)
        for text in re.findall(r"\s+|\S+", piece.text):
            if text.isspace():
                blank = True
                continue
            for part in setting.breaker.lines(text, style.font, _WIDEST_WORD):
                yield piece.mark, part, blank
                blank = False


def _line(setting: Setting, runs: Sequence[_Run]) -> Block:
    height = setting.line_height(setting.body)
    parts = tuple((run.x, 0.0, _run(setting, run, height)) for run in runs)
    return Block(height, (), parts)


def _run(setting: Setting, run: _Run, height: float) -> Block:
    style = _style(setting, run.mark)
    y = setting.baseline(style)
    text = Text(0.0, y, (run.text,), height, style.font, style.size, style.grey)
    if run.mark is Mark.KEPT:
        return Block(height, (text,))
    at = y - 0.28 * style.size if run.mark is Mark.REMOVED else y + 0.14 * style.size
    rule = Line(0.0, at, run.width, at, 0.06 * style.size, style.grey)
    return Block(height, (text, rule), (), Tag(Role.SPAN, alt=marked(run.mark, run.text)))
