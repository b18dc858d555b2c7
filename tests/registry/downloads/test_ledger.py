from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.readers.detect import reread
from desktop_app.registry.downloads.asked import asked_in, begin
from desktop_app.registry.downloads.ledger import NumberLedger
from desktop_app.store.downloads.waiting import unfinished, waiting_downloads
from desktop_app.store.library import Library

A, B, C = "NCT00000001", "NCT00000002", "NCT00000003"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Path]:
    """Returns the file of an empty library."""
    with Library.open(tmp_path, reader=reread) as library:
        yield library.path


def kept(library: Path) -> list[object]:
    return [asked_in(one.asked) for one in unfinished(library)]


def test_numbers_are_kept_while_they_are_fetched_and_forgotten_then(library: Path) -> None:
    ledger = NumberLedger(library)
    ledger.note([A, B, C])
    assert kept(library) == [(A, B, C)]
    assert waiting_downloads(library) == []
    ledger.note([C])
    assert kept(library) == [(C,)]
    assert unfinished(library)[0].position.total == 1
    ledger.note([])
    assert unfinished(library) == []
    ledger.note([B, A])
    assert kept(library) == [(B, A)]


def test_what_is_let_go_waits_for_the_next_start(library: Path) -> None:
    ledger = NumberLedger(library)
    ledger.note([A, B])
    ledger.let_go()
    assert [asked_in(one.asked) for one in waiting_downloads(library)] == [(A, B)]


def test_a_single_number_is_kept_and_none_is_not(library: Path) -> None:
    ledger = NumberLedger(library)
    ledger.note([])
    assert unfinished(library) == []
    ledger.note([A])
    assert kept(library) == [(A,)]
    ledger.note([])
    assert unfinished(library) == []


def test_what_another_window_fetches_is_left_to_it(library: Path) -> None:
    first, second = NumberLedger(library), NumberLedger(library)
    first.note([A, B])
    second.note([A, B])
    second.note([])
    assert kept(library) == [(A, B)]
    first.note([])
    assert unfinished(library) == []


def test_other_downloads_stay(library: Path) -> None:
    run = begin(library, [A, B, C])
    ledger = NumberLedger(library)
    ledger.note([A, B])
    ledger.note([])
    assert unfinished(library) == [run]
