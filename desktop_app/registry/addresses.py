"""Addresses that may be asked: of HTTPS alone, save for servers on this computer."""

import re
from ipaddress import ip_address
from urllib.parse import quote, urlencode, urljoin, urlsplit

from desktop_app.errors import RegistryError
from desktop_app.languages import _

BASE_ADDRESS = "https://clinicaltrials.gov/api/v2"
"""Of the registry's own interface."""
_LONGEST_HOST = 253
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})*\.?")
_NUMBER = re.compile(r"NCT0*[1-9][0-9]{0,7}", re.ASCII)


def checked_base(address: str) -> str:
    """Return the base address without a slash at its end; empty text is the registry's own.

    Raises RegistryError where it is none, or not safe.
    """
    text = address.strip().rstrip("/")
    if not text:
        return BASE_ADDRESS
    if not is_whole(text) or "?" in text or "#" in text:
        told = _("“{address}” is no address of a registry. It should look like {example}.")
        raise RegistryError(told.format(address=address, example=BASE_ADDRESS))
    if not is_safe(text):
        told = _(
            "“{address}” is not safe: what is sent there could be read and changed on the way."
            " Give an address that begins with https://."
        )
        raise RegistryError(told.format(address=address))
    return text


def is_whole(address: str) -> bool:
    """Whether it is an address of the web, with a host and without a name and password."""
    try:
        parts = urlsplit(address)
        _port = parts.port
    except ValueError:
        return False
    has_blank = any(one.isspace() or not one.isprintable() for one in address)
    is_web = parts.scheme in ("http", "https") and _is_host(parts.hostname or "")
    return is_web and "@" not in parts.netloc and not has_blank


def _is_host(text: str) -> bool:
    """Whether it can be the name of a host, or its number; urlsplit takes nearly all for one."""
    return ":" in text or (len(text) <= _LONGEST_HOST and _HOST.fullmatch(text) is not None)


def is_safe(address: str) -> bool:
    """Whether nobody on the way can read or change what is sent there."""
    parts = urlsplit(address)
    return parts.scheme == "https" or is_this_computer(parts.hostname or "")


def is_this_computer(host: str) -> bool:
    """Whether a host is the computer that asks."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def redirected(address: str, location: str) -> str:
    """Return where an answer leads; empty where that is no address, or less safe than before."""
    try:
        target = urljoin(address, location)
    except ValueError:
        return ""
    target = target.partition("#")[0]
    if not target.isascii() or not is_whole(target) or not is_safe(target):
        return ""
    was_https = urlsplit(address).scheme == "https"
    return "" if was_https and urlsplit(target).scheme != "https" else target


def host_name(address: str) -> str:
    """Return the host of an address as people are told of it."""
    host = urlsplit(address).netloc
    return "ClinicalTrials.gov" if host.casefold() == "clinicaltrials.gov" else host


def with_parameters(address: str, parameters: dict[str, str]) -> str:
    """Return the address of a question."""
    return f"{address}?{urlencode(parameters, quote_via=quote)}" if parameters else address


def study_number(text: str) -> str:
    """Return a number as the registry's interface takes it, empty where it is none."""
    number = text.strip().upper()
    return number if _NUMBER.fullmatch(number) else ""
