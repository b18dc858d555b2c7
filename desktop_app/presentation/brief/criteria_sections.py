"""The eligibility criteria of a brief as sections: numbered statements within each other."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop_app.languages import _, ngettext
from desktop_app.presentation.brief.content import (
    BriefCriteria,
    CriteriaList,
    CriterionLine,
    LineKind,
)
from desktop_app.presentation.brief.left_out import in_full_record
from desktop_app.presentation.section import Block, Item, ItemList, Paragraph, Section, SideBySide
from desktop_app.presentation.wording import NOT_STATED, grouped
from desktop_app.punctuation import listed

_STATEMENTS = (LineKind.CRITERION, LineKind.CONTINUED)


def criteria_blocks(content: BriefCriteria) -> tuple[Block, ...]:
    """Return who can take part and who cannot beside each other, then what is neither."""
    every = (content.inclusion, content.exclusion, content.unsorted)
    lists = [one for one in every if one or one.is_absent]
    sections = [Section(one.title, tuple(_blocks(one))) for one in lists]
    if content.inclusion and content.exclusion:
        return (SideBySide(sections[0], sections[1]), *sections[2:])
    return tuple(sections)


def _blocks(content: CriteriaList) -> Iterator[Block]:
    if content.is_absent:
        yield Paragraph(_(NOT_STATED), is_quiet=True)
    for is_statement, lines in groupby(content.lines, lambda line: line.kind in _STATEMENTS):
        if is_statement:
            yield ItemList(_items(tuple(lines), 0))
        else:
            yield from (Paragraph(line.text) for line in lines)
    if content.left_out:
        yield from in_full_record(_left_out(content.left_out))


def _items(lines: Sequence[CriterionLine], depth: int) -> tuple[Item, ...]:
    """Return the criteria of a depth, each with its further sentences and its parts."""
    starts = [
        place
        for place, line in enumerate(lines)
        if place == 0 or (line.depth <= depth and line.kind is LineKind.CRITERION)
    ]
    ends = (*starts[1:], len(lines))
    return tuple(_item(lines[start:end], depth) for start, end in zip(starts, ends, strict=True))


def _item(lines: Sequence[CriterionLine], depth: int) -> Item:
    first, *others = lines
    parts = [place for place, line in enumerate(others) if line.kind is LineKind.CRITERION]
    own = others[: parts[0]] if parts else others
    text = "\n".join(line.text for line in (first, *own))
    return Item(first.number, text, _items(others[len(own) :], depth + 1) if parts else ())


def _left_out(lines: Sequence[CriterionLine]) -> str:
    criteria = [line for line in lines if line.kind is LineKind.CRITERION]
    whole = sum(line.depth == 0 for line in criteria)
    parts, rest = len(criteria) - whole, len(lines) - len(criteria)
    counts = (
        (whole, ngettext("{count} more criterion", "{count} more criteria", whole)),
        (
            parts,
            ngettext("{count} more part of a criterion", "{count} more parts of criteria", parts),
        ),
        (rest, ngettext("{count} more sentence", "{count} more sentences", rest)),
    )
    return listed(words.format(count=grouped(count)) for count, words in counts if count)
