"""How we behave towards the registry, and how long we have patience with it."""

from dataclasses import dataclass

_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Manners:
    """At most ``most_a_minute`` requests in any minute, of which ``at_once`` without a pause.

    Times are in seconds, sizes in bytes as unpacked. An answer may be silent for
    ``silence_seconds`` and take ``whole_seconds``; nothing is tried anew after
    ``patience_seconds``, nor where the registry asks to wait for longer than ``longest_wait``.
    """

    most_a_minute: int = 48
    at_once: int = 8
    connect_seconds: float = 15
    silence_seconds: float = 30
    whole_seconds: float = 600
    patience_seconds: float = 180
    tries: int = 4
    first_wait: float = 1
    longest_wait: float = 60
    most_redirects: int = 5
    largest_study: int = 64 * _MEBIBYTE
    largest_page: int = 256 * _MEBIBYTE

    @property
    def pause(self) -> float:
        """Seconds between two requests in the long run."""
        return 60 / (self.most_a_minute - self.at_once)
