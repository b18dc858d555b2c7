"""Fetching what changed, and finding out what became of what the registry does not tell of."""

from collections.abc import Iterator, Sequence

from desktop_app.errors import RecordFormatError, RegistryAnswerError, StudyNotAtRegistryError
from desktop_app.readers.reading import Rejected
from desktop_app.registry.keeping import keep_page, keep_study
from desktop_app.registry.stopping import Stop
from desktop_app.registry.updates.asking import AsksOfUpdates
from desktop_app.store.adding import AddedRecord, Outcome
from desktop_app.store.library import Library
from desktop_app.store.standing.values import UpdateLine, UpdateOutcome
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number

_CAME = (Outcome.ADDED, Outcome.UPDATED)

Fetched = tuple[int, UpdateLine | None]
"""A number that was asked for, and what is to be told of it, None where it is as it was."""


def fetched_together(
    library: Library, registry: AsksOfUpdates, numbers: Sequence[int], stop: Stop
) -> Iterator[list[Fetched]]:
    """Fetch studies, several at a time, and yield what became of them once they are kept.

    What does not come that way, or under another number, is not told of.
    """
    asked = frozenset(numbers)
    pages = registry.studies([format_nct_id(number) for number in numbers], stop)
    for page in pages:
        came = keep_page(library, page, lambda: not stop.is_set)
        kept = (one for one in came if not isinstance(one, Rejected))
        told = ((parse_nct_number(one.nct_id), one) for one in kept)
        yield [(number, _line(number, one)) for number, one in told if number in asked]


def fetched_alone(
    library: Library, registry: AsksOfUpdates, number: int, stop: Stop
) -> UpdateLine | None:
    """Fetch one study, and return what is to be told of it, None where it is as it was."""
    try:
        fetched = registry.study(format_nct_id(number), stop)
        added = keep_study(library, fetched)
    except StudyNotAtRegistryError:
        return UpdateLine(number, UpdateOutcome.GONE)
    except (RegistryAnswerError, RecordFormatError) as error:
        # Of this study alone: the others are gone on with.
        return UpdateLine(number, UpdateOutcome.FAILED, note=str(error))
    now = parse_nct_number(added.nct_id)
    if now != number:
        return UpdateLine(number, UpdateOutcome.RENUMBERED, other=now)
    return _line(number, added)


def _line(number: int, added: AddedRecord) -> UpdateLine | None:
    return UpdateLine(number, UpdateOutcome.CHANGED) if added.outcome in _CAME else None
