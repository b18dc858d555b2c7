"""What every page of the sheet has: which study and participant, what it is, which page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.export.flow.paging import FlowPage
from desktop_app.export.flow.sections import Measure
from desktop_app.export.paper import BOX_HEIGHT, BOX_WIDTH, Paper
from desktop_app.export.pdf.pages import Placed, SetPage
from desktop_app.export.phrases import page_words
from desktop_app.export.typesetting.blocks import Block, Line, stacked
from desktop_app.export.typesetting.fonts import BOLD
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.export.typesetting.tags import DECORATION, HEADINGS, Tag
from desktop_app.languages import N_, _
from desktop_app.presentation.screening.content import Blank, ScreeningSheet

NAME = N_("Screening sheet")
_HEAD = 52.0
_FOOT = 34.0
_CODE, _WRITTEN = 250.0, 130.0
"""Points: where the line for the participant's code ends, and how long it is at least."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a sheet; ``source`` is the line that tells where its words come from."""

    setting: Setting
    sheet: ScreeningSheet
    source: str

    @property
    def measure(self) -> Measure:
        """Return the room for the table on a page."""
        return Measure(BOX_WIDTH, BOX_HEIGHT - _HEAD - _FOOT)


def framed(pages: Sequence[FlowPage], frame: Frame, paper: Paper) -> tuple[SetPage, ...]:
    """Return the pages on paper."""
    return tuple(
        SetPage(paper.value, tuple(_placed(page, frame, paper, number, len(pages))))
        for number, page in enumerate(pages, 1)
    )


def _placed(
    page: FlowPage, frame: Frame, paper: Paper, number: int, total: int
) -> Iterator[Placed]:
    left, top = paper.box_left, paper.value[1] - paper.box_top
    head = _first_head(frame) if number == 1 else _head(frame)
    yield Placed(left, top, head)
    for at in page:
        piece = at.piece
        yield Placed(left + piece.x, top + _HEAD + at.y, piece.block, piece.path)
    foot = _foot(frame, page_words(number, total))
    yield Placed(left, top + BOX_HEIGHT - foot.height, foot)


def _first_head(frame: Frame) -> Block:
    """Return the name of the sheet with the number of the study, which are read out."""
    setting, identity = frame.setting, frame.sheet.identity
    style = Style(setting.scaled(1.6), BOLD)
    said = _(NAME)
    name = setting.paragraph(said, BOX_WIDTH / 2, style).tagged(Tag(HEADINGS[0], title=said))
    width = setting.width(identity.nct_id, style)
    number = setting.paragraph(identity.nct_id, width + 1, style)
    parts = ((0.0, 0.0, name), (BOX_WIDTH - width, 0.0, number))
    return _with_code(frame, Block(name.height, (), parts))


def _head(frame: Frame) -> Block:
    setting, sheet = frame.setting, frame.sheet
    style = Style(setting.small.size, BOLD)
    name = _(NAME)
    width = setting.width(name, style)
    said = f"{sheet.identity.nct_id} · {sheet.title}"
    line = setting.breaker.lines(said, style.font, (BOX_WIDTH - width - 20) * 1000 / style.size)
    shown = line[0] if len(line) == 1 else f"{line[0].rsplit(' ', 1)[0]} …"
    parts = (
        (0.0, 0.0, setting.set_lines((shown,), style)),
        (BOX_WIDTH - width, 0.0, setting.set_lines((name,), style)),
    )
    made = _with_code(frame, Block(setting.line_height(style), (), parts))
    return Block(made.height, (), ((0.0, 0.0, made),), DECORATION)


def _with_code(frame: Frame, line: Block) -> Block:
    """Return a line above the one for the code of the participant, at the same place everywhere."""
    code = _code(frame.setting, frame.sheet.code)
    top = _HEAD - 10.0 - code.height
    rule = Line(0, _HEAD - 5, BOX_WIDTH, _HEAD - 5, 1.2, 0.0)
    return Block(_HEAD, (rule,), (*((x, y, part) for x, y, part in line.parts), (0.0, top, code)))


def _code(setting: Setting, code: Blank) -> Block:
    label = setting.paragraph(code.label, 200.0, setting.strong)
    begin = min(200.0, setting.width(code.label, setting.strong)) + 6
    end = max(_CODE, begin + _WRITTEN)
    hint = setting.paragraph(code.hint, BOX_WIDTH - end - 6, setting.small)
    parts = ((0.0, 0.0, label), (end + 6, 1.0, hint))
    return Block(label.height, (Line(begin, label.height, end, label.height, 0.6, 0.2),), parts)


def _foot(frame: Frame, page: str) -> Block:
    setting = frame.setting
    style = Style(setting.small.size, BOLD)
    width = setting.width(page, style)
    text = stacked(
        (
            setting.paragraph(_(_NOT_THE_PROTOCOL), BOX_WIDTH - width - 20, style),
            setting.paragraph(frame.source, BOX_WIDTH, Style(7.75, grey=setting.small.grey)),
        )
    )
    number = setting.set_lines((page,), style)
    parts = ((0.0, 0.0, text), (BOX_WIDTH - width, 0.0, number))
    return Block(text.height, (Line(0, -4, BOX_WIDTH, -4, 0.5, 0.5),), parts, DECORATION)


_NOT_THE_PROTOCOL = N_("Criteria of the registry record, not of the approved protocol.")
