from datetime import timedelta

from desktop_app.registry.answers import FetchedStudy
from desktop_app.registry.fetching import Registry, ask
from desktop_app.registry.recent import RecentStudies
from desktop_app.registry.stopping import Stop
from tests.registry.clocks import TestClock
from tests.ui.registry.fake_registry import FakeRegistry

A, B = "NCT00000001", "NCT00000002"


def study(clock: TestClock, nct_id: str, size: int = 10) -> FetchedStudy:
    return FetchedStudy(nct_id, b"x" * size, "https://registry.example", clock.now(), nct_id)


def test_a_record_is_remembered_for_an_hour() -> None:
    clock = TestClock()
    recent = RecentStudies(clock)
    fetched = study(clock, A)
    recent.put(fetched)
    assert recent.get(A) is fetched
    assert recent.of([B, A]) == (fetched,)
    clock.time += timedelta(minutes=61)
    assert recent.get(A) is None
    clock.time -= timedelta(hours=5)
    assert recent.get(A) is None


def test_the_oldest_make_room_for_the_newest() -> None:
    clock = TestClock()
    recent = RecentStudies(clock, most_bytes=100)
    for nct_id in (A, B, A):
        recent.put(study(clock, nct_id, 45))
    recent.put(study(clock, "NCT00000003", 45))
    assert recent.get(B) is None
    assert recent.get(A) is not None
    recent.put(study(clock, B, 101))
    assert recent.of([A, B]) == ()


def test_what_is_known_is_not_asked_for() -> None:
    fake, clock = FakeRegistry(A, B), TestClock()
    known = (study(clock, A),)

    def registry() -> Registry:
        return fake

    assert ask(registry, (A,), Stop(), known).contents == known
    assert fake.asked == []
    first, page = ask(registry, (A, B), Stop(), known).contents
    assert first is known[0]
    assert fake.asked == [B]
    assert not isinstance(page, FetchedStudy)
