"""What and why: the summary of the brief, and the notes about what texts leave out."""

from collections.abc import Iterator, Sequence

from desktop_app.export.pdf.marks import with_space
from desktop_app.export.typesetting.blocks import NOTHING, Block, beside, stacked
from desktop_app.export.typesetting.fonts import REGULAR
from desktop_app.export.typesetting.setting import Setting
from desktop_app.export.typesetting.tags import Role, Tag
from desktop_app.presentation.brief.content import Brief, Passage
from desktop_app.presentation.brief.sentences import joined
from desktop_app.presentation.brief.shortenings import all_of
from desktop_app.presentation.wording import count_of

_BETWEEN = 0.25
"""The room between paragraphs, in lines."""

_BROKEN = 0.6
"""How much higher, in lines, columns may be that break no paragraph."""

_LINES_ACROSS = ((10.25, 8), (9.0, 3), (0.0, 2))
"""The lines over the whole page that a text may take from a type size on: in small type lines are
long and hard to read, and more of them stand in two columns."""


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
    most = next(most for size, most in _LINES_ACROSS if size <= setting.size)
    if sum(map(len, across)) <= most:
        return _set_paragraphs(setting, across)
    gutter = setting.gutter
    column = (width - gutter) / 2
    narrow = [_lines(setting, text, column) for text in texts]
    left, right = _halves(narrow)
    # A paragraph may go on in the second column: it has the same number there.
    first = len(narrow) - len(right)
    halves = _set_paragraphs(setting, left), _set_paragraphs(setting, right, first)
    return beside((0.0, halves[0]), (column + gutter, halves[1]))


def _set_paragraphs(
    setting: Setting, paragraphs: Sequence[tuple[str, ...]], first: int = 0
) -> Block:
    blocks = (
        setting.set_lines(lines, setting.body).tagged(Tag(Role.PARAGRAPH, ("what and why", number)))
        for number, lines in enumerate(paragraphs, first)
    )
    return stacked(blocks, setting.size * 1.2 * _BETWEEN)


def _halves(
    paragraphs: Sequence[tuple[str, ...]],
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Divide paragraphs where the higher half is lowest, if possible between two of them.

    No column gets a single line of a paragraph.
    """
    index, at = min(_places(paragraphs), default=(0.0, len(paragraphs), 0))[1:]
    begun = [_going_on(paragraphs[index][:at])] if at else []
    rest = [paragraphs[index][at:]] if at else list(paragraphs[index : index + 1])
    return [*paragraphs[:index], *begun], [*rest, *paragraphs[index + 1 :]]


def _going_on(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines that go on elsewhere, with the space that is between the last and the next."""
    return (*lines[:-1], with_space(lines[-1]))


def _places(paragraphs: Sequence[tuple[str, ...]]) -> Iterator[tuple[float, int, int]]:
    """Yield where paragraphs may be divided, each place after how high the columns then are.

    A place is the index of a paragraph and how many of its lines stay; heights are in lines.
    """
    every = sum(len(lines) + _BETWEEN for lines in paragraphs)
    above = 0.0
    for index, lines in enumerate(paragraphs):
        for at in (0, *range(2, len(lines) - 1)):
            left = above + at
            if left:
                yield max(left, every - left) + (_BROKEN if at else 0.0), index, at
        above += len(lines) + _BETWEEN


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
