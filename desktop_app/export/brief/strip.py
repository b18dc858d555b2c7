"""The strip at the head of the brief: identifiers, status, phase and record date."""

from desktop_app.export.about import record_date_words
from desktop_app.export.typesetting.blocks import Block, Line, Mark, Pill, StatusShape, stacked
from desktop_app.export.typesetting.fonts import BOLD, REGULAR
from desktop_app.export.typesetting.setting import QUIET, Setting, Style
from desktop_app.presentation.brief.content import Identity
from desktop_app.presentation.status import StatusLook

Sized = tuple[float, Block]
"""A piece of a row with the width that it takes."""


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
    version = _sized(setting, record_date_words(identity.record_date), quiet, width)
    rows = _in_rows(setting, first, second, version, width)
    at = rows.height + setting.size * 0.35
    return Block(at + 1, (Line(0, at, width, at, 1.2, 0.0),), ((0.0, 0.0, rows),))


def _sized(setting: Setting, text: str, style: Style, width: float) -> Sized:
    return min(width, setting.width(text, style)), setting.paragraph(text, width, style)


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
