"""The criteria of a record as rows of a screening sheet, none left out and none joined."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.analysis.criteria import CriteriaGroup, Criterion
from desktop_app.presentation.screening.content import RowKind, ScreeningRow

_COUNTER = re.compile(r"\d+(?:\.\d+)*|[A-Za-z]{1,5}")
_BULLETS = re.compile(r"\A[^\w(（]+")
_LETTER_BULLET = "o"


def group_rows(groups: Iterable[CriteriaGroup], *, is_sorted: bool) -> Iterator[ScreeningRow]:
    """Yield the rows of groups: headings and leads without boxes, then criteria and parts.

    ``is_sorted`` tells that the record says whether these include or exclude.
    """
    for group in groups:
        if group.heading:
            is_criterion = is_sorted and _is_criterion(group)
            kind = RowKind.CRITERION if is_criterion else RowKind.HEADING
            yield ScreeningRow(kind, group.heading)
        yield from (ScreeningRow(RowKind.LEAD, text) for text in group.lead)
        for criterion in group.criteria:
            yield from _criterion_rows(criterion, 0)


def _is_criterion(group: CriteriaGroup) -> bool:
    """Tell a heading that heads nothing and announces nothing, and so has to be answered.

    ``Mild asthma, adults -`` is all that one record has below "Inclusion Criteria".
    """
    announces = group.heading.rstrip().endswith((":", "："))
    return not (group.lead or group.criteria or announces)


def _criterion_rows(criterion: Criterion, depth: int) -> Iterator[ScreeningRow]:
    yield ScreeningRow(
        _kind(criterion, depth),
        criterion.text,
        criterion.number,
        own_number(criterion),
        depth,
    )
    for child in criterion.children:
        yield from _criterion_rows(child, depth + 1)


def _kind(criterion: Criterion, depth: int) -> RowKind:
    if not criterion.number:
        return RowKind.NOTE
    return RowKind.PART if depth else RowKind.CRITERION


def own_number(criterion: Criterion) -> str:
    """Return the author's number or letter where it is not ours: ``30.`` of E-2, ``a)`` of I-3.1.

    Protocols and other criteria refer to it, and it is a part of the exact words.
    """
    written = _BULLETS.sub("", criterion.marker)
    counter = _COUNTER.search(written)
    if counter is None or written == _LETTER_BULLET:
        return ""
    ours = criterion.number.partition("-")[2]
    is_ours = ours == counter[0] or ours.endswith(f".{counter[0]}")
    return "" if is_ours else written
