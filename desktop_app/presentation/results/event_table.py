"""All adverse events of a kind as one table."""

from collections.abc import Iterator, Sequence
from itertools import chain

from desktop_app.languages import N_, _
from desktop_app.presentation.results.groups import GroupColumns, group_columns
from desktop_app.presentation.results.notes import TableNotes
from desktop_app.presentation.results.shares import affected_words
from desktop_app.presentation.results.texts import ABSENT, lines_of, one_line
from desktop_app.presentation.section import Block, Field, FieldList, Paragraph, Table
from desktop_app.presentation.wording import in_words
from desktop_app.punctuation import labelled, said_within
from desktop_app.study.adverse_events import AdverseEvent, EventGroup, EventStats
from desktop_app.study.base import label

_MOST_COLUMNS = 8
"""More columns of groups than these make a row for each group of an event."""
_MEANING = N_("Participants affected / at risk (percentage)")


def event_blocks(
    name: str, events: Sequence[AdverseEvent], groups: Sequence[EventGroup]
) -> tuple[Block, ...]:
    """Return events as a table, below what is the same for all of them."""
    notes = TableNotes()
    columns = group_columns(groups, (one for event in events for one in event.stats))
    for oddity in columns.oddities:
        notes.remark(oddity)
    remarks = _remarks(events)
    common = tuple(Field(title, texts[0]) for title, texts in remarks.items() if _is_same(texts))
    own = {title: texts for title, texts in remarks.items() if not _is_same(texts)}
    table = _table(name, events, columns, own, notes)
    lead: tuple[Block, ...] = (Paragraph(_(_MEANING), is_quiet=True),)
    # The table comes last: a long one is scrolled by itself below all else.
    return (*lead, *notes.blocks(), *((FieldList(common),) if common else ()), table)


def _remarks(events: Sequence[AdverseEvent]) -> dict[str, list[str]]:
    """Return, under their labels, the lesser elements that some event has."""
    found = {
        label(AdverseEvent, "source_vocabulary"): [one_line(e.source_vocabulary) for e in events],
        label(AdverseEvent, "assessment_type"): [in_words(e.assessment_type) for e in events],
        label(AdverseEvent, "notes"): [one_line(lines_of(e.notes)) for e in events],
    }
    return {title: texts for title, texts in found.items() if any(texts)}


def _is_same(texts: Sequence[str]) -> bool:
    return len(set(texts)) == 1


def _table(
    name: str,
    events: Sequence[AdverseEvent],
    columns: GroupColumns,
    own: dict[str, list[str]],
    notes: TableNotes,
) -> Table:
    has_counts = any(one.num_events is not None for event in events for one in event.stats)
    is_wide = len(columns.titles) * (1 + has_counts) <= _MOST_COLUMNS
    heads, arrange = (_wide_heads, _wide) if is_wide else (_long_heads, _long)
    tails = list(zip(*own.values(), strict=True)) if own else [()] * len(events)
    rows: list[tuple[str, ...]] = []
    for event, tail in zip(events, tails, strict=True):
        lead = (one_line(event.organ_system) or ABSENT, one_line(event.term) or ABSENT)
        numbers = _numbers(event, columns, has_counts, notes)
        rows += ((*lead, *cells, *tail) for cells in arrange(columns, numbers))
    lead_heads = (label(AdverseEvent, "organ_system"), label(AdverseEvent, "term"))
    return Table((*lead_heads, *heads(columns, has_counts), *own), tuple(rows), name)


def _numbers(
    event: AdverseEvent, columns: GroupColumns, has_counts: bool, notes: TableNotes
) -> list[tuple[str, ...]]:
    """Return for each group who was affected and, where stated anywhere, the number of events."""
    affected = columns.cells(
        event.stats, lambda one: affected_words(one.num_affected, one.num_at_risk, notes), notes
    )
    if not has_counts:
        return [(cell,) for cell in affected]
    return list(zip(affected, columns.cells(event.stats, _count, notes), strict=True))


def _count(one: EventStats) -> str:
    return "" if one.num_events is None else str(one.num_events)


def _wide_heads(columns: GroupColumns, has_counts: bool) -> Iterator[str]:
    for title in columns.titles:
        yield labelled(title, _("affected / at risk"))
        if has_counts:
            yield labelled(title, said_within(label(EventStats, "num_events")))


def _wide(columns: GroupColumns, numbers: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    yield tuple(chain.from_iterable(numbers))


def _long_heads(columns: GroupColumns, has_counts: bool) -> Iterator[str]:
    yield _("Group")
    yield _("Affected / at risk")
    if has_counts:
        yield label(EventStats, "num_events")


def _long(columns: GroupColumns, numbers: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    for title, cells in zip(columns.titles, numbers, strict=True):
        yield (title, *cells)
