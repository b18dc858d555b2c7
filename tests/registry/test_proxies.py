"""Through the proxy of a hospital, where the system's settings name one."""

import socket
import ssl
from base64 import b64encode
from contextlib import suppress
from threading import Thread

import pytest
import trustme

from desktop_app.errors import RegistryUnreachableError
from desktop_app.registry.client import RegistryClient
from desktop_app.registry.proxies import proxy_of, without_password
from desktop_app.registry.stopping import Stop
from tests.registry.clocks import QUICK
from tests.registry.fault_cases import ASKED, WELL, certified, nobody_there, trusted
from tests.registry.lines import Line, LineServer, line_server

REGISTRY = "https://registry.test/api/v2"


@pytest.fixture(autouse=True)
def _no_settings_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def tunnel(line: Line, server: LineServer, heard: list[bytes]) -> None:
    """Let a client through to a server, wherever it wants to go."""
    heard.append(line.read_request())
    line.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
    with socket.create_connection(("127.0.0.1", server.port)) as onward:
        back = Thread(target=relay, args=(onward, line.connection), daemon=True)
        back.start()
        relay(line.connection, onward)
        back.join()


def relay(source: socket.socket, target: socket.socket) -> None:
    # Either side may have gone.
    with suppress(OSError):
        while part := source.recv(1 << 16):
            target.sendall(part)
        target.shutdown(socket.SHUT_WR)


@pytest.mark.parametrize("proxy_scheme", ["http", "https"])
def test_a_study_comes_through_a_proxy(proxy_scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bytes] = []
    seen: list[bytes] = []
    authority = trustme.CA()

    def answer(line: Line) -> None:
        seen.append(b"connected")
        WELL(line)

    own: ssl.SSLContext | None = None
    if proxy_scheme == "https":
        own = certified("localhost", authority=authority)
    with (
        trusted(authority),
        line_server(answer, trust=certified("registry.test", authority=authority)) as server,
        line_server(lambda line: tunnel(line, server, heard), trust=own) as proxy,
    ):
        address = f"{proxy_scheme}://me:my%20s%C3%A9cret@localhost:{proxy.port}"
        monkeypatch.setenv("https_proxy", address)
        client = RegistryClient(REGISTRY, manners=QUICK)
        study = client.study(ASKED, Stop())
        client.close()
    assert study.address == f"{REGISTRY}/studies/{ASKED}"
    (connect,) = heard
    assert connect.startswith(b"CONNECT registry.test:443 HTTP/1.")
    # The name and password that the settings hold are for the proxy alone.
    assert b64encode("me:my sécret".encode()) in connect
    assert seen == [b"connected"]


def test_a_password_for_the_proxy_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    with nobody_there() as place:
        monkeypatch.setenv("https_proxy", place.base_address.replace("//", "//me:secret@"))
        with pytest.raises(RegistryUnreachableError) as caught:
            RegistryClient(REGISTRY, manners=QUICK).study(ASKED, Stop())
    assert "the proxy 127.0.0.1:" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_settings_may_leave_hosts_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "proxy.example:3128")
    assert proxy_of(REGISTRY) == "http://proxy.example:3128"
    monkeypatch.setenv("no_proxy", "other.example,.test")
    assert proxy_of(REGISTRY) == ""


def test_a_proxy_for_all_is_one_for_the_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "http://proxy.example:3128/")
    assert proxy_of(REGISTRY) == "http://proxy.example:3128/"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_this_computer_is_asked_directly(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    assert proxy_of(f"http://{host}:8080/api/v2") == ""


def test_an_address_is_shown_without_what_is_secret() -> None:
    assert without_password("http://me:se@cret@proxy.example:3128/") == "proxy.example:3128"
    assert without_password("http://proxy.example") == "proxy.example"


@pytest.mark.parametrize("proxy", ["http://a..b:1", f"http://{'x' * 99}:1"])
def test_a_proxy_whose_name_cannot_be_one_does_not_answer(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", proxy)
    with pytest.raises(RegistryUnreachableError, match=r"the proxy .* does not answer"):
        RegistryClient(REGISTRY, manners=QUICK).study(ASKED, Stop())


def test_blanks_name_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", " \n")
    assert proxy_of(REGISTRY) == ""
