"""Sets a comparison at one type size: a row per question, a column per study."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.export.paper import BOX_HEIGHT, BOX_WIDTH
from desktop_app.export.typesetting.blocks import Block, Line, stacked
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.setting import QUIET, Setting, Style
from desktop_app.export.typesetting.tags import (
    CELL,
    COLUMN_HEADER,
    PARAGRAPH,
    ROW,
    ROW_HEADER,
    TABLE,
)
from desktop_app.languages import N_, _
from desktop_app.presentation.comparison.content import (
    Cell,
    ComparedStudy,
    Comparison,
    ComparisonRow,
)
from desktop_app.presentation.wording import NOT_APPLICABLE, NOT_STATED

WIDTH, HEIGHT = BOX_HEIGHT, BOX_WIDTH
"""The box of the page in points: that of the other sheets, turned."""
ALIKE = "="
"""The sign of a row in which all studies answer alike."""
_QUESTION = N_("Question")
_SILENT = (NOT_STATED, NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin and how wide they are: questions, signs, then each study."""

    question: float
    sign: float
    lefts: tuple[float, ...]
    width: float

    @classmethod
    def of(cls, setting: Setting, made: Comparison) -> "Columns":
        """Return the columns of a comparison: studies share what questions do not need."""
        gap = setting.size
        style = _question_style(setting)
        question = max(setting.width(row.label, style) for row in made.rows) + gap * 0.5
        sign = setting.width(ALIKE, setting.strong) + gap * 0.5
        begin = question + sign
        each = (WIDTH - begin) / len(made.studies)
        lefts = tuple(begin + at * each for at in range(len(made.studies)))
        return cls(question, sign, lefts, each - gap)


def table(setting: Setting, made: Comparison) -> Block:
    """Return the whole table."""
    columns = Columns.of(setting, made)
    rows = [_head(setting, made.studies, columns)]
    for row, below in zip(made.rows, (*made.rows[1:], None), strict=True):
        ends_part = below is None or below.part is not row.part
        rows.append(_row(setting, row, columns, ends_part=ends_part))
    return stacked(rows).tagged(TABLE)


def _question_style(setting: Setting) -> Style:
    return Style(setting.size, BOLD, QUIET)


def _pad(setting: Setting) -> float:
    return setting.size * (0.08 + 0.3 * setting.air)


def _head(setting: Setting, studies: tuple[ComparedStudy, ...], columns: Columns) -> Block:
    cells = []
    for left, study in zip(columns.lefts, studies, strict=True):
        named = f"{study.nct_id} · {study.acronym}" if study.acronym else study.nct_id
        number = setting.paragraph(named, columns.width, Style(setting.scaled(1.15), BOLD))
        title = setting.paragraph(study.title, columns.width)
        cells.append((left, _cell(stacked((number, title)), is_head=True)))
    pad = _pad(setting)
    height = max(cell.height for _, cell in cells) + 2 * pad
    question = setting.paragraph(_(_QUESTION), columns.question, _question_style(setting))
    tag = replace(COLUMN_HEADER, columns=2)
    first = Block(question.height, (), ((0.0, 0.0, question),), tag)
    parts = (
        (0.0, height - pad - question.height, first),
        *((x, 0.0, cell) for x, cell in cells),
    )
    return Block(height, (Line(0, height, WIDTH, height, 1.2, 0.0),), parts, ROW)


def _cell(block: Block, *, is_head: bool = False) -> Block:
    tag = COLUMN_HEADER if is_head else CELL
    return Block(block.height, (), ((0.0, 0.0, block),) if block.height else (), tag)


def _row(setting: Setting, row: ComparisonRow, columns: Columns, *, ends_part: bool) -> Block:
    pad = _pad(setting)
    label = setting.paragraph(row.label, columns.question, _question_style(setting))
    question = Block(label.height, (), ((0.0, 0.0, label),), ROW_HEADER)
    sign = setting.paragraph(ALIKE if row.is_same else "", columns.sign, setting.strong)
    cells = [
        (left, _cell(_answer(setting, cell, columns.width)))
        for left, cell in zip(columns.lefts, row.cells, strict=True)
    ]
    every = [(0.0, question), (columns.question, _cell(sign)), *cells]
    height = max(block.height for _, block in every) + 2 * pad
    rule = Line(0, height, WIDTH, height, 0.9 if ends_part else 0.35, 0.2 if ends_part else 0.7)
    return Block(height, (rule,), tuple((x, pad, block) for x, block in every), ROW)


def _answer(setting: Setting, cell: Cell, width: float) -> Block:
    return stacked(_items(setting, cell, width)).tagged(PARAGRAPH)


def _items(setting: Setting, cell: Cell, width: float) -> Iterator[Block]:
    """Yield the items, marked where there are several, then how many more there are."""
    is_list = cell.items.total > 1
    says_nothing = cell.items.items in [(_(one),) for one in _SILENT]
    style = Style(setting.size, REGULAR, QUIET) if says_nothing else setting.body
    for item in cell.items.items:
        yield setting.bulleted(item, width) if is_list else setting.paragraph(item, width, style)
    if cell.more:
        yield setting.paragraph(cell.more, width, setting.small)
