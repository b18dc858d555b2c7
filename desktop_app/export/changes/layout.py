"""Sets changes at one type size: a row for each, its label at the left, its words at the right."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from desktop_app.analysis.changes.change import Part
from desktop_app.analysis.changes.words import Mark, Piece
from desktop_app.export.flow.revisions import marked_block
from desktop_app.export.paper import BOX_WIDTH
from desktop_app.export.typesetting.blocks import Block, Line, stacked
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import QUIET, Setting, Style
from desktop_app.export.typesetting.tags import CELL, HEADINGS, ROW, ROW_HEADER, TABLE, Tag
from desktop_app.languages import _
from desktop_app.presentation.changes.content import ChangeRow, Comparison
from desktop_app.presentation.changes.counts import all_counted, part_title
from desktop_app.presentation.changes.cuts import Shown
from desktop_app.presentation.changes.sections import mark_meanings, side_labels, summary
from desktop_app.punctuation import labelled, with_note

_LABEL_SHARE = 0.27


def head(setting: Setting, shown: Shown) -> Block:
    """Return the title, the two records, how many changes there are, and what the marks mean."""
    made = shown.made
    number = made.new.nct_id if made.is_of_one_study else ""
    title = _("What Changed in {number}").format(number=number) if number else _("What Differs")
    named = setting.paragraph(title, BOX_WIDTH * 0.6, Style(setting.scaled(1.5), BOLD))
    top = _beside(setting, named.tagged(Tag(HEADINGS[0], title=title)), mark_meanings(made))
    about = [made.new.title] if made.is_of_one_study else []
    first, second = side_labels(made)
    lines = (
        *about,
        labelled(first, made.old.words),
        labelled(second, made.new.words),
        summary(made),
    )
    return stacked((top, *(setting.paragraph(line, BOX_WIDTH) for line in lines if line)))


def _beside(setting: Setting, title: Block, meanings: tuple[str, str]) -> Block:
    """Return the title with what the marks mean at the right end of its line."""
    removed, added = meanings
    pieces = (Piece(Mark.REMOVED, removed), Piece(Mark.KEPT, " · "), Piece(Mark.ADDED, added))
    width = setting.width(f"{removed} · ", setting.body) + setting.width(added, setting.strong)
    legend = marked_block(setting, pieces, width + setting.size)
    parts = (
        (0.0, 0.0, title),
        (BOX_WIDTH - width - setting.size * 0.5, setting.size * 0.5, legend),
    )
    return Block(max(title.height, legend.height + setting.size * 0.5), (), parts)


def parts(setting: Setting, shown: Shown) -> list[Block]:
    """Return a table for each part, below its heading."""
    groups = groupby(shown.rows, lambda row: row.part)
    return [_part(setting, shown.made, part, tuple(group)) for part, group in groups]


def _part(setting: Setting, made: Comparison, part: Part, rows: Sequence[ChangeRow]) -> Block:
    heading = setting.heading(part_title(made, part), BOX_WIDTH, all_counted(made, len(rows)))
    return stacked((heading, stacked(_rows(setting, rows)).tagged(TABLE)))


def _rows(setting: Setting, rows: Sequence[ChangeRow]) -> Iterator[Block]:
    module = ""
    for row in rows:
        shown = row.module if row.module != module else ""
        yield setting.remembered((row, shown), partial(_row, setting, row, shown))
        module = row.module


def _row(setting: Setting, row: ChangeRow, module: str) -> Block:
    pad = setting.size * (0.08 + 0.25 * setting.air)
    label_width = BOX_WIDTH * _LABEL_SHARE
    strong, quiet = Style(setting.scaled(0.9), BOLD), Style(setting.scaled(0.9), grey=QUIET)
    said = with_note(row.label, row.note or row.kind.words)
    label = stacked(
        (
            setting.paragraph(module, label_width - setting.size, strong),
            setting.paragraph(said, label_width - setting.size, quiet),
        )
    )
    words = marked_block(setting, row.pieces, BOX_WIDTH - label_width)
    named = Block(label.height, (), ((0.0, 0.0, label),), ROW_HEADER)
    held = Block(words.height, (), ((0.0, 0.0, words),), CELL)
    height = max(label.height, words.height) + 2 * pad
    rule = Line(0, height, BOX_WIDTH, height, 0.35, 0.7)
    return Block(height, (rule,), ((0.0, pad, named), (label_width, pad, held)), ROW)
