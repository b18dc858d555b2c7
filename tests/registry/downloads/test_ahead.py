from contextlib import suppress
from threading import Event

import pytest

from desktop_app.errors import RegistryUnreachableError
from desktop_app.registry.downloads.ahead import beside
from desktop_app.registry.stopping import Stop


def test_what_is_done_beside_comes_when_it_is_wanted() -> None:
    is_here = Event()

    def work(_stop: Stop) -> str:
        assert is_here.wait(10)
        return "page"

    with beside(work, Stop()) as coming:
        is_here.set()
        assert coming() == "page"


def test_its_failure_comes_when_it_is_wanted() -> None:
    def work(_stop: Stop) -> str:
        raise RegistryUnreachableError("There is no connection.")

    with pytest.raises(RegistryUnreachableError), beside(work, Stop()) as coming:
        coming()


def test_what_fails_here_ends_what_is_done_beside() -> None:
    begun, ended = Event(), list[bool]()

    def work(stop: Stop) -> None:
        stopped = Event()
        with stop.telling(stopped.set):
            begun.set()
            ended.append(stopped.wait(10))

    with suppress(ZeroDivisionError), beside(work, Stop()):
        assert begun.wait(10)
        raise ZeroDivisionError
    assert ended == [True]
