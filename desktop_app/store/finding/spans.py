"""Ranges of dates, ages and numbers as conditions on rows."""

from datetime import date

from desktop_app.store.facets.packing import PARTS, Facet
from desktop_app.store.finding.resolved import AnyOf, Choice, Condition, Part
from desktop_app.store.queries.ranges import LATEST, Span
from desktop_app.store.queries.tree import Spans
from desktop_app.store.summaries import first_row

_NOT_STATED = (0, 0)
_FIRST_YEAR = 1900


def span_part(node: Spans) -> Part:
    """Return the condition of a field that takes ranges, of which one is enough."""
    if node.field == "start" and node.is_years:
        return _years(node)
    made = tuple(_CONDITIONS[node.field](span) for span in node.spans)
    return made[0] if len(made) == 1 else AnyOf(made)


def _years(node: Spans) -> Choice:
    full = PARTS[Facet.START_YEAR].full
    bits = {0} if _NOT_STATED in node.spans else set()
    for low, high in node.spans:
        first, last = low // 10_000 - _FIRST_YEAR, high // 10_000 - _FIRST_YEAR
        bits.update(range(max(1, first), min(full, last) + 1))
    return Choice(Facet.START_YEAR, bits=frozenset(bits))


def _start(span: Span) -> Condition:
    if span == _NOT_STATED:
        return Condition("facet.start IS NULL", (), ("facet",))
    return Condition("facet.start BETWEEN ? AND ?", span, ("facet",))


def _completion(span: Span) -> Condition:
    if span == _NOT_STATED:
        return Condition("study.completion_date IS NULL", (), ("study",))
    number = "CAST(substr(replace(study.completion_date, '-', '') || '0000', 1, 8) AS INTEGER)"
    return Condition(f"{number} BETWEEN ? AND ?", span, ("study",))


def _updated(span: Span) -> Condition:
    """Return the condition on the date of the record, which the key of the row is made from."""
    if span == _NOT_STATED:
        return Condition("{key} < ?", (0,))
    low, high = _ordinal(span[0]), _ordinal(span[1] + 1)
    return Condition("{key} BETWEEN ? AND ?", (low, high - 1))


def _ordinal(number: int) -> int:
    """Return the first key of the first day from a number yyyymmdd on, whatever its parts are."""
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    if number <= 1:
        return 0
    if number >= LATEST or year > 9_998:
        return first_row("9999-12-31")
    if month > 12:
        year, month, day = year + 1, 1, 1
    month = max(1, month)
    if day > 28:
        following = date(year + month // 12, month % 12 + 1, 1)
        days = (following - date(year, month, 1)).days
        return first_row(str(following if day > days else date(year, month, day)))
    return first_row(str(date(year, month, max(1, day))))


def _age(span: Span) -> Condition:
    """Return the condition that a study takes some of the ages, in days."""
    return Condition(
        "coalesce(facet.min_age, 0) <= ? AND coalesce(facet.max_age, 9999999) >= ?",
        (span[1], span[0]),
        ("facet",),
    )


def _enrollment(span: Span) -> Condition:
    if span == (-1, -1):
        return Condition("study.enrollment_count IS NULL", (), ("study",))
    return Condition("study.enrollment_count BETWEEN ? AND ?", span, ("study",))


_CONDITIONS = {
    "start": _start,
    "completion": _completion,
    "updated": _updated,
    "age": _age,
    "enrollment": _enrollment,
}
