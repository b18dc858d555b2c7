"""All that goes wrong between the registry and a hospital, and what a person is told of it.

``python -m tests.registry.fault_cases`` prints the table.
"""

import errno
import gzip
import json
import os
import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from unittest.mock import patch

import trustme

from desktop_app import errors
from desktop_app.registry.answers import FetchedStudy
from desktop_app.registry.client import RegistryClient
from desktop_app.registry.manners import Manners
from desktop_app.registry.queries import StudiesQuery
from desktop_app.registry.stopping import Stop
from tests.registry.clocks import TestClock
from tests.registry.lines import (
    LineServer,
    Script,
    answering,
    drips,
    falls_silent,
    floods,
    head,
    line_server,
    sending,
)

ASKED = "NCT00000101"
QUICK = Manners(most_a_minute=60_000, at_once=1_000, largest_study=1 << 20, largest_page=1 << 20)
"""No pauses, for waits between tries take no time at all; answers are never large."""
IMPATIENT = replace(QUICK, silence_seconds=0.3, whole_seconds=1.0)
"""For lines that never come to an end."""
Ask = Callable[[RegistryClient], object]


def record(nct_id: str, *aliases: str) -> bytes:
    """Return a small record as the registry answers it."""
    identity = {"nctId": nct_id, "nctIdAliases": list(aliases), "briefTitle": "Sleep and “age”"}
    return json.dumps({"protocolSection": {"identificationModule": identity}}).encode()


def page(*nct_ids: str, token: str = "") -> bytes:
    """Return a page of small records."""
    studies = b",\n".join(record(nct_id) for nct_id in nct_ids)
    tail = f', "nextPageToken": "{token}"'.encode() if token else b""
    return b'{"studies": [' + studies + b"]" + tail + b"}"


def ask_study(client: RegistryClient) -> FetchedStudy:
    """Ask for a study."""
    return client.study(ASKED, Stop())


def ask_page(client: RegistryClient) -> object:
    """Ask for the first page of all studies."""
    return client.page(StudiesQuery(), Stop())


def ask_later_page(client: RegistryClient) -> object:
    """Ask for a page by a token."""
    return client.page(StudiesQuery(), Stop(), token="abracadabra")


@dataclass(frozen=True)
class Place:
    """Where a client asks, and what holds on its computer meanwhile."""

    base_address: str
    server: LineServer | None = None


@dataclass(frozen=True)
class FaultCase:
    """``error`` is what comes of it, None where all is well in the end; ``says`` stands in it.

    ``waits`` are those between tries, in seconds, None where they do not matter.
    """

    name: str
    place: Callable[[], AbstractContextManager[Place]]
    error: type[errors.RegistryError] | None
    says: str = ""
    ask: Ask = ask_study
    waits: tuple[float, ...] | None = None
    manners: Manners = QUICK


@contextmanager
def served(*scripts: Script, trust: ssl.SSLContext | None = None) -> Iterator[Place]:
    """Serve scripts as a registry."""
    with line_server(*scripts, trust=trust) as server:
        yield Place(server.base_address, server)


def by(*scripts: Script) -> Callable[[], AbstractContextManager[Place]]:
    """Return what serves scripts without TLS."""
    return partial(served, *scripts)


def certified(*names: str, authority: trustme.CA | None = None) -> ssl.SSLContext:
    """Return what a server proves itself with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    (authority or trustme.CA()).issue_cert(*names).configure_cert(context)
    return context


@contextmanager
def trusted(authority: trustme.CA) -> Iterator[None]:
    """Let the system trust an authority as a hospital's IT department does."""
    with (
        authority.cert_pem.tempfile() as file,
        patch.dict(os.environ, {"SSL_CERT_FILE": file}),
    ):
        yield


@contextmanager
def with_certificate(*names: str, is_trusted: bool, script: Script) -> Iterator[Place]:
    """Serve over TLS with a certificate for some names."""
    authority = trustme.CA()
    known = trusted(authority) if is_trusted else nullcontext()
    with known, served(script, trust=certified(*names, authority=authority)) as place:
        yield place


@contextmanager
def by_proxy(script: Script, scheme: str = "http") -> Iterator[Place]:
    """Ask a registry through a proxy that does what a script says."""
    with line_server(script) as proxy:
        address = f"{scheme}://127.0.0.1:{proxy.port}"
        with patch.dict(os.environ, {"https_proxy": address, "no_proxy": ""}):
            yield Place("https://registry.test/api/v2", proxy)


@contextmanager
def unused_port() -> Iterator[int]:
    """Yield a port where nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    yield int(port)


@contextmanager
def nobody_there() -> Iterator[Place]:
    """Ask where nothing listens."""
    with unused_port() as port:
        yield Place(f"http://127.0.0.1:{port}/api/v2")


@contextmanager
def as_https(script: Script) -> Iterator[Place]:
    with line_server(script) as server:
        yield Place(f"https://localhost:{server.port}/api/v2", server)


@contextmanager
def no_proxy_there() -> Iterator[Place]:
    """Ask through a proxy that is not there."""
    with unused_port() as port:
        named = {"https_proxy": f"http://127.0.0.1:{port}", "no_proxy": ""}
        with patch.dict(os.environ, named):
            yield Place("https://registry.test/api/v2")


@contextmanager
def without_openssl() -> Iterator[Place]:
    """Ask on a computer that has no OpenSSL, or an old one."""
    with patch.dict(sys.modules, {"ssl": None}):
        yield Place("https://clinicaltrials.gov/api/v2")


@contextmanager
def failing_line(name: str, error: OSError) -> Iterator[Place]:
    """Ask while a function of the system fails."""
    environment = {"https_proxy": "", "HTTPS_PROXY": "", "all_proxy": "", "ALL_PROXY": ""}
    with patch.dict(os.environ, environment), patch(name, side_effect=error):
        yield Place("https://clinicaltrials.gov/api/v2")


def refusal(status: str, words: str = "", *more: str, kind: str = "text/plain") -> Script:
    """Return a script that refuses every request."""
    return answering(words.encode(), *more, kind=kind, status=status)


WELL = answering(record(ASKED))
MOVED = "301 Moved Permanently"
_NO_NAME = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
_NO_ROUTE = OSError(errno.ENETUNREACH, "Network is unreachable")
_BOMB = gzip.compress(bytes(64 << 20))
_EMPTY_PARTS = gzip.compress(b"") * 100_000
_PORTAL = b"<!DOCTYPE html><html><title>Guest network</title>Accept our terms</html>"
_OUT = errors.RegistryUnreachableError
_BUSY = errors.RegistryBusyError
_ODD = errors.RegistryAnswerError
_UNSAFE = errors.RegistryUntrustedError


def _once(script: Script) -> Callable[[], AbstractContextManager[Place]]:
    return by(script, WELL)


CASES: tuple[FaultCase, ...] = (
    FaultCase(
        "301 to the present number of the study",
        by(
            sending(head(0, f"Location: /api/v2/studies/{ASKED[:-1]}2", status=MOVED)),
            answering(record("NCT00000102", ASKED)),
        ),
        None,
    ),
    FaultCase(
        "404, a number with a typing error",
        by(refusal("404 Not Found", f"NCT number {ASKED} not found")),
        errors.StudyNotAtRegistryError,
        f"no study {ASKED}",
    ),
    FaultCase(
        "404 as a web page: no registry at this address",
        by(refusal("404 Not Found", "<html>nothing here</html>", kind="text/html")),
        _ODD,
        "web page",
    ),
    FaultCase(
        "400, the words of a search",
        by(refusal("400 Bad Request", "Unknown area <b>Fase</b>")),
        errors.RegistryQueryError,
        "Unknown area <b>Fase</b>",
        ask_page,
    ),
    FaultCase(
        "expired page token",
        by(refusal("400 Bad Request", "pageToken has expired")),
        errors.PageTokenError,
        "Begin the search anew",
        ask_later_page,
    ),
    FaultCase("403", by(refusal("403 Forbidden", "no")), _ODD, "does not answer this computer"),
    FaultCase(
        "429 without Retry-After, again and again",
        by(refusal("429 Too Many Requests")),
        _BUSY,
        "too much to do",
        waits=(1, 2, 4),
    ),
    FaultCase("429 once", _once(sending(head(0, status="429 Slow"))), None, waits=(1,)),
    FaultCase(
        "429 with Retry-After in seconds",
        _once(sending(head(0, "Retry-After: 20", status="429 Slow"))),
        None,
        waits=(1, 19),
    ),
    FaultCase(
        "429 with Retry-After as a date",
        _once(
            sending(
                head(
                    0,
                    "Date: Wed, 25 Nov 2026 18:00:00 GMT",
                    "Retry-After: Wed, 25 Nov 2026 18:00:30 GMT",
                    status="429 Slow",
                )
            )
        ),
        None,
        waits=(1, 29),
    ),
    FaultCase(
        "429 with a Retry-After of an hour",
        by(refusal("429 Slow", "", "Retry-After: 3600")),
        _BUSY,
        "come back after",
        waits=(),
    ),
    FaultCase(
        "500, again and again", by(refusal("500 Error")), _BUSY, "out of order", waits=(1, 2, 4)
    ),
    FaultCase("500 once", _once(sending(head(0, status="500 Error"))), None, waits=(1,)),
    FaultCase("503, again and again", by(refusal("503 Busy")), _BUSY, "503", waits=(1, 2, 4)),
    FaultCase(
        "503 with Retry-After",
        _once(sending(head(0, "Retry-After: 5", status="503 Busy"))),
        None,
        waits=(1, 4),
    ),
    FaultCase("unknown status", by(refusal("418 Teapot")), _ODD, "unexpected answer (418)"),
    FaultCase(
        "truncated body, once", _once(sending(head(1_000), record(ASKED)[:50])), None, waits=(1,)
    ),
    FaultCase(
        "truncated body, again and again",
        by(sending(head(1_000), record(ASKED)[:50])),
        _OUT,
        "broke off",
        waits=(1, 2, 4),
    ),
    FaultCase(
        "truncated body of no stated length",
        by(sending(head(None), record(ASKED)[:50])),
        _ODD,
        "incomplete or damaged",
        waits=(1, 2, 4),
    ),
    FaultCase(
        "truncated body, packed",
        by(sending(head(None, "Content-Encoding: gzip"), gzip.compress(record(ASKED))[:40])),
        _ODD,
        "incomplete or damaged",
    ),
    FaultCase(
        "dropped connection in the middle of a page",
        by(
            sending(head(10_000), page(ASKED), then=lambda line: line.reset()),
            answering(page(ASKED)),
        ),
        None,
        ask=ask_page,
        waits=(1,),
    ),
    FaultCase(
        "dropped connection before an answer",
        by(sending(then=lambda line: line.reset())),
        _OUT,
        "broke off",
        waits=(1, 2, 4),
    ),
    FaultCase(
        "silent server",
        by(sending(then=falls_silent)),
        _OUT,
        "answers too slowly",
        waits=(1,),
        manners=IMPATIENT,
    ),
    FaultCase(
        "silent in the middle",
        by(sending(head(900), b"{", then=falls_silent)),
        _OUT,
        "answers too slowly",
        manners=IMPATIENT,
    ),
    FaultCase(
        "slow bytes without an end",
        by(sending(head(1_000_000), then=drips)),
        _OUT,
        "answers too slowly",
        manners=IMPATIENT,
    ),
    FaultCase(
        "wrong content type",
        by(answering(record(ASKED), kind="application/octet-stream")),
        _ODD,
        "not an answer as",
    ),
    FaultCase(
        "captive portal", by(answering(_PORTAL, kind="text/html")), _ODD, "log-in page of the net"
    ),
    FaultCase(
        "captive portal that calls its page JSON",
        by(answering(_PORTAL)),
        _ODD,
        "log-in page of the net",
    ),
    FaultCase(
        "captive portal by 511",
        by(refusal("511 Network Authentication Required", kind="text/html")),
        _ODD,
        "log-in page of the net",
    ),
    FaultCase("no answer of the web", by(sending(record(ASKED))), _ODD, "not an answer as"),
    FaultCase("status of no number", by(sending(head(0, status="x Y"))), _ODD, "not an answer as"),
    FaultCase(
        "a head of 1 MB", by(answering(b"{}", f"Set-Cookie: {'x' * (1 << 20)}")), _ODD, "not an"
    ),
    FaultCase(
        "10,000 lines in the head",
        by(answering(b"{}", *["X: y"] * 10_000)),
        _ODD,
        "not an answer as",
    ),
    FaultCase("two lengths", by(answering(b"{}", "Content-Length: 7")), _ODD, "not an answer as"),
    FaultCase("no JSON", by(answering(b'{"studies": [}')), _ODD, "incomplete", ask_page),
    FaultCase("not a page", by(answering(b'{"study": []}')), _ODD, "not an answer as", ask_page),
    FaultCase("nested too deeply", by(answering(b"[" * 200_000)), _ODD, "incomplete"),
    FaultCase(
        "another study's record",
        by(answering(record("NCT00000999"))),
        _ODD,
        f"asked for {ASKED} and sent the record of NCT00000999",
    ),
    FaultCase("no study in the record", by(answering(b"{}")), _ODD, "no study"),
    FaultCase(
        "redirect to HTTP",
        partial(
            with_certificate,
            "localhost",
            is_trusted=True,
            script=refusal("302 Found", "", "Location: http://127.0.0.1/studies/NCT00000101"),
        ),
        _UNSAFE,
        "leads to an address that is not safe",
    ),
    FaultCase(
        "redirect in circles",
        by(refusal("302 Found", "", f"Location: /api/v2/studies/{ASKED}")),
        _ODD,
        "without an end",
    ),
    FaultCase(
        "redirect to nowhere",
        by(refusal("302 Found", "", "Location: http://[")),
        _UNSAFE,
        "not safe",
    ),
    FaultCase(
        "certificate of nobody known",
        partial(with_certificate, "localhost", is_trusted=False, script=WELL),
        _UNSAFE,
        "cannot prove it",
        waits=(),
    ),
    FaultCase(
        "certificate of another name",
        partial(with_certificate, "other.example", is_trusted=True, script=WELL),
        _UNSAFE,
        "cannot prove it",
    ),
    FaultCase(
        "certificate that the hospital's computer trusts",
        partial(with_certificate, "localhost", is_trusted=True, script=WELL),
        None,
    ),
    FaultCase(
        "no TLS at all",
        lambda: as_https(lambda line: line.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")),
        _UNSAFE,
        "No safe connection",
    ),
    FaultCase(
        "2 GB answer", by(sending(head(2 << 30), then=floods)), _ODD, "larger than 1 MB", waits=()
    ),
    FaultCase(
        "2 GB answer of no stated length",
        by(sending(head(None), then=floods)),
        errors.AnswerTooLargeError,
        "larger than 1 MB",
        waits=(),
    ),
    FaultCase(
        "gzip bomb",
        by(answering(_BOMB, "Content-Encoding: gzip")),
        errors.AnswerTooLargeError,
        "larger than 1 MB",
    ),
    FaultCase(
        "gzip without an end that holds nothing",
        by(answering(_EMPTY_PARTS, "Content-Encoding: gzip")),
        errors.AnswerTooLargeError,
        "larger than 1 MB",
    ),
    FaultCase(
        "packed as nobody asked for",
        by(answering(b"x", "Content-Encoding: br")),
        _ODD,
        "incomplete or damaged",
    ),
    FaultCase(
        "no network: the name is not found",
        partial(failing_line, "socket.getaddrinfo", _NO_NAME),
        _OUT,
        "ClinicalTrials.gov cannot be found",
        waits=(),
    ),
    FaultCase(
        "no network: no route",
        partial(failing_line, "urllib3.util.connection.create_connection", _NO_ROUTE),
        _OUT,
        "cannot be reached from this network",
        waits=(),
    ),
    FaultCase("no OpenSSL", without_openssl, _OUT, "lacks OpenSSL"),
    FaultCase("nobody there", nobody_there, _OUT, "cannot be reached from this network"),
    FaultCase(
        "proxy that refuses",
        partial(by_proxy, sending(head(0, status="403 Forbidden"))),
        _OUT,
        "does not let it through",
    ),
    FaultCase(
        "proxy that wants a password",
        partial(by_proxy, sending(head(0, status="407 Proxy Authentication Required"))),
        _OUT,
        "wants a name and a password",
    ),
    FaultCase("proxy that is not there", no_proxy_there, _OUT, "does not answer"),
    FaultCase(
        "proxy of an unknown kind",
        partial(by_proxy, WELL, "socks5"),
        _OUT,
        "of a kind that cannot be used",
    ),
)


@dataclass(frozen=True)
class Outcome:
    """What came of a case."""

    result: object
    error: errors.RegistryError | None
    waits: tuple[float, ...]

    def __str__(self) -> str:
        """Return it in words."""
        if self.error is not None:
            return f"{type(self.error).__name__}: {self.error}"
        return "answered" + (f" after waits of {list(self.waits)} s" if self.waits else "")


def outcome_of(case: FaultCase) -> Outcome:
    """Ask once in the midst of a fault."""
    clock = TestClock()
    with ExitStack() as stack:
        place = stack.enter_context(case.place())
        client = RegistryClient(place.base_address, manners=case.manners, clock=clock)
        stack.callback(client.close)
        try:
            return Outcome(case.ask(client), None, tuple(clock.waits))
        except errors.RegistryError as error:
            return Outcome(None, error, tuple(clock.waits))


def main() -> None:
    """Print the table."""
    print("| fault | outcome |\n| --- | --- |")
    for case in CASES:
        print(f"| {case.name} | {outcome_of(case)} |", flush=True)


if __name__ == "__main__":
    main()
