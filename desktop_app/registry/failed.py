"""A request that failed, between the layers of the client."""

from desktop_app.errors import RegistryAnswerError, RegistryError
from desktop_app.languages import _
from desktop_app.registry.addresses import host_name

MANY, FEW, ONE = 99, 2, 1


class Failed(Exception):
    """``error`` is what the person is told; at most so many ``tries`` in all are worth making."""

    def __init__(self, error: RegistryError, tries: int = ONE) -> None:
        super().__init__(str(error))
        self.error, self.tries = error, tries


def incomplete(address: str) -> Failed:
    """Return what it means that an answer cannot be unpacked, or ends before its end."""
    told = _("The answer of {registry} came incomplete or damaged. Try again in a few minutes.")
    return Failed(RegistryAnswerError(told.format(registry=host_name(address))), MANY)
