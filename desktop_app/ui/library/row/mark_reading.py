"""Reads the marks of rows, off the GUI thread; knows nothing of windows."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.store.library import Library
from desktop_app.store.personal.values import Marks
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number
from desktop_app.ui.models.row_marks import RowMarks, TagMark
from desktop_app.ui.personal.own_statuses import own_status_words
from desktop_app.ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class MarksRead:
    """The marks of some studies; those without any are not among them."""

    nct_ids: tuple[str, ...]
    marks: dict[str, RowMarks]


def read_marks(nct_ids: Sequence[str], library: Library, _progress: Progress) -> MarksRead:
    """Return the marks of studies; raises StoreError."""
    numbers = [number for number in map(parse_nct_number, nct_ids) if number is not None]
    own = {format_nct_id(number): each for number, each in library.personal.marks(numbers).items()}
    changed = library.changed(nct_ids)
    days = library.trash_days_left(nct_ids)
    lost = library.lost(nct_ids)
    found = {
        nct_id: _row_marks(own.get(nct_id, Marks()), nct_id in changed, days.get(nct_id))._replace(
            is_lost=nct_id in lost
        )
        for nct_id in {*own, *changed, *days, *lost}
    }
    return MarksRead(tuple(nct_ids), found)


def _row_marks(marks: Marks, is_changed: bool, days_left: int | None) -> RowMarks:
    return RowMarks(
        is_starred=marks.is_starred,
        is_changed=is_changed,
        has_note=marks.has_note,
        own_status=own_status_words(marks.own_status),
        tags=tuple(TagMark(tag.name, tag.colour.value) for tag in marks.tags),
        days_left=days_left,
    )
