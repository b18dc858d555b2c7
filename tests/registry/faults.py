"""What goes wrong between the registry and a hospital, by chance but the same each time."""

from dataclasses import dataclass
from enum import Enum, auto
from random import Random
from threading import Lock

from tests.registry.answering import Answer, refusal

PORTAL = b"<!DOCTYPE html><html><title>Guest WLAN</title><p>Please accept our terms.</p></html>"


class Break(Enum):
    """A fault of the line: of an answer comes nothing, a part, or a part and then silence."""

    NOTHING = auto()
    PART = auto()
    SILENCE = auto()


Fault = Answer | Break
USUAL: tuple[Fault, ...] = (
    Break.NOTHING,
    Break.PART,
    refusal(500, "Internal Server Error"),
    refusal(503, "Service Unavailable"),
    Answer(b"", 429, "text/plain", {"Retry-After": "0"}),
    Answer(PORTAL, 200, "text/html"),
)
"""All that comes to pass once and is well again the next time."""


@dataclass
class NoFaults:
    """A line on which all is well."""

    def next(self) -> Fault | None:
        """Return what goes wrong with a request."""
        return None


class RandomFaults:
    """Faults in a share of the requests."""

    def __init__(self, seed: int, share: float, faults: tuple[Fault, ...] = USUAL) -> None:
        self._rng = Random(seed)
        self._share = share
        self._faults = faults
        self._lock = Lock()
        self.made: list[Fault] = []

    def next(self) -> Fault | None:
        """Return what goes wrong with a request."""
        with self._lock:
            if self._rng.random() >= self._share:
                return None
            self.made.append(self._rng.choice(self._faults))
            return self.made[-1]


class ListedFaults:
    """Faults one after the other, None where all is well; all is well after the last one."""

    def __init__(self, *faults: Fault | None) -> None:
        self._faults = list(faults)

    def next(self) -> Fault | None:
        """Return what goes wrong with a request."""
        return self._faults.pop(0) if self._faults else None
