from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from desktop_app.errors import StoreError
from desktop_app.store.library import Library
from desktop_app.store.personal import named_plans, plans
from desktop_app.store.personal.values import TagColour
from desktop_app.store.standing.book import UpdateBook
from desktop_app.store.standing.values import (
    CheckScope,
    HeldStudy,
    ScopeKind,
    Standing,
    UpdateLine,
    UpdateOutcome,
)
from tests.store.synthetic import part, record

ALL, STARRED = CheckScope(ScopeKind.ALL), CheckScope(ScopeKind.STARRED)
NOON = 4_000_000_000.0
"""Later than whatever is imported by these tests."""


@dataclass
class Clock:
    now: float = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(library: Library, clock: Clock) -> Iterator[UpdateBook]:
    for number in (9, 8, 7):
        library.add(record(number, f"2024-01-0{number}"))
    reader = library.another_reader()
    made = UpdateBook(library.path, reader._reading, is_read_only=False, clock=clock)
    yield made
    made.close()
    reader.close()


def numbers(book: UpdateBook, scope: CheckScope, after: int = 0, limit: int = 10) -> list[int]:
    return [study.number for study in book.held(scope, after, limit)]


def stood(book: UpdateBook, number: int) -> tuple[Standing, int | None, float]:
    standing = book.standing(number)
    assert standing is not None
    return standing.standing, standing.other, standing.checked_at.timestamp()


def test_held_studies_come_in_the_order_of_their_numbers_with_their_dates(
    library: Library, book: UpdateBook
) -> None:
    library.add(part(10, "2025-02-02"))
    assert book.held(ALL, 7, 2) == (
        HeldStudy(8, "2024-01-08", True),
        HeldStudy(9, "2024-01-09", True),
    )
    assert book.held(ALL, 9, 2) == (HeldStudy(10, "2025-02-02", False),)
    assert book.count(ALL) == 4


def test_each_scope_has_its_studies(library: Library, book: UpdateBook) -> None:
    writer = library.personal_writer()
    writer.perform(plans.star([8, 99], starred=True))
    writer.perform(named_plans.create_tag("Asthma", TagColour.BLUE, [9]))
    tag = library.personal.tags()[0].id
    writer.close()
    assert numbers(book, STARRED) == [8]
    assert numbers(book, CheckScope(ScopeKind.MARKED)) == [8, 9]
    assert numbers(book, CheckScope(ScopeKind.TAG, tag, "Asthma")) == [9]
    assert numbers(book, CheckScope(ScopeKind.COLLECTION, 1, "None")) == []
    assert book.count(CheckScope(ScopeKind.MARKED)) == 2


def test_some_studies_are_a_scope_of_those_that_are_held(book: UpdateBook) -> None:
    scope = CheckScope.of((9, 9, 7, 55))
    assert scope.numbers == (7, 9, 55)
    assert numbers(book, scope) == [7, 9]
    assert numbers(book, scope, after=7) == [9]
    assert book.count(scope) == 2


def test_more_studies_than_a_statement_takes_are_a_scope(book: UpdateBook) -> None:
    scope = CheckScope.of(tuple(range(1, 3_000)))
    assert numbers(book, scope) == [7, 8, 9]
    assert book.count(scope) == 3


@pytest.mark.parametrize(
    "scope", [ALL, CheckScope(ScopeKind.TAG, 3, "Später"), CheckScope.of((1, 2))]
)
def test_a_scope_is_kept_and_read_again(scope: CheckScope) -> None:
    assert CheckScope.from_text(scope.as_text()) == scope


def test_a_check_goes_on_where_it_stopped_and_tells_what_it_found(
    book: UpdateBook, clock: Clock
) -> None:
    check = book.begin(ALL)
    book.note(check, [UpdateLine(7, UpdateOutcome.CHANGED)], [])
    check = book.move(check, 2, 8)
    assert book.unfinished(ALL) == check
    assert book.unfinished(STARRED) is None
    assert (check.unchanged, check.count(UpdateOutcome.CHANGED)) == (1, 1)
    clock.now += 60
    book.note(check, [UpdateLine(9, UpdateOutcome.GONE)], [(9, Standing.GONE, None)])
    ended = book.end(book.move(check, 3, 9))
    assert ended.ended_at == datetime.fromtimestamp(NOON + 60, UTC)
    assert book.unfinished(ALL) is None
    assert book.last_ended(ALL) == ended
    assert [line.number for line in book.lines(ended.id)] == [7, 9]


def test_a_check_that_was_stopped_long_ago_does_not_go_on(book: UpdateBook, clock: Clock) -> None:
    book.begin(ALL)
    clock.now += 86_401
    assert book.unfinished(ALL) is None


def test_the_last_checks_are_kept_and_the_last_one_of_all_studies(book: UpdateBook) -> None:
    first = book.end(book.move(book.begin(ALL), 3, 9))
    for _ in range(30):
        book.begin(STARRED)
    kept = book.checks()
    assert len(kept) == 21
    assert kept[-1] == first


def test_a_study_stands_as_it_was_checked_last(book: UpdateBook, clock: Clock) -> None:
    assert book.standing(7) is None
    check = book.begin(STARRED)
    book.note(check, [], [(7, Standing.HELD, None), (8, Standing.RENUMBERED, 55)])
    assert stood(book, 7) == (Standing.HELD, None, NOON)
    assert stood(book, 8) == (Standing.RENUMBERED, 55, NOON)
    clock.now += 60
    book.end(book.move(book.begin(ALL), 3, 9))
    assert stood(book, 7) == stood(book, 9) == (Standing.HELD, None, NOON + 60)
    assert stood(book, 8) == (Standing.RENUMBERED, 55, NOON)


def test_a_check_of_all_says_nothing_of_what_came_after_it(
    library: Library, book: UpdateBook, clock: Clock
) -> None:
    clock.now = 1_000_000.0
    book.end(book.move(book.begin(ALL), 3, 9))
    assert book.standing(7) is None


def test_the_list_marks_what_the_registry_lost(library: Library, book: UpdateBook) -> None:
    check = book.begin(ALL)
    book.note(
        check,
        [],
        [(7, Standing.GONE, None), (8, Standing.HELD, None), (9, Standing.RENUMBERED, 5)],
    )
    asked = ("NCT00000007", "nct00000008", "NCT00000009", "none")
    assert library.lost(asked) == {"NCT00000007", "NCT00000009"}
    book.found_again((7, 8))
    assert library.lost(asked) == {"NCT00000009"}
    assert book.standing(8) is not None


def test_nothing_is_kept_of_a_library_that_is_only_read(library: Library) -> None:
    book = UpdateBook(library.path, library._reading, is_read_only=True)
    with pytest.raises(StoreError, match="open for reading only"):
        book.begin(ALL)


def test_a_second_thread_adds_through_a_library_of_its_own(library: Library) -> None:
    with library.another_reader() as shelf, shelf.another_writer() as second:
        second.add(record(7))
        library.add(record(8))
        assert second.count() == library.count() == 2
