from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from desktop_app.errors import RegistryAnswerError, RegistryUnreachableError
from desktop_app.readers.detect import reread
from desktop_app.registry.answers import StudiesPage
from desktop_app.registry.stopping import RequestCancelled, Stop
from desktop_app.registry.updates import checking
from desktop_app.registry.updates.checking import check_for_updates, day_to_ask_since
from desktop_app.registry.updates.words import check_words, counts_words, line_words
from desktop_app.store.library import Library
from desktop_app.store.standing.values import (
    CheckScope,
    ScopeKind,
    Standing,
    UpdateCheck,
    UpdateLine,
    UpdateOutcome,
)
from tests.registry.updates.made_up import EXPIRED, MadeUpRegistry, once
from tests.store.synthetic import part, record

ALL = CheckScope(ScopeKind.ALL)
SOME = CheckScope.of(tuple(range(1, 30)))
CHANGED, GONE, RENUMBERED, FAILED = (
    UpdateOutcome.CHANGED,
    UpdateOutcome.GONE,
    UpdateOutcome.RENUMBERED,
    UpdateOutcome.FAILED,
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", reader=reread) as made:
        yield made


@pytest.fixture
def registry(library: Library) -> MadeUpRegistry:
    """Returns a registry that has the ten studies of the library, as they are there."""
    made = MadeUpRegistry()
    for number in range(1, 11):
        library.add(record(number, "2026-01-01"))
        made.put(number, "2026-01-01")
    return made


def found(library: Library, check: UpdateCheck) -> dict[int, UpdateOutcome]:
    return {line.number: line.outcome for line in library.update_book().lines(check.id)}


def check(
    library: Library, registry: MadeUpRegistry, scope: CheckScope = SOME, stop: Stop | None = None
) -> UpdateCheck:
    return check_for_updates(library, registry, scope, stop or Stop())


def test_what_is_as_it_was_is_asked_for_in_one_request(
    library: Library, registry: MadeUpRegistry
) -> None:
    done = check(library, registry)
    assert registry.asked == ["updates"]
    assert counts_words(done) == "10 unchanged"
    standing = library.update_book().standing(3)
    assert standing is not None
    assert standing.standing is Standing.HELD


def test_what_changed_is_fetched_as_a_newer_version_and_the_older_is_kept(
    library: Library, registry: MadeUpRegistry
) -> None:
    for number in (2, 5, 6, 7, 9):
        registry.put(number, "2026-03-01", descriptionModule={"briefSummary": "Another."})
    done = check(library, registry)
    assert found(library, done) == dict.fromkeys((2, 5, 6, 7, 9), CHANGED)
    assert counts_words(done) == "5 changed, 5 unchanged"
    assert registry.asked == ["updates", "studies", "studies"]
    versions = library.versions("NCT00000005")
    assert [str(one.record_date) for one in versions] == ["2026-03-01", "2026-01-01"]
    assert "2026-11-26" in versions[0].origin
    assert library.count_changed() == 5


def test_a_record_that_is_held_in_part_is_fetched_whole(
    library: Library, registry: MadeUpRegistry
) -> None:
    library.add(part(20, "2026-01-01"))
    registry.put(20, "2026-01-01")
    assert found(library, check(library, registry)) == {20: CHANGED}


def test_what_the_registry_no_longer_has_is_kept_and_marked(
    library: Library, registry: MadeUpRegistry
) -> None:
    del registry.records[4]
    done = check(library, registry)
    assert found(library, done) == {4: GONE}
    assert registry.asked == ["updates", "NCT00000004"]
    assert library.get("NCT00000004") is not None
    assert library.lost(["NCT00000004", "NCT00000003"]) == {"NCT00000004"}
    registry.put(4, "2026-01-01")
    assert found(library, check(library, registry)) == {}
    assert not library.lost(["NCT00000004"])


def test_a_study_under_another_number_is_fetched_and_told(
    library: Library, registry: MadeUpRegistry
) -> None:
    registry.aliases[4] = 40
    registry.put(40, "2026-02-02")
    done = check(library, registry)
    (line,) = library.update_book().lines(done.id)
    assert line == UpdateLine(4, RENUMBERED, 40)
    assert "NCT00000040" in line_words(line)
    assert library.get("NCT00000040") is not None
    assert library.lost(["NCT00000004"])


def test_a_check_that_failed_goes_on_where_it_stopped(
    library: Library, registry: MadeUpRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_AT_ONCE", 4)
    registry.put(1, "2026-03-01")
    registry.put(7, "2026-03-01")
    registry.put(8, "2026-03-01")
    del registry.records[6]
    registry.before = once(RegistryUnreachableError("No network."), "NCT00000006")
    with pytest.raises(RegistryUnreachableError):
        check(library, registry)
    stopped = library.update_book().unfinished(SOME)
    assert stopped is not None
    assert (stopped.done, stopped.position, stopped.unchanged) == (4, 4, 3)
    assert "stopped after 4 of 10 studies" in check_words(stopped)
    registry.asked.clear()
    done = check(library, registry)
    assert done.id == stopped.id
    assert registry.asked[0] == "updates"
    assert found(library, done) == {1: CHANGED, 6: GONE, 7: CHANGED, 8: CHANGED}
    assert counts_words(done) == "3 changed, 6 unchanged, 1 no longer at the registry"


def test_a_check_is_stopped_between_two_requests(
    library: Library, registry: MadeUpRegistry
) -> None:
    for number in (1, 2, 3, 4, 5):
        registry.put(number, "2026-03-01")
    stop = Stop()

    def stop_at_second(_what: str) -> None:
        if registry.asked.count("studies") == 1:
            stop.set()

    registry.before = stop_at_second
    with pytest.raises(RequestCancelled):
        check(library, registry, stop=stop)
    # What came is kept, as what changed.
    assert library.count_changed() == 3
    registry.before = lambda what: None
    assert found(library, check(library, registry)) == dict.fromkeys((1, 2, 3, 4, 5), CHANGED)


def test_a_check_is_stopped_while_a_page_is_kept(
    library: Library, registry: MadeUpRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        registry.put(number, "2026-03-01")
    pages = registry.studies

    def stopped_with(nct_ids: Sequence[str], stop: Stop) -> Iterator[StudiesPage]:
        for page in pages(nct_ids, stop):
            stop.set()
            yield page

    with monkeypatch.context() as stopping:
        stopping.setattr(registry, "studies", stopped_with)
        with pytest.raises(RequestCancelled):
            check(library, registry)
    assert library.count_changed() == 0
    assert found(library, check(library, registry)) == dict.fromkeys((1, 2), CHANGED)


def test_a_page_that_cannot_be_read_does_not_stop_the_check(
    library: Library, registry: MadeUpRegistry
) -> None:
    registry.put(3, "2026-03-01")
    registry.put(4, "2026-03-01")
    registry.before = once(RegistryAnswerError("Not an answer."), "studies")
    assert found(library, check(library, registry)) == {3: CHANGED, 4: CHANGED}
    assert registry.asked == ["updates", "NCT00000003", "NCT00000004"]


def test_one_record_that_cannot_be_read_is_told_with_its_reason(
    library: Library, registry: MadeUpRegistry
) -> None:
    registry.put(3, "2026-03-01")

    def refuse(what: str) -> None:
        if what in ("studies", "NCT00000003"):
            raise RegistryAnswerError("This is no record.")

    registry.before = refuse
    done = check(library, registry)
    (line,) = library.update_book().lines(done.id)
    assert (line.outcome, line_words(line)) == (FAILED, "This is no record.")
    assert counts_words(done) == "9 unchanged, 1 that could not be read"


def test_of_all_studies_what_was_updated_since_the_last_check_is_asked_for(
    library: Library, registry: MadeUpRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "MANY", 10)
    assert check(library, registry, ALL).since == ""
    since = date.today() - timedelta(days=3)
    assert day_to_ask_since(library.update_book(), ALL) in (since, since + timedelta(days=1))
    for number in (2, 3, 4, 5, 99):
        registry.put(number, "2027-01-01")
    registry.asked.clear()
    registry.before = once(EXPIRED, "found")
    done = check(library, registry, ALL)
    assert found(library, done) == dict.fromkeys((2, 3, 4, 5), CHANGED)
    assert done.unchanged == 6
    assert "updates" not in registry.asked
    assert registry.asked[0] == f"found AREA[LastUpdatePostDate]RANGE[{done.since},MAX]"
    assert "was asked what was updated since" in check_words(done)
    assert library.get("NCT00000099") is None


def test_each_of_all_studies_is_asked_for_again_after_some_months(
    library: Library, registry: MadeUpRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "MANY", 10)
    whole = check(library, registry, ALL)
    assert check(library, registry, ALL).since != ""
    book = library.update_book()
    for days, is_whole in ((89, False), (91, True)):
        then = (whole.begun_at + timedelta(days=days)).timestamp()
        since = day_to_ask_since(book, ALL, clock=partial(float, then))
        assert (since is None) is is_whole


def test_the_last_check_of_each_study_is_remembered_after_many_others(
    library: Library, registry: MadeUpRegistry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "MANY", 10)
    whole = check(library, registry, ALL)
    for _ in range(60):
        check(library, registry, ALL)
    kept = library.update_book().last_whole(ALL)
    assert kept is not None
    assert kept.id == whole.id
    assert len(library.update_book().checks()) < 60


def test_a_check_of_no_study_asks_nothing(library: Library) -> None:
    registry = MadeUpRegistry()
    done = check(library, registry, CheckScope(ScopeKind.STARRED))
    assert registry.asked == []
    assert check_words(done) == "Starred studies: no study to check."
