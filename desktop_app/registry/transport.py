"""One request and its answer over HTTPS, as bytes; what they mean is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import local
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.errors import RegistryUnreachableError
from desktop_app.languages import _
from desktop_app.registry.addresses import host_name
from desktop_app.registry.apart import TooSlow, run_apart
from desktop_app.registry.bodies import Body, BodyBroken, BodyTooLarge
from desktop_app.registry.failed import Failed, incomplete
from desktop_app.registry.manners import Manners
from desktop_app.registry.proxies import proxy_of
from desktop_app.registry.stopping import Stop

if TYPE_CHECKING:
    from ssl import SSLContext

    from urllib3 import BaseHTTPResponse, PoolManager
    from urllib3.connection import HTTPConnection

_PART = 1 << 16
_HEADERS = {
    "User-Agent": f"TrialProtocolViewer/{__version__} (desktop viewer, asks when a person does)",
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came from an address; names of headers are in small letters."""

    address: str
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def content_type(self) -> str:
        """Return what kind of document it says it is, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


def system_trust() -> SSLContext:
    """Return what verifies certificates, always, by those that the system trusts."""
    import ssl

    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def require_tls(address: str) -> None:
    """Raise Failed where this computer's Python cannot make safe connections."""
    try:
        import ssl  # noqa: F401
    except ImportError as error:
        told = _(
            "{registry} cannot be asked: this computer lacks OpenSSL 3, which safe connections"
            " need. Install it, or ask the IT department."
        )
        told = told.format(registry=host_name(address))
        raise Failed(RegistryUnreachableError(told)) from error


def spoken_safely() -> str:
    """Return what makes connections safe; loads all that asks the registry, and asks nothing.

    Raises Failed where no safe connection can be made.
    """
    require_tls("")
    import ssl

    from desktop_app.registry.connections import new_pool

    new_pool("", system_trust(), lambda connection: None).clear()
    return ssl.OPENSSL_VERSION


@dataclass(eq=False)
class _Exchange:
    """A request under way on a thread of its own, which may be left by another one."""

    connection: HTTPConnection | None = None
    response: BaseHTTPResponse | None = None
    is_left: bool = False

    def note(self, connection: HTTPConnection) -> None:
        """Hear on what the request is sent; raises OSError where nobody wants it any more."""
        self.connection = connection
        if self.is_left:
            raise ConnectionAbortedError

    def leave(self) -> None:
        """Wake the thread, whatever it waits for, except the system."""
        self.is_left = True
        connection, response = self.connection, self.response
        if connection is not None:
            from desktop_app.registry.connections import end

            end(connection)
        if response is not None:
            # Where it is just at its end, there is nothing to shut.
            with suppress(ValueError, RuntimeError, TypeError, OSError):
                response.shutdown()


class Transport:
    """Connections to the registry, each used for one request after the other."""

    def __init__(self, manners: Manners, trust: Callable[[], SSLContext] = system_trust) -> None:
        self._manners, self._trust = manners, trust
        self._pools: dict[str, PoolManager] = {}
        self._here = local()

    def get(self, address: str, most: int, stop: Stop) -> Answer:
        """Return the answer, whatever its status; a redirect is not followed.

        ``most`` is how large its body may be. Raises Failed and RequestCancelled.
        """
        exchange = _Exchange()
        work = partial(self._exchange, exchange, address, most)
        try:
            return run_apart(
                work, stop, self._manners.whole_seconds, partial(self._leave, exchange)
            )
        except TooSlow as error:
            from desktop_app.registry.line_failures import too_slow

            raise too_slow(address) from error

    def close(self) -> None:
        """Close all connections; another request makes new ones."""
        pools, self._pools = self._pools, {}
        for pool in pools.values():
            pool.clear()

    def _leave(self, exchange: _Exchange) -> None:
        exchange.leave()
        self.close()

    def _exchange(self, exchange: _Exchange, address: str, most: int) -> Answer:
        require_tls(address)
        from urllib3.exceptions import HTTPError

        from desktop_app.registry import line_failures

        self._here.exchange = exchange
        proxy = proxy_of(address)
        try:
            response = self._request(address, proxy)
            exchange.response = response
            with response:
                return self._read(exchange, response, address, most)
        except (HTTPError, OSError) as error:
            raise line_failures.line_failure(error, address, proxy) from error
        except BodyTooLarge as error:
            raise line_failures.body_too_large(address, most) from error
        except BodyBroken as error:
            raise incomplete(address) from error

    def _request(self, address: str, proxy: str) -> BaseHTTPResponse:
        from urllib3 import Timeout

        manners = self._manners
        return self._pool(address, proxy).request(
            "GET",
            address,
            headers=_HEADERS,
            timeout=Timeout(connect=manners.connect_seconds, read=manners.silence_seconds),
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=False,
        )

    def _pool(self, address: str, proxy: str) -> PoolManager:
        from desktop_app.registry import line_failures

        pool = self._pools.get(proxy)
        if pool is None:
            from desktop_app.registry.connections import new_pool

            try:
                pool = new_pool(proxy, self._trust(), self._note)
            except ValueError as error:
                raise line_failures.unusable_proxy(address, proxy) from error
            self._pools[proxy] = pool
        return pool

    def _note(self, connection: HTTPConnection) -> None:
        """Tell the exchange of this thread."""
        self._here.exchange.note(connection)

    def _read(
        self, exchange: _Exchange, response: BaseHTTPResponse, address: str, most: int
    ) -> Answer:
        headers = {name.lower(): value for name, value in response.headers.items()}
        stated = headers.get("content-length", "")
        body = Body(headers.get("content-encoding", ""), most)
        if stated.isascii() and stated.isdigit() and int(stated[:20]) > most:
            raise BodyTooLarge
        while not exchange.is_left and (part := response.read1(_PART)):
            body.take(part)
        return Answer(address, response.status, headers, body.whole())
