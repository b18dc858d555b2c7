"""How much is asked for at once, and how long to wait after a failure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Pace:
    """The sizes of pages, in studies, and the waits after failures, in seconds.

    The first page is small, so that the first studies are there at once. A page that takes longer
    than ``slow`` seconds is too large for the line: much is lost when it breaks. After
    ``patience`` seconds without a page a download ends, and can go on another time.
    """

    first_size: int = 100
    least_size: int = 25
    most_size: int = 1_000
    first_wait: float = 5.0
    most_wait: float = 600.0
    slow: float = 60.0
    patience: float = 8 * 3_600.0
    restarts: int = 5


@dataclass(slots=True)
class Stride:
    """The size of the next page: smaller after a failure, larger again after successes."""

    pace: Pace
    size: int = field(init=False)
    _well: int = 0
    _is_careful: bool = False

    def __post_init__(self) -> None:
        self.size = self.pace.first_size

    def succeeded(self, seconds: float) -> None:
        """Note that a page came after so many seconds."""
        if seconds > self.pace.slow:
            self._shrink()
            return
        self._well += 1
        # Once something went wrong, three pages have to come well before one is larger.
        if not self._is_careful or self._well >= 3:
            self.size, self._well = min(self.size * 2, self.pace.most_size), 0

    def failed(self) -> bool:
        """Note that a page did not come; tell whether the next one is smaller."""
        before = self.size
        self._shrink()
        return self.size < before

    def _shrink(self) -> None:
        self.size = max(self.size // 2, self.pace.least_size)
        self._well, self._is_careful = 0, True


@dataclass(frozen=True, slots=True)
class Patience:
    """The waits between tries, which grow; since when nothing came, in seconds of a clock."""

    pace: Pace
    since: float | None = None
    tries: int = 0

    @property
    def seconds(self) -> float:
        """Return how long to wait before the next try."""
        return min(self.pace.first_wait * 2.0 ** max(self.tries - 1, 0), self.pace.most_wait)

    def failed(self, now: float) -> Patience:
        """Return the patience after one more try that failed."""
        since = now if self.since is None else self.since
        return replace(self, since=since, tries=min(self.tries + 1, 30))

    def is_over(self, now: float) -> bool:
        """Tell whether it is enough for this time."""
        return self.since is not None and now - self.since >= self.pace.patience
