from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.errors import RegistryBusyError, RegistryError
from desktop_app.registry.client import RegistryClient
from desktop_app.registry.conversation import time_to_return
from desktop_app.registry.manners import Manners
from desktop_app.registry.raw_answer import Answer
from desktop_app.registry.stopping import Stop
from tests.registry.clocks import QUICK, TestClock
from tests.registry.fault_cases import ASKED, WELL, refusal
from tests.registry.lines import head, line_server, sending

NOW = datetime(2026, 11, 25, 14, 3, tzinfo=UTC)


def seconds_said(**headers: str) -> float | None:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    until = time_to_return(Answer("https://x.example/", 429, named, b""), NOW)
    return None if until is None else (until - NOW).total_seconds()


def test_the_registry_says_in_seconds_or_as_a_date_when_to_return() -> None:
    assert seconds_said(retry_after="120") == 120
    assert seconds_said(retry_after=" 0 ") == 0
    assert seconds_said(retry_after="Wed, 25 Nov 2026 14:04:00 GMT") == 60


def test_a_date_is_read_by_the_clock_of_the_registry() -> None:
    slow = {"date": "Wed, 25 Nov 2026 08:00:00 GMT"}
    assert seconds_said(retry_after="Wed, 25 Nov 2026 08:01:00 GMT", **slow) == 60
    assert seconds_said(retry_after="Wed, 25 Nov 2026 07:00:00 GMT", **slow) == 0


@pytest.mark.parametrize("said", ["", "soon", "-5", "1.5", "٣", "Wed, 99 Nov 2026 14:04:00 GMT"])
def test_what_is_no_time_is_passed_over(said: str) -> None:
    assert seconds_said(retry_after=said) is None


@pytest.mark.parametrize(
    "said", ["Fri, 31 Dec 9999 23:59:59 -2359", "Fri, 31 Dec 9999 23:59:59 GMT", "9" * 5_000]
)
def test_a_time_behind_the_end_of_the_calendar_is_far_off(said: str) -> None:
    seconds = seconds_said(retry_after=said, date="Mon, 01 Jan 0001 00:00:00 GMT")
    assert seconds is not None
    assert seconds > 86_400


def test_whoever_is_asked_to_stay_away_is_not_asked_before() -> None:
    clock = TestClock()
    away = sending(head(0, "Retry-After: 1800", status="429 Slow"))
    with line_server(away, WELL) as server:
        client = RegistryClient(server.base_address, manners=QUICK, clock=clock)
        with pytest.raises(RegistryBusyError) as caught:
            client.study(ASKED, Stop())
        assert caught.value.retry_at == clock.now() + timedelta(minutes=30)
        clock.time += timedelta(minutes=20)
        with pytest.raises(RegistryBusyError) as again:
            client.version(Stop())
        assert again.value.retry_at == caught.value.retry_at
        assert server.connections == 1
        clock.time += timedelta(minutes=11)
        assert client.study(ASKED, Stop()).nct_id == ASKED
        client.close()


def test_nobody_stays_away_for_ever() -> None:
    clock = TestClock()
    with line_server(refusal("503 Busy", "", "Retry-After: 99999999999999")) as server:
        client = RegistryClient(server.base_address, manners=QUICK, clock=clock)
        with pytest.raises(RegistryBusyError) as caught:
            client.study(ASKED, Stop())
        assert caught.value.retry_at == clock.now() + timedelta(days=1)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Tue, 01 Jan 2999 00:00:00 GMT", "2999-01-01"),
        ("Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31"),
        ("172800", "2026-11-27"),
        ("9" * 5_000, "9999-12-31"),
    ],
)
def test_a_pause_without_sense_is_told_as_it_is_asked_for(said: str, day: str) -> None:
    clock = TestClock()
    with line_server(refusal("503 Busy", "", f"Retry-After: {said}")) as server:
        client = RegistryClient(server.base_address, manners=QUICK, clock=clock)
        with pytest.raises(RegistryBusyError, match=f"until {day}, which is .* tomorrow"):
            client.study(ASKED, Stop())
        with pytest.raises(RegistryBusyError, match=f"until {day}") as again:
            client.study(ASKED, Stop())
        assert again.value.retry_at == clock.now() + timedelta(days=1)
        assert server.connections == 1


def test_a_clock_that_was_set_back_keeps_nobody_away_for_years() -> None:
    clock = TestClock()
    away = sending(head(0, "Retry-After: 1800", status="429 Slow"))
    with line_server(away, WELL) as server:
        client = RegistryClient(server.base_address, manners=QUICK, clock=clock)
        with pytest.raises(RegistryBusyError):
            client.study(ASKED, Stop())
        clock.time -= timedelta(days=400)
        assert client.study(ASKED, Stop()).nct_id == ASKED
        client.close()


def test_nothing_is_tried_anew_once_patience_is_over() -> None:
    clock = TestClock()
    manners = Manners(most_a_minute=60_000, at_once=1_000, patience_seconds=3)
    with line_server(refusal("503 Busy")) as server:
        client = RegistryClient(server.base_address, manners=manners, clock=clock)
        with pytest.raises(RegistryError):
            client.study(ASKED, Stop())
    assert clock.waits == [1, 2]


def test_every_request_of_a_question_keeps_the_pace() -> None:
    clock = TestClock()
    manners = Manners(most_a_minute=11, at_once=1, most_redirects=5)
    again = sending(head(0, f"Location: /api/v2/studies/{ASKED}", status="302 Found"))
    with line_server(again, again, again, WELL) as server:
        client = RegistryClient(server.base_address, manners=manners, clock=clock)
        assert client.study(ASKED, Stop()).nct_id == ASKED
    assert clock.waits == [6, 6, 6]


def test_a_wait_that_can_be_noticed_is_told_and_its_end_too() -> None:
    told: list[float] = []
    busy = sending(head(0, "Retry-After: 20", status="429 Slow"))
    with line_server(busy, WELL) as server:
        client = RegistryClient(server.base_address, manners=QUICK, clock=TestClock())
        assert client.study(ASKED, Stop(told.append)).nct_id == ASKED
        client.close()
    assert told == [pytest.approx(19, abs=0.1), 0]
