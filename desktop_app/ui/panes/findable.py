"""What a part of the window offers to those who look for words in it."""

from typing import Protocol


class Findable(Protocol):
    """Hits are numbered from 0 in reading order."""

    @property
    def hit_count(self) -> int:
        """How many hits there are."""

    @property
    def current_hit(self) -> int:
        """The hit where one is, -1 where there is none in sight."""

    def look_for(self, words: str) -> None:
        """Look for words and mark them from now on; no words end it.

        The current hit is the first one from where one reads. Nothing is scrolled.
        """

    def go_to_hit(self, number: int) -> None:
        """Make a hit the current one and bring it into sight."""

    def hit_beside(self, by: int) -> int | None:
        """Return the hit after (1) or before (-1) where one is, None beyond the last one."""


def number_beside(current: int, by: int, count: int) -> int | None:
    """Return the number so many further on, None where there is none of it."""
    number = current + by
    return number if 0 <= number < count else None
