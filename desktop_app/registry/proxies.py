"""The proxy that the system's settings name for an address."""

from base64 import b64encode
from urllib.parse import unquote, urlsplit

from desktop_app.registry.addresses import is_this_computer


def proxy_of(address: str) -> str:
    """Return the address of the proxy, empty where there is none.

    It is that of the environment, or else of the settings of Windows or macOS.
    """
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(address)
    if is_this_computer(parts.hostname or "") or proxy_bypass(parts.netloc):
        return ""
    named = getproxies()
    proxy = (named.get(parts.scheme) or named.get("all") or "").strip()
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


def without_password(proxy: str) -> str:
    """Return a proxy's address as it may be shown."""
    return proxy.rpartition("@")[2].rpartition("//")[2].rstrip("/")


def authorization(named: str) -> str:
    """Return the header for a name and password as they stand in a proxy's address."""
    return f"Basic {b64encode(unquote(named).encode()).decode()}"
