"""What a search of the registry finds that it did not find the last time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from desktop_app.registry.answers import FoundStudy
from desktop_app.registry.finder import Finder
from desktop_app.registry.paging import Following
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.registry.stopping import Stop
from desktop_app.study.nct_numbers import parse_nct_number

AT_ONCE = 1_000
"""Studies of a page, the most that the registry gives."""
MOST_READ = 5_000
"""Studies that are read to tell what is new; of more, it is told how many there are."""
_MARGIN = timedelta(days=7)
"""Studies are there some time after the day that is told; what was seen is known anyway."""


class Novelty(Enum):
    """What became of a study since a search was run the last time."""

    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class LastRun:
    """When a search was run, and what it found: numbers with the days of their last updates.

    ``seen`` is None where that is not kept.
    """

    day: date
    seen: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class News:
    """New and changed studies, the new ones first; ``total`` is how many the search finds now.

    ``seen`` is what has been seen with these, None where it is too much. Where it is not
    ``is_whole`` there are more of them; ``is_by_seen`` is whether it was known what was seen.
    """

    since: date
    found: tuple[tuple[FoundStudy, Novelty], ...]
    total: int
    seen: Mapping[int, str] | None
    is_whole: bool = True
    is_by_seen: bool = True

    def count(self, novelty: Novelty) -> int:
        """Return how many there are of a kind."""
        return sum(1 for _study, each in self.found if each is novelty)


def read_news(finder: Finder, query: StudiesQuery, last: LastRun, stop: Stop) -> News:
    """Return what is new and what changed since a search was run; raises RegistryError."""
    total = finder.found(query, stop, size=1, count=True).total or 0
    since = last.day - _MARGIN if last.seen is not None else last.day
    asked = replace(query, updated_since=since.isoformat(), order=Order.LAST_UPDATE)
    studies = tuple(_some(finder, asked, stop))
    read = studies[:MOST_READ]
    told = [(study, novelty(study, last)) for study in read]
    found = sorted(
        ((study, each) for study, each in told if each is not None),
        key=lambda one: one[1] is Novelty.CHANGED,
    )
    is_whole = len(studies) <= MOST_READ
    seen = None
    if total <= MOST_READ:
        seen = _seen_now(last, read) if is_whole else None
        seen = seen or read_seen(finder, query, stop)
    return News(last.day, tuple(found), total, seen, is_whole, last.seen is not None)


def read_seen(finder: Finder, query: StudiesQuery, stop: Stop) -> Mapping[int, str] | None:
    """Return all that a search finds, None where there is too much of it; raises RegistryError."""
    studies = tuple(_some(finder, query, stop))
    if len(studies) > MOST_READ:
        return None
    return _with_days(studies)


def novelty(study: FoundStudy, last: LastRun) -> Novelty | None:
    """Return what became of a study since a search was run, None for what was seen as it is."""
    if last.seen is None:
        is_new = study.first_posted >= last.day.isoformat()
        return Novelty.NEW if is_new else Novelty.CHANGED
    day = last.seen.get(parse_nct_number(study.nct_id) or 0)
    if day is None:
        return Novelty.NEW
    return Novelty.CHANGED if study.last_update > day else None


def _some(finder: Finder, query: StudiesQuery, stop: Stop) -> Iterator[FoundStudy]:
    """Yield what a search finds, each study once, and a little more than the most at most."""
    token, known, following = "", set[str](), Following()
    while True:
        page = finder.found(query, stop, token=token, size=AT_ONCE, count=False)
        following.note(page.address, token, (study.nct_id for study in page.studies))
        for study in page.studies:
            if study.nct_id not in known:
                known.add(study.nct_id)
                yield study
        token = page.next_token
        if not token or len(known) > MOST_READ:
            return


def _seen_now(last: LastRun, studies: tuple[FoundStudy, ...]) -> Mapping[int, str] | None:
    return None if last.seen is None else {**last.seen, **_with_days(studies)}


def _with_days(studies: tuple[FoundStudy, ...]) -> dict[int, str]:
    days = ((parse_nct_number(study.nct_id), study.last_update) for study in studies)
    return {number: day for number, day in days if number is not None}
