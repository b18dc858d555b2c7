"""Connections that can be ended from another thread, also while an answer is waited for."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from desktop_app.registry.proxies import authorization

if TYPE_CHECKING:
    from ssl import SSLContext

    from urllib3 import PoolManager

Note = Callable[[HTTPConnection], object]


def new_pool(proxy: str, trust: SSLContext, note: Note) -> PoolManager:
    """Return what makes and keeps connections.

    ``note`` is told of each before it connects and before it sends, and may raise OSError. Raises
    ValueError where the proxy is of a kind that cannot be used.
    """
    from urllib3 import PoolManager, ProxyManager
    from urllib3.util import parse_url

    if not proxy:
        pool = PoolManager(ssl_context=trust)
    else:
        parts = parse_url(proxy)
        if parts.scheme not in ("http", "https"):
            raise ValueError(f"no use for a proxy of {parts.scheme}")
        known = {"Proxy-Authorization": authorization(parts.auth)} if parts.auth else None
        pool = ProxyManager(proxy, proxy_headers=known, ssl_context=trust, proxy_ssl_context=trust)
    pool.pool_classes_by_scheme = _noting(note)
    return pool


def end(connection: HTTPConnection) -> None:
    """End a connection that another thread may wait for; nothing is sent on it any more."""
    wire = connection.sock
    if wire is not None:
        with suppress(OSError):
            # Not the method of a socket of TLS, which would let what follows pass in plain.
            socket.socket.shutdown(wire, socket.SHUT_RDWR)


def _noting(note: Note) -> dict[str, type[HTTPConnectionPool]]:
    class Connection(HTTPConnection):
        def request(self, *words: Any, **named: Any) -> None:
            note(self)
            super().request(*words, **named)

        def connect(self) -> None:
            super().connect()
            note(self)

    class SafeConnection(HTTPSConnection):
        def request(self, *words: Any, **named: Any) -> None:
            note(self)
            super().request(*words, **named)

        def connect(self) -> None:
            super().connect()
            note(self)

    class Pool(HTTPConnectionPool):
        ConnectionCls = Connection

    class SafePool(HTTPSConnectionPool):
        ConnectionCls = SafeConnection

    return {"http": Pool, "https": SafePool}
