"""What a search finds that it did not find the last time."""

from dataclasses import dataclass, field
from datetime import date

from desktop_app.registry import news
from desktop_app.registry.answers import FoundPage, FoundStudy
from desktop_app.registry.news import LastRun, Novelty, read_news, read_seen
from desktop_app.registry.queries import Order, StudiesQuery
from desktop_app.registry.stopping import Stop

DAY = date(2026, 10, 3)


def found(number: int, updated: str, posted: str = "2020-01-01") -> FoundStudy:
    """Return a result."""
    return FoundStudy(
        *(f"NCT{number:08}", f"Study {number}", "RECRUITING", (), "INTERVENTIONAL", "", ()),
        *(None, "", updated, posted),
    )


@dataclass
class FakeFinder:
    """Finds studies, as many a page as asked; those since a day where one is asked for."""

    studies: tuple[FoundStudy, ...]
    asked: list[StudiesQuery] = field(default_factory=list)

    def found(
        self,
        query: StudiesQuery,
        stop: Stop,
        *,
        token: str = "",
        size: int = 50,
        count: bool = True,
    ) -> FoundPage:
        """Return a page."""
        self.asked.append(query)
        fitting = [one for one in self.studies if one.last_update >= query.updated_since]
        start = int(token or 0)
        end = start + size
        more = str(end) if end < len(fitting) else ""
        return FoundPage(tuple(fitting[start:end]), more, len(fitting) if count else None)


def test_new_and_changed_studies_are_told_by_what_was_seen() -> None:
    finder = FakeFinder(
        (found(1, "2026-10-20"), found(2, "2026-10-04"), found(3, "2026-09-30"), found(4, "2025"))
    )
    last = LastRun(DAY, {1: "2026-01-01", 3: "2026-09-30", 4: "2025", 9: "2020"})
    told = read_news(finder, StudiesQuery(condition="pain"), last, Stop())
    assert [(one.nct_id, each) for one, each in told.found] == [
        ("NCT00000002", Novelty.NEW),
        ("NCT00000001", Novelty.CHANGED),
    ]
    assert (told.total, told.count(Novelty.NEW), told.count(Novelty.CHANGED)) == (4, 1, 1)
    assert told.seen == {
        1: "2026-10-20",
        2: "2026-10-04",
        3: "2026-09-30",
        4: "2025",
        9: "2020",
    }
    assert finder.asked[-1].updated_since == "2026-09-26"
    assert finder.asked[-1].order is Order.LAST_UPDATE


def test_where_it_is_not_known_what_was_seen_the_day_of_posting_tells() -> None:
    finder = FakeFinder(
        (found(1, "2026-10-20", "2026-10-05"), found(2, "2026-10-04"), found(3, "2026-09-30"))
    )
    told = read_news(finder, StudiesQuery(), LastRun(DAY), Stop())
    assert [each for _one, each in told.found] == [Novelty.NEW, Novelty.CHANGED]
    assert not told.is_by_seen
    # From now on it is known.
    assert told.seen == {1: "2026-10-20", 2: "2026-10-04", 3: "2026-09-30"}


def test_a_study_on_two_pages_is_told_once() -> None:
    finder = FakeFinder((found(1, "2026-10-20"), found(1, "2026-10-20")))
    assert read_seen(finder, StudiesQuery(), Stop()) == {1: "2026-10-20"}


def test_what_is_too_much_is_not_read_to_its_end() -> None:
    finder = FakeFinder(tuple(found(n, "2026-10-20") for n in range(1, news.MOST_READ + 2_500)))
    assert read_seen(finder, StudiesQuery(), Stop()) is None
    assert len(finder.asked) == 6
    told = read_news(finder, StudiesQuery(), LastRun(DAY, {}), Stop())
    assert not told.is_whole
    assert len(told.found) == news.MOST_READ
    assert told.seen is None
