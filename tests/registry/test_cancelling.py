"""A request is stopped at once, whatever it waits for."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

import pytest
import trustme
from urllib3.util import connection

from desktop_app.registry.client import RegistryClient
from desktop_app.registry.clock import Clock
from desktop_app.registry.stopping import RequestCancelled, Stop
from tests.registry.clocks import QUICK
from tests.registry.fault_cases import ASKED, WELL, certified, record, refusal, trusted
from tests.registry.lines import Line, Script, drips, falls_silent, head, line_server, sending

_LONG = 20
"""Seconds after which a test has failed; all that is stopped ends much sooner."""


@contextmanager
def asking(base_address: str, reached: Event) -> Iterator[None]:
    """Ask on another thread, stop once a place is reached, and see that it ends so."""
    stop, ended = Stop(), Event()
    raised: list[type[BaseException]] = []

    def ask() -> None:
        try:
            RegistryClient(base_address, manners=QUICK).study(ASKED, stop)
        except RequestCancelled as error:
            raised.append(type(error))
        ended.set()

    thread = Thread(target=ask, daemon=True)
    thread.start()
    assert reached.wait(_LONG)
    stop.set()
    assert ended.wait(_LONG)
    thread.join()
    yield
    assert raised == [RequestCancelled]


def reaching(reached: Event, script: Script) -> Script:
    """Return a script that tells when it has begun."""

    def told(line: Line) -> None:
        reached.set()
        script(line)

    return told


@pytest.mark.parametrize(
    "name", ["socket.getaddrinfo", "urllib3.util.connection.create_connection"]
)
def test_while_the_system_looks_for_a_way(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reached, goes_on = Event(), Event()

    def hang(*_of: Any, **_named: Any) -> None:
        reached.set()
        goes_on.wait(_LONG)
        raise OSError

    monkeypatch.setattr(name, hang)
    for variable in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(variable, raising=False)
    with asking("https://registry.invalid/api/v2", reached):
        goes_on.set()


def test_while_a_server_does_not_speak_tls() -> None:
    reached = Event()
    with line_server(reaching(reached, falls_silent)) as server:
        address = server.base_address.replace("http:", "https:").replace("127.0.0.1", "localhost")
        with asking(address, reached):
            pass


@pytest.mark.parametrize(
    "script",
    [
        sending(then=falls_silent),
        sending(head(1_000), then=falls_silent),
        sending(head(1_000), record(ASKED)[:20], then=falls_silent),
        sending(head(1_000_000), then=drips),
    ],
    ids=["before the answer", "before its body", "in its body", "while it drips"],
)
def test_while_an_answer_is_waited_for(script: Script) -> None:
    reached = Event()
    with line_server(reaching(reached, script)) as server, asking(server.base_address, reached):
        pass


def test_the_server_hears_that_an_answer_is_not_wanted_any_more() -> None:
    reached = Event()

    def begin(line: Line) -> None:
        reached.set()
        drips(line)

    with line_server(sending(head(1_000_000), b"{", then=begin)) as server:
        with asking(server.base_address, reached):
            pass
        assert server.was_left.wait(_LONG)


@pytest.mark.parametrize("has_tls", [False, True])
def test_the_server_hears_it_also_before_it_has_answered(has_tls: bool) -> None:
    reached, authority = Event(), trustme.CA()
    trust = certified("localhost", authority=authority) if has_tls else None

    def wait(line: Line) -> None:
        reached.set()
        falls_silent(line)

    with trusted(authority), line_server(sending(then=wait), trust=trust) as server:
        with asking(server.base_address, reached):
            pass
        assert server.was_left.wait(_LONG)


def test_what_was_stopped_while_the_system_looked_for_a_way_is_not_sent_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reached, goes_on, connect = Event(), Event(), connection.create_connection

    def hang(*of: Any, **named: Any) -> Any:
        reached.set()
        goes_on.wait(_LONG)
        return connect(*of, **named)

    heard, has_ended = list[bytes](), Event()

    def listen(line: Line) -> None:
        heard.append(line.read_request())
        has_ended.set()

    monkeypatch.setattr(connection, "create_connection", hang)
    with line_server(listen) as server:
        with asking(server.base_address, reached):
            goes_on.set()
        assert has_ended.wait(_LONG)
        assert heard == [b""]


class _TellingClock(Clock):
    def __init__(self, reached: Event) -> None:
        self._reached = reached

    def wait(self, seconds: float, stop: Stop) -> None:
        self._reached.set()
        super().wait(_LONG, stop)


def test_between_two_tries() -> None:
    reached, stop, ended = Event(), Stop(), Event()
    with line_server(refusal("503 Busy")) as server:
        client = RegistryClient(server.base_address, manners=QUICK, clock=_TellingClock(reached))

        def ask() -> None:
            with pytest.raises(RequestCancelled):
                client.study(ASKED, stop)
            ended.set()

        Thread(target=ask, daemon=True).start()
        assert reached.wait(_LONG)
        stop.set()
        assert ended.wait(_LONG)


def test_while_another_request_is_under_way() -> None:
    reached, ended, first, second = Event(), Event(), Stop(), Stop()
    with line_server(reaching(reached, sending(then=falls_silent))) as server:
        client = RegistryClient(server.base_address, manners=QUICK)

        def ask(stop: Stop, over: Event) -> None:
            with pytest.raises(RequestCancelled):
                client.study(ASKED, stop)
            over.set()

        Thread(target=ask, args=(first, Event()), daemon=True).start()
        assert reached.wait(_LONG)
        Thread(target=ask, args=(second, ended), daemon=True).start()
        second.set()
        assert ended.wait(_LONG)
        first.set()
        assert server.connections == 1


def test_what_was_stopped_before_sends_nothing() -> None:
    stop = Stop()
    stop.set()
    with line_server(WELL) as server:
        with pytest.raises(RequestCancelled):
            RegistryClient(server.base_address).study(ASKED, stop)
        assert server.connections == 0


def test_the_next_request_goes_well_after_one_was_stopped() -> None:
    reached, stop = Event(), Stop()
    with line_server(reaching(reached, sending(then=falls_silent)), WELL) as server:
        client = RegistryClient(server.base_address, manners=QUICK)

        def ask() -> None:
            with pytest.raises(RequestCancelled):
                client.study(ASKED, stop)

        thread = Thread(target=ask, daemon=True)
        thread.start()
        assert reached.wait(_LONG)
        stop.set()
        thread.join(_LONG)
        assert client.study(ASKED, Stop()).nct_id == ASKED
        client.close()
