from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.registry.updates.schedule import is_due
from desktop_app.registry.updates.words import counts_words, scope_words
from desktop_app.store.standing.values import CheckScope, ScopeKind, UpdateCheck

NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
LAST = UpdateCheck(1, CheckScope(ScopeKind.STARRED), 3, 3, 9, "", NOW, NOW, NOW)


def last(**ago: float) -> UpdateCheck:
    at = NOW - timedelta(**ago)
    return replace(LAST, begun_at=at, changed_at=at, ended_at=at)


@pytest.mark.parametrize(
    ("every", "check", "due"),
    [
        (0, None, False),
        (0, last(days=99), False),
        (1, None, True),
        (1, last(hours=12), False),
        (1, last(hours=21), True),
        (7, last(days=6), False),
        (7, last(days=7), True),
        (30, last(days=29), False),
        (30, last(days=31), True),
        (7, last(days=-400), True),
        (7, replace(LAST, ended_at=None), True),
    ],
)
def test_a_check_is_due_when_its_days_are_over(
    every: int, check: UpdateCheck | None, due: bool
) -> None:
    assert is_due(every, check, NOW) is due


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (CheckScope(ScopeKind.TAG, 1, "Für {später}"), "Studies with the tag “Für {später}”"),
        (CheckScope(ScopeKind.COLLECTION, 1, "A"), "Studies of the collection “A”"),
        (CheckScope.of((7,)), "NCT00000007"),
        (CheckScope.of((7, 8)), "2 selected studies"),
        (CheckScope(ScopeKind.ALL), "All studies"),
    ],
)
def test_a_scope_is_said_in_words(scope: CheckScope, words: str) -> None:
    assert scope_words(scope) == words


def test_unchanged_studies_are_counted() -> None:
    assert counts_words(LAST) == "3 unchanged"
