"""What verifies whoever answers, always, by the certificates that the system trusts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.errors import RegistryUnreachableError
from desktop_app.languages import _
from desktop_app.registry.addresses import host_name
from desktop_app.registry.failed import Failed

if TYPE_CHECKING:
    from ssl import SSLContext


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
