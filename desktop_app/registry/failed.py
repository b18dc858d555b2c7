"""A request that failed, between the layers of the client."""

from desktop_app.errors import RegistryError

MANY, FEW, ONE = 99, 2, 1


class Failed(Exception):
    """``error`` is what the person is told; at most so many ``tries`` in all are worth making."""

    def __init__(self, error: RegistryError, tries: int = ONE) -> None:
        super().__init__(str(error))
        self.error, self.tries = error, tries
