"""A small registry on this computer, for tests and to show, with records of one's own.

``python -m tests.registry.served RECORDS_DIR --port 8080`` serves the records of a folder;
``--made-up 1000`` serves as many that are made up. It prints its base address.
"""

import argparse
import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Protocol
from urllib.parse import parse_qsl, urlsplit

from tests.registry.answering import BASE_PATH, Answer, MadeRegistry, refusal
from tests.registry.faults import Break, Fault, NoFaults, RandomFaults
from tests.registry.holdings import Holdings

_LOG = logging.getLogger(__name__)


class Faults(Protocol):
    """Tells what goes wrong with each request."""

    def next(self) -> Fault | None:
        """Return what goes wrong with a request, None where all is well."""


class RegistryServer(ThreadingHTTPServer):
    """Serves a registry; ``asked`` holds the address of each request below the base address.

    ``is_silent`` is set once an answer broke off in silence.
    """

    daemon_threads = True

    def __init__(self, registry: MadeRegistry, faults: Faults, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.registry = registry
        self.faults = faults
        self.asked: list[str] = []
        self.is_silent = Event()
        self.is_closing = Event()

    @property
    def base_address(self) -> str:
        """Where the interface is, as the registry's own is at https://clinicaltrials.gov/api/v2."""
        return f"http://127.0.0.1:{self.server_port}{BASE_PATH}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of connections that the other side ends: tests do that all the time."""


@contextmanager
def served(
    records: MadeRegistry | Iterable[bytes], faults: Faults | None = None, port: int = 0
) -> Iterator[RegistryServer]:
    """Serve records while the block runs."""
    registry = records if isinstance(records, MadeRegistry) else MadeRegistry(Holdings(records))
    with RegistryServer(registry, faults or NoFaults(), port) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.is_closing.set()
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    """Answers one request after the other of a connection."""

    protocol_version = "HTTP/1.1"
    # Head and body go out at once: apart, the second waits for the other side to say that it has
    # the first.
    disable_nagle_algorithm = True
    wbufsize = -1
    server: RegistryServer

    def do_GET(self) -> None:
        """Answer a request, or do what goes wrong with it."""
        self.server.asked.append(self.path.removeprefix(BASE_PATH))
        fault = self.server.faults.next()
        if fault is Break.NOTHING:
            self.close_connection = True
            return
        answer = fault if isinstance(fault, Answer) else self._answer()
        is_cut = isinstance(fault, Break)
        with suppress(ConnectionError):
            self._send(answer, len(answer.content) // 2 if is_cut else len(answer.content))
        if fault is Break.SILENCE:
            self.server.is_silent.set()
            self.server.is_closing.wait()
        if is_cut:
            self.close_connection = True

    def _answer(self) -> Answer:
        parts = urlsplit(self.path)
        if not parts.path.startswith(BASE_PATH):
            return refusal(404, "Not Found")
        asked = dict(parse_qsl(parts.query, keep_blank_values=True))
        return self.server.registry.answer(parts.path.removeprefix(BASE_PATH), asked)

    def _send(self, answer: Answer, count: int) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.content)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.content[:count])
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Write requests into the log alone."""
        _LOG.debug(format, *args)


def contents_of(folder: Path) -> Iterator[bytes]:
    """Yield the whole studies of a folder of JSON, one a file, each number once."""
    for path in sorted(folder.rglob("*.json")):
        content = path.read_bytes()
        with suppress(ValueError):
            value = json.loads(content.decode("utf-8-sig"))
            if isinstance(value, dict) and "protocolSection" in value:
                yield content.removeprefix(b"\xef\xbb\xbf").strip()


def made_up(count: int, month: int = 1) -> Iterator[bytes]:
    """Yield studies that are made up, the same ones each time."""
    from tests.benchmarks.made_up.studies import MadeUpRegistry

    for _number, document in MadeUpRegistry(count, month).documents():
        yield document


def main() -> None:
    """Serve until somebody interrupts it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--made-up", type=int, default=0, metavar="COUNT")
    parser.add_argument("--month", type=int, default=1)
    parser.add_argument("--faults", type=float, default=0.0, metavar="SHARE")
    parser.add_argument("--seed", type=int, default=1)
    said = parser.parse_args()
    records = contents_of(said.folder) if said.folder else made_up(said.made_up or 100, said.month)
    registry = MadeRegistry(Holdings(records))
    with RegistryServer(registry, RandomFaults(said.seed, said.faults), said.port) as server:
        print(server.base_address, f"({len(registry.holdings)} studies)", flush=True)
        with suppress(KeyboardInterrupt):
            server.serve_forever()


if __name__ == "__main__":
    main()
