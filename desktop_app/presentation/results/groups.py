"""The groups of a table of results, and the values that belong to them, joined by their ids."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from desktop_app.languages import N_, _
from desktop_app.presentation.fields import stated
from desktop_app.presentation.results.notes import SEVERAL_VALUES, TableNotes, no_value
from desktop_app.presentation.results.texts import ABSENT, lines_of, one_line
from desktop_app.presentation.section import FieldList, Section
from desktop_app.punctuation import listed, listed_long, with_note
from desktop_app.study.adverse_events import EventGroup
from desktop_app.study.measures import MeasureGroup

Group = MeasureGroup | EventGroup


class OfGroup(Protocol):
    """A value that names its group."""

    @property
    def group_id(self) -> str | None: ...


V = TypeVar("V", bound=OfGroup)


@dataclass(frozen=True, slots=True)
class GroupColumns:
    """The titles of the groups in their order; ``places`` finds them by id.

    Behind the groups of the record stand ids that only values name. ``oddities`` tell of ids that
    do not match.
    """

    titles: tuple[str, ...]
    places: Mapping[str | None, int]
    oddities: tuple[str, ...] = ()

    def cells(
        self, values: Iterable[V], shown: Callable[[V], str], notes: TableNotes
    ) -> tuple[str, ...]:
        """Return a text for each group; a group without a value gets a mark that says so."""
        cells = [""] * len(self.titles)
        for value in values:
            place = self.places[value.group_id]
            if cells[place]:
                notes.remark(_(SEVERAL_VALUES))
                cells[place] = listed_long((cells[place], shown(value) or ABSENT))
            else:
                cells[place] = shown(value) or ABSENT
        if any(not cell or cell.startswith(ABSENT) for cell in cells):
            notes.remark(no_value())
        return tuple(cell or ABSENT for cell in cells)


def group_columns(groups: Sequence[Group], values: Iterable[OfGroup]) -> GroupColumns:
    """Return the columns for groups and whatever other ids the values name."""
    places: dict[str | None, int] = {}
    for place, group in enumerate(groups):
        if group.id:
            places.setdefault(group.id, place)
    titles = list(group_titles(groups))
    oddities = _repeated_ids(groups)
    strays = [id for id in dict.fromkeys(one.group_id for one in values) if id not in places]
    for id in strays:
        places[id] = len(titles)
        named = _("Group {id}").format(id=one_line(id)) if id else _("No group stated")
        titles.append(named)
    oddities += _strays(strays)
    return GroupColumns(tuple(titles), places, tuple(oddities))


def group_titles(groups: Sequence[Group]) -> tuple[str, ...]:
    """Return the titles of groups; those that are equal get their ids to tell them apart."""
    titles = [
        one_line(group.title) or one_line(group.id) or _("Untitled group") for group in groups
    ]
    counts = Counter(titles)
    return tuple(
        with_note(title, one_line(group.id)) if counts[title] > 1 and group.id else title
        for title, group in zip(titles, groups, strict=True)
    )


def _repeated_ids(groups: Sequence[Group]) -> list[str]:
    counts = Counter(group.id for group in groups if group.id)
    words = N_("{count} groups have the id {id}; its values stand at the first of them.")
    return [
        _(words).format(count=count, id=one_line(id)) for id, count in counts.items() if count > 1
    ]


def _strays(ids: Sequence[str | None]) -> Iterator[str]:
    named = listed(one_line(id) for id in ids if id)
    if named:
        words = _("The record has values for groups that are not among its groups here: {groups}.")
        yield words.format(groups=named)
    if not all(ids):
        yield _("The record has values without saying for which group.")


def groups_section(title: str, groups: Sequence[Group]) -> tuple[Section, ...]:
    """Return the groups with their descriptions; nothing where there are no groups."""
    fields = tuple(
        stated(title, lines_of(group.description))
        for title, group in zip(group_titles(groups), groups, strict=True)
    )
    return (Section(title, (FieldList(fields),)),) if fields else ()
