import os
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from threading import Condition

import pytest

from desktop_app.registry.manners import Manners
from desktop_app.registry.stopping import RequestCancelled, Stop
from desktop_app.registry.turns import Turns
from tests.registry.clocks import TestClock

MANNERS = Manners()


def times_of(turns: Turns, clock: TestClock, count: int, seconds: float = 0) -> list[float]:
    """Takes turns one after the other; returns when each began."""
    begun = []
    for _ in range(count):
        with turns.turn(Stop()):
            begun.append(clock.now().timestamp())
            clock.time += timedelta(seconds=seconds)
    return begun


def most_in_a_minute(begun: list[float]) -> int:
    return max(sum(start <= one < start + 60 for one in begun) for start in begun)


@pytest.mark.parametrize("seconds", [0, 0.2, 1, 3])
def test_there_are_fewer_than_fifty_in_any_minute(seconds: float) -> None:
    clock = TestClock()
    begun = times_of(Turns(MANNERS, clock), clock, 300, seconds)
    assert most_in_a_minute(begun) < 50
    # Nor are there far fewer than that.
    assert most_in_a_minute(begun) >= min(48, 60 / (seconds or 1) - 1) * 0.8


def test_a_few_go_at_once_after_a_rest() -> None:
    clock = TestClock()
    turns = Turns(MANNERS, clock)
    times_of(turns, clock, 20)
    clock.time += timedelta(minutes=5)
    clock.waits.clear()
    times_of(turns, clock, 8)
    assert clock.waits == []


def test_two_programs_keep_the_pace_together(tmp_path: Path) -> None:
    clock, file = TestClock(), tmp_path / "state" / "pace"
    both = Turns(MANNERS, clock, file), Turns(MANNERS, clock, file)
    begun = []
    for number in range(200):
        begun += times_of(both[number % 2], clock, 1)
    assert most_in_a_minute(begun) < 50


def test_another_program_waits_until_a_request_is_over(tmp_path: Path) -> None:
    clock, file = TestClock(), tmp_path / "pace"
    one, other = Turns(MANNERS, clock, file), Turns(MANNERS, clock, file)
    with ExitStack() as held:
        held.enter_context(one.turn(Stop()))

        class Waiting(TestClock):
            def wait(self, seconds: float, stop: Stop) -> None:
                super().wait(seconds, stop)
                if len(self.waits) == 3:
                    held.close()

        patient = Waiting()
        with Turns(MANNERS, patient, file).turn(Stop()):
            assert patient.waits[:3] == [0.2, 0.2, 0.2]
    with other.turn(Stop()):
        pass


def test_a_thread_waits_in_steps_in_which_an_interrupt_is_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turns, waits = Turns(MANNERS, TestClock()), list[float | None]()
    with ExitStack() as held:

        class Noting(Condition):
            def wait(self, timeout: float | None = None) -> bool:
                waits.append(timeout)
                if len(waits) == 3:
                    held.close()
                return len(waits) == 3

        monkeypatch.setattr(turns, "_changed", Noting())
        held.enter_context(turns.turn(Stop()))
        with turns.turn(Stop()):
            assert len(waits) == 3
    assert all(timeout is not None and timeout <= 0.2 for timeout in waits)


def test_a_program_that_stands_still_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    clock, file = TestClock(), tmp_path / "pace"
    with (
        Turns(MANNERS, TestClock(), file).turn(Stop()),
        Turns(MANNERS, clock, file).turn(Stop()),
    ):
        assert MANNERS.whole_seconds <= sum(clock.waits) < MANNERS.whole_seconds + 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pace")
    clock = TestClock()
    assert len(times_of(Turns(MANNERS, clock, tmp_path / "pace"), clock, 3)) == 3


@pytest.mark.parametrize("content", [b"", b"nonsense", b"nan", b"inf", b"1e300", b"\xff" * 99])
def test_whatever_is_in_the_file_is_no_hindrance(content: bytes, tmp_path: Path) -> None:
    clock, file = TestClock(), tmp_path / "pace"
    file.write_bytes(content)
    begun = times_of(Turns(MANNERS, clock, file), clock, 100)
    assert begun[-1] - begun[0] < 200
    assert most_in_a_minute(begun) < 50


def test_a_file_that_cannot_be_is_done_without(tmp_path: Path) -> None:
    clock = TestClock()
    (tmp_path / "file").touch()
    for place in (tmp_path, tmp_path / "file" / "pace"):
        assert most_in_a_minute(times_of(Turns(MANNERS, clock, place), clock, 100)) < 50


def test_a_link_in_the_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("data")
    (tmp_path / "pace").symlink_to(target)
    clock = TestClock()
    times_of(Turns(MANNERS, clock, tmp_path / "pace"), clock, 3)
    assert target.read_text() == "data"


def test_a_clock_that_was_set_back_makes_nobody_wait_for_hours(tmp_path: Path) -> None:
    clock, file = TestClock(), tmp_path / "pace"
    turns = Turns(MANNERS, clock, file)
    times_of(turns, clock, 60)
    clock.time -= timedelta(hours=5)
    clock.waits.clear()
    times_of(turns, clock, 8)
    assert sum(clock.waits) < 60


def test_a_turn_is_given_back_whatever_happens() -> None:
    clock = TestClock()
    turns, stop = Turns(MANNERS, clock), Stop()
    with pytest.raises(ZeroDivisionError), turns.turn(Stop()):
        raise ZeroDivisionError
    stop.set()
    with pytest.raises(RequestCancelled), turns.turn(stop):
        pass
    with turns.turn(Stop()):
        pass
