"""What people are told where no answer comes: the network, proxies and certificates."""

from __future__ import annotations

import ssl
from http.client import HTTPException, IncompleteRead, RemoteDisconnected

from urllib3 import exceptions

from desktop_app.conventions import number_text
from desktop_app.errors import (
    AnswerTooLargeError,
    RegistryUnreachableError,
    RegistryUntrustedError,
)
from desktop_app.languages import _
from desktop_app.registry.addresses import host_name
from desktop_app.registry.answer_failures import not_understood
from desktop_app.registry.failed import FEW, MANY, Failed
from desktop_app.registry.proxies import without_password

_WANTS_PASSWORD = "407"


def line_failure(error: exceptions.HTTPError | OSError, address: str, proxy: str) -> Failed:
    """Return what a failure of the line means; ``proxy`` is empty where there is none."""
    registry = host_name(address)
    if isinstance(error, exceptions.ProxyError) and proxy:
        return _proxy_failure(error, registry, without_password(proxy))
    if isinstance(error, (exceptions.SSLError, ssl.SSLError)):
        return _tls_failure(error, registry)
    if proxy and isinstance(error, (exceptions.NewConnectionError, exceptions.LocationParseError)):
        return _no_proxy(registry, without_password(proxy))
    return _network_failure(error, address)


def too_slow(address: str) -> Failed:
    """Return what it means that an answer takes longer than it may."""
    return _slow(host_name(address))


def unusable_proxy(address: str, proxy: str) -> Failed:
    """Return what it means that a proxy is of a kind that cannot be used."""
    told = _(
        "{registry} was not asked: the proxy {proxy} that this computer's settings name is of a"
        " kind that cannot be used here. Ask the IT department for an HTTP proxy."
    )
    proxy = without_password(proxy)
    return _unreachable(told.format(registry=host_name(address), proxy=proxy))


def _network_failure(error: Exception, address: str) -> Failed:
    registry = host_name(address)
    match error:
        case exceptions.NameResolutionError() | exceptions.LocationParseError():
            told = _(
                "{registry} cannot be found: there seems to be no connection to the internet."
                " Check the connection, then try again. Everything in the library works without it."
            )
            return _unreachable(told.format(registry=registry))
        case exceptions.NewConnectionError():
            told = _(
                "{registry} cannot be reached from this network. Check the connection, then try"
                " again; if other sites open, ask the IT department whether it is blocked."
            )
            return _unreachable(told.format(registry=registry))
        case exceptions.TimeoutError():
            return _slow(registry)
        case exceptions.InvalidHeader():
            return not_understood(address)
        case exceptions.ProtocolError() if _is_no_answer(error.args[-1]):
            return not_understood(address)
        case _:
            return _broken(registry)


def _is_no_answer(cause: object) -> bool:
    """Whether what came has not the form of any answer; no line that broke makes it so."""
    is_broken = isinstance(cause, (RemoteDisconnected, IncompleteRead))
    return isinstance(cause, HTTPException) and not is_broken


def _slow(registry: str) -> Failed:
    told = _("{registry} does not answer, or answers too slowly. Try again in a few minutes.")
    return _unreachable(told.format(registry=registry), FEW)


def _broken(registry: str) -> Failed:
    told = _("The connection to {registry} broke off. Check the connection, then try again.")
    return _unreachable(told.format(registry=registry), MANY)


def _proxy_failure(error: exceptions.ProxyError, registry: str, proxy: str) -> Failed:
    cause = error.original_error
    if isinstance(cause, (exceptions.SSLError, ssl.SSLError)):
        return _tls_failure(cause, proxy)
    if _WANTS_PASSWORD in str(cause):
        told = _(
            "{registry} cannot be reached: the proxy {proxy} wants a name and a password. Ask the"
            " IT department how programs get through it."
        )
        return _unreachable(told.format(registry=registry, proxy=proxy))
    if str(cause).startswith("Tunnel connection failed"):
        told = _(
            "{registry} cannot be reached: the proxy {proxy} does not let it through. Ask the IT"
            " department to allow {registry}."
        )
        return _unreachable(told.format(registry=registry, proxy=proxy))
    return _no_proxy(registry, proxy)


def _no_proxy(registry: str, proxy: str) -> Failed:
    told = _(
        "{registry} cannot be reached: the proxy {proxy} that this computer's settings name does"
        " not answer. Check the connection and the proxy settings, then try again."
    )
    return _unreachable(told.format(registry=registry, proxy=proxy))


def _tls_failure(error: Exception, registry: str) -> Failed:
    why = _certificate_fault(error)
    if why is None:
        told = _(
            "No safe connection to {registry} comes about: something on the way does not speak"
            " HTTPS as it should. Ask the IT department whether the network looks into it."
        )
        return Failed(RegistryUntrustedError(told.format(registry=registry)), FEW)
    told = _(
        "Whoever answers as {registry} cannot prove it: {reason}. Nothing was sent. In a"
        " hospital, ask the IT department to install the network's certificate on this computer;"
        " check the computer's date, too."
    )
    return Failed(RegistryUntrustedError(told.format(registry=registry, reason=why)))


def _certificate_fault(error: BaseException | None) -> str | None:
    """Return what the system says of the certificate, None where it is not about one."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, ssl.SSLCertVerificationError):
            return str(error.verify_message or error.reason or error).strip(" .")
        inner = next((one for one in error.args if isinstance(one, BaseException)), None)
        error = inner or error.__cause__ or error.__context__
    return None


def _unreachable(told: str, tries: int = 1) -> Failed:
    return Failed(RegistryUnreachableError(told), tries)


def body_too_large(address: str, most: int) -> Failed:
    """Return what it means that an answer is larger than any should be."""
    told = _(
        "The answer of {registry} is larger than {size} MB, more than it should ever be, and was"
        " not taken. Try again later."
    )
    told = told.format(registry=host_name(address), size=number_text(most >> 20))
    return Failed(AnswerTooLargeError(told))
