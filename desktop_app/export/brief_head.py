"""The head of the brief: identifiers and status, titles, sponsor, what and why, the design."""

from collections.abc import Iterator, Sequence

from desktop_app.export.blocks import (
    NOTHING,
    Block,
    Line,
    Mark,
    Pill,
    StatusShape,
    Text,
    beside,
    stacked,
)
from desktop_app.export.fonts import BOLD, REGULAR
from desktop_app.export.setting import QUIET, Setting, Style
from desktop_app.presentation.brief_content import Brief, Identity, Passage, Titles
from desktop_app.presentation.brief_cuts import all_of
from desktop_app.presentation.status import StatusLook
from desktop_app.presentation.wording import NOT_STATED, count_of

_TITLE_SIZES = ((1.75, 2), (1.5, 3), (1.3, 3), (1.15, 4), (1.0, 99))
"""The sizes of the title in relation to running text, each with the lines that it may take."""

_LINES_ACROSS = 4
_SMALL = 9.0
"""A text of more lines is set in two columns in small type, since long lines are hard to read."""


def strip(setting: Setting, identity: Identity, width: float) -> Block:
    """Return identifiers, status, phase and record date above a strong rule."""
    # However large the type of the page, the strip stays in one row or two.
    number = Style(min(setting.scaled(1.3), 13.0), BOLD)
    plain = Style(min(setting.scaled(1.05), 10.0))
    quiet = Style(plain.size, REGULAR, QUIET)
    first = [
        _sized(setting, identity.nct_id, number, width),
        (_pill_width(setting, identity.status, plain.size), _pill(setting, identity.status, plain)),
        _sized(setting, identity.phase, plain, width),
        _sized(setting, identity.study_type, plain, width),
    ]
    second = [_sized(setting, identity.org_study_id, quiet, width)] if identity.org_study_id else []
    version = _sized(setting, _version(identity), quiet, width)
    rows = _in_rows(setting, first, second, version, width)
    at = rows.height + setting.size * 0.35
    return Block(at + 1, (Line(0, at, width, at, 1.2, 0.0),), ((0.0, 0.0, rows),))


Sized = tuple[float, Block]
"""A piece of a row with the width that it takes."""


def _sized(setting: Setting, text: str, style: Style, width: float) -> Sized:
    return min(width, setting.width(text, style)), setting.paragraph(text, width, style)


def _version(identity: Identity) -> str:
    if identity.record_date == NOT_STATED:
        return "record date not stated"
    return f"record of {identity.record_date}"


def _in_rows(
    setting: Setting, first: list[Sized], second: list[Sized], last: Sized, width: float
) -> Block:
    """Set the pieces in one row with the last one at the right, or in two, or in as many."""
    between = min(setting.size * 1.2, 11.0)
    one_row = [*first, *second]
    if _needed(one_row, between) + between + last[0] <= width:
        return _row(one_row, between, (width, last))
    rows = [_row(row, between, None) for row in _wrapped(first, between, width)]
    if _needed(second, between) + between + last[0] <= width:
        rows.append(_row(second, between, (width, last)))
    else:
        rows += [_row(second, between, None), _row([], between, (width, last))]
    return stacked(rows, setting.small_gap)


def _wrapped(pieces: list[Sized], between: float, width: float) -> list[list[Sized]]:
    rows: list[list[Sized]] = [[]]
    for piece in pieces:
        if rows[-1] and _needed([*rows[-1], piece], between) > width:
            rows.append([])
        rows[-1].append(piece)
    return rows


def _needed(pieces: list[Sized], between: float) -> float:
    return sum(width for width, _ in pieces) + between * max(0, len(pieces) - 1)


def _row(pieces: list[Sized], between: float, right: tuple[float, Sized] | None) -> Block:
    placed, x = [], 0.0
    for width, block in pieces:
        placed.append((x, block))
        x += width + between
    if right is not None:
        placed.append((right[0] - right[1][0], right[1][1]))
    return _centred(placed)


def _centred(row: list[tuple[float, Block]]) -> Block:
    height = max(piece.height for _, piece in row)
    return Block(height, (), tuple((x, (height - piece.height) / 2, piece) for x, piece in row))


def _pill_width(setting: Setting, status: StatusLook, size: float) -> float:
    return setting.width(status.word, Style(size, BOLD)) + size * 2.5


def _pill(setting: Setting, status: StatusLook, plain: Style) -> Block:
    size = plain.size
    # A page is not as wide as that: the status stays in one line.
    word = setting.paragraph(status.word, 10_000, Style(size, BOLD))
    width = _pill_width(setting, status, size)
    height = word.height + size * 0.3
    marks: tuple[Mark, ...] = (
        Pill(0.0, 0.0, width, height),
        StatusShape(status.shape, size * 0.75, (height - size * 0.75) / 2, size * 0.75),
    )
    return Block(height, marks, ((size * 1.8, size * 0.15, word),))


def titles(setting: Setting, brief: Brief, width: float) -> Block:
    """Return titles, sponsor, and what stands beside the status."""
    sponsor = f"Acronym: {brief.titles.acronym} · " if brief.titles.acronym else ""
    return stacked(
        (
            _title(setting, brief.titles, width),
            setting.paragraph(brief.titles.official, width, setting.body),
            setting.paragraph(sponsor + brief.sponsor, width, setting.small),
            setting.paragraph(brief.standing, width, setting.strong),
        ),
        setting.small_gap,
    )


def _title(setting: Setting, titles: Titles, width: float) -> Block:
    for factor, most in _TITLE_SIZES:
        style = Style(setting.scaled(factor), BOLD)
        lines = setting.breaker.lines(titles.brief, BOLD, width * 1000 / style.size)
        if len(lines) <= most:
            break
    return _balanced(setting, titles.brief, width, style, len(lines))


def _balanced(setting: Setting, text: str, width: float, style: Style, count: int) -> Block:
    """Return the narrowest setting with as many lines, so that none holds a lonely word."""
    narrow, wide = width / count * 0.9, width
    while count > 1 and wide - narrow > style.size:
        middle = (narrow + wide) / 2
        fits = len(setting.breaker.lines(text, style.font, middle * 1000 / style.size)) <= count
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return setting.paragraph(text, wide, style)


def summary(setting: Setting, brief: Brief, width: float) -> Block:
    """Return what and why, with the conditions."""
    conditions = all_of(brief.conditions)
    word = "Condition" if brief.conditions.total == 1 else "Conditions"
    parts = (
        setting.paragraph(f"{word}: {conditions}" if conditions else "", width, setting.body),
        prose(setting, brief.summary, width),
        more(setting, sentences_left_out(brief.summary), width),
    )
    return setting.section("What and why", width, parts)


def prose(setting: Setting, passage: Passage, width: float) -> Block:
    """Return a text over the page, or in two columns where it is long."""
    texts = [" ".join(sentences) for sentences in passage.paragraphs if sentences]
    across = [_lines(setting, text, width) for text in texts]
    most = _LINES_ACROSS if setting.size < _SMALL else 2 * _LINES_ACROSS
    if sum(map(len, across)) <= most:
        return _set_paragraphs(setting, across)
    gutter = setting.size * 1.8
    column = (width - gutter) / 2
    narrow = [_lines(setting, text, column) for text in texts]
    halves = [_set_paragraphs(setting, half) for half in _halves(narrow)]
    return beside((0.0, halves[0]), (column + gutter, halves[1]))


def _set_paragraphs(setting: Setting, paragraphs: Sequence[tuple[str, ...]]) -> Block:
    blocks = (setting.set_lines(lines, setting.body) for lines in paragraphs)
    return stacked(blocks, setting.size * 0.3)


def _halves(
    paragraphs: Sequence[tuple[str, ...]],
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Divide paragraphs after about half of their lines, the first half being the longer one."""
    left: list[tuple[str, ...]] = []
    room = (sum(map(len, paragraphs)) + 1) // 2
    for index, lines in enumerate(paragraphs):
        if len(lines) > room:
            at = _without_lonely_lines(len(lines), room)
            rest = [lines[at:], *paragraphs[index + 1 :]]
            return [*left, *([lines[:at]] if at else [])], rest
        left.append(lines)
        room -= len(lines)
    return left, []


def _without_lonely_lines(count: int, at: int) -> int:
    """Move the break of a paragraph so that neither column gets a single line of it."""
    if count - at == 1:
        at -= 1
    return 0 if at == 1 else at


def _lines(setting: Setting, text: str, width: float) -> tuple[str, ...]:
    return setting.breaker.lines(text, REGULAR, width * 1000 / setting.size)


def sentences_left_out(passage: Passage) -> str:
    """Return how many sentences are not shown, empty where all are."""
    return count_of(passage.left_out, "more sentence") if passage.left_out else ""


def more(setting: Setting, left_out: str, width: float) -> Block:
    """Return the note about what is left out, next to where it would be."""
    if not left_out:
        return NOTHING
    return setting.paragraph(f"… {left_out} in the full record", width, setting.small)


def design(setting: Setting, brief: Brief, width: float) -> Block:
    """Return the design in one sentence above the grid of key facts."""
    rows = stacked(tuple(_rows(setting, brief, width)))
    boxed = _ruled(rows, width)
    parts = (setting.paragraph(brief.design, width), boxed)
    return setting.section("Design", width, (stacked(parts, setting.gap * 0.6),))


def _ruled(rows: Block, width: float) -> Block:
    lines = [Line(0, 0, width, 0), Line(0, rows.height, width, rows.height)]
    lines += [Line(0, top, width, top, 0.5, 0.7) for _, top, _ in rows.parts if top]
    lines += [Line(x, 0, x, rows.height, 0.5, 0.7) for x in (width / 4, width / 2, width * 0.75)]
    lines += [Line(x, 0, x, rows.height) for x in (0.0, width)]
    return Block(rows.height, tuple(lines), ((0.0, 0.0, rows),))


def _rows(setting: Setting, brief: Brief, width: float) -> Iterator[Block]:
    cell = width / 4
    inset = setting.size * 0.6
    pad = setting.size * (0.2 + 0.25 * setting.air)
    for start in range(0, len(brief.facts), 4):
        cells = []
        for index, fact in enumerate(brief.facts[start : start + 4]):
            value = Style(setting.size, REGULAR if fact.is_absent else BOLD)
            parts = (
                setting.paragraph(fact.label, cell - 2 * inset, setting.small),
                _value(setting, fact.value, fact.note, cell - 2 * inset, value),
            )
            cells.append((cell * index + inset, pad, stacked(parts)))
        height = max(block.height for _, _, block in cells)
        yield Block(height + 2 * pad, (), tuple(cells))


def _value(setting: Setting, value: str, note: str, width: float, style: Style) -> Block:
    """Return a value with its note behind it, or below where there is no room."""
    text = setting.paragraph(value, width, style)
    if not note:
        return text
    said = f"({note})"
    last = text.marks[-1]
    if isinstance(last, Text):
        x = setting.width(last.lines[-1], style) + setting.size * 0.3
        if x + setting.width(said, setting.small) <= width:
            behind = setting.set_lines((said,), setting.small)
            drop = last.last_y - setting.baseline(setting.small)
            return Block(text.height, text.marks, ((x, drop, behind),))
    return stacked((text, setting.paragraph(said, width, setting.small)))
