"""One request and its answer over HTTPS, as bytes; what they mean is told elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import local
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.registry.apart import TooSlow, run_apart
from desktop_app.registry.bodies import Body, BodyBroken, BodyTooLarge
from desktop_app.registry.exchange import Exchange
from desktop_app.registry.failed import incomplete
from desktop_app.registry.manners import Manners
from desktop_app.registry.proxies import proxy_of
from desktop_app.registry.raw_answer import Answer
from desktop_app.registry.stopping import Stop
from desktop_app.registry.trust import require_tls, system_trust

if TYPE_CHECKING:
    from ssl import SSLContext

    from urllib3 import BaseHTTPResponse, PoolManager
    from urllib3.connection import HTTPConnection

_PART = 1 << 16
_HEADERS = {
    "User-Agent": f"TrialProtocolViewer/{__version__} (desktop viewer of records)",
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
}


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
        exchange = Exchange()
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

    def _leave(self, exchange: Exchange) -> None:
        exchange.leave()
        self.close()

    def _exchange(self, exchange: Exchange, address: str, most: int) -> Answer:
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
        self, exchange: Exchange, response: BaseHTTPResponse, address: str, most: int
    ) -> Answer:
        headers = {name.lower(): value for name, value in response.headers.items()}
        stated = headers.get("content-length", "")
        body = Body(headers.get("content-encoding", ""), most)
        if stated.isascii() and stated.isdigit() and int(stated[:20]) > most:
            raise BodyTooLarge
        while not exchange.is_left and (part := response.read1(_PART)):
            body.take(part)
        return Answer(address, response.status, headers, body.whole())
