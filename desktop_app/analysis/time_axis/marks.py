"""What stands on an axis of time, as the record states it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop_app.conventions import date_text
from desktop_app.study.dates import PartialDate


class Kind(Enum):
    """Whether a date has come or is planned."""

    ACTUAL = "actual"
    ESTIMATED = "estimated"
    UNSTATED = "unstated"
    """A date that could be either; the record does not say which."""
    EVENT = "event"
    """A date that the registry itself keeps, such as that of a submission."""
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Mark:
    """A date with its name; ``kind_words`` say its kind, empty where that is plain."""

    name: str
    date: PartialDate
    kind: Kind
    kind_words: str = ""

    @property
    def first(self) -> int:
        """Return the number of the first day that the date may mean."""
        return self.date.first_day.toordinal()

    @property
    def last(self) -> int:
        """Return the number of the day after the last one that the date may mean."""
        return self.date.last_day.toordinal() + 1

    @property
    def middle(self) -> float:
        """Return the middle of the days that the date may mean."""
        return (self.first + self.last) / 2

    @property
    def words(self) -> str:
        """Return the date with its kind."""
        day = date_text(self.date)
        return f"{day} · {self.kind_words}" if self.kind_words else day


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time between two marks; actual only where both of them are."""

    begin: Mark
    end: Mark

    @property
    def kind(self) -> Kind:
        """Return the weaker kind of the two ends."""
        kinds = (self.begin.kind, self.end.kind)
        for kind in (Kind.ESTIMATED, Kind.UNSTATED):
            if kind in kinds:
                return kind
        return Kind.ACTUAL


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The dates of a study, in the order of its course, and those of its record.

    ``notes`` are sentences that stand below the picture.
    """

    study: tuple[Mark, ...]
    record: tuple[Mark, ...] = ()
    today: Mark | None = None
    stretches: tuple[Stretch, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def above(self) -> tuple[Mark, ...]:
        """Return the marks whose names stand above the axis."""
        return (*self.study, self.today) if self.today else self.study


def stretches(
    start: Mark | None, primary: Mark | None, completion: Mark | None
) -> tuple[Stretch, ...]:
    """Return the course of a study from its start; none where its dates contradict it."""
    ends = [mark for mark in (primary, completion) if mark is not None]
    if start is None or not ends or any(is_before(end, start) for end in ends):
        return ()
    if len(ends) == 2 and is_before(ends[1], ends[0]):
        return ()
    marks = (start, *ends)
    return tuple(
        Stretch(one, two)
        for one, two in zip(marks, ends, strict=False)
        if one.date != two.date or len(ends) == 1
    )


def is_before(one: Mark, other: Mark) -> bool:
    """Tell whether every day that a date may mean is before every day of another."""
    return one.last <= other.first


def contradictions(*marks: Mark | None) -> Iterator[tuple[Mark, Mark]]:
    """Yield the pairs of dates that stand in the wrong order; marks in the order of the course."""
    stated = [mark for mark in marks if mark is not None]
    for place, early in enumerate(stated):
        for late in stated[place + 1 :]:
            if is_before(late, early):
                yield late, early
