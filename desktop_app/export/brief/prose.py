"""What and why: the summary of the brief, and the notes about what texts leave out."""

from collections.abc import Sequence

from desktop_app.export.typesetting.blocks import NOTHING, Block, beside, stacked
from desktop_app.export.typesetting.fonts import REGULAR
from desktop_app.export.typesetting.setting import Setting
from desktop_app.presentation.brief.content import Brief, Passage
from desktop_app.presentation.brief.sentences import joined
from desktop_app.presentation.brief.shortenings import all_of
from desktop_app.presentation.wording import count_of

_LINES_ACROSS = 4
_SMALL = 9.0
"""A text of more lines is set in two columns in small type, since long lines are hard to read."""


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
    texts = [joined(sentences) for sentences in passage.paragraphs if sentences]
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
